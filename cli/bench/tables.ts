/** All tables of requests: what knows nothing, what remembers, further sheets, and a day of the schedule. */
import { DAY_COLUMNS, type DayRow } from './day';
import { FURTHER_COLUMNS, type FurtherRow } from './further-sheets';
import { COLD_COLUMNS, WARM_COLUMNS } from './requests-table';
import type { SeriesRows } from './run-series';
import { markdownTable, terminalTable } from './table';

const tablesBy =
  (table: typeof markdownTable) =>
  (
    { cold, warm }: SeriesRows,
    days: readonly DayRow[],
    further: readonly FurtherRow[] = [],
  ): readonly string[] => [
    table(COLD_COLUMNS, cold),
    table(WARM_COLUMNS, warm),
    ...(further.length > 0 ? [table(FURTHER_COLUMNS, further)] : []),
    ...(days.length > 0 ? [table(DAY_COLUMNS, days)] : []),
  ];

export const markdownTables = tablesBy(markdownTable);
export const terminalTables = tablesBy(terminalTable);
