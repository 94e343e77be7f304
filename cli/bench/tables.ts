/** All tables of requests: what knows nothing, what remembers, and a day of the schedule. */
import { DAY_COLUMNS, type DayRow } from './day';
import { COLD_COLUMNS, WARM_COLUMNS } from './requests-table';
import type { SeriesRows } from './run-series';
import { markdownTable, terminalTable } from './table';

const tablesBy =
  (table: typeof markdownTable) =>
  ({ cold, warm }: SeriesRows, days: readonly DayRow[]): readonly string[] => [
    table(COLD_COLUMNS, cold),
    table(WARM_COLUMNS, warm),
    ...(days.length > 0 ? [table(DAY_COLUMNS, days)] : []),
  ];

export const markdownTables = tablesBy(markdownTable);
export const terminalTables = tablesBy(terminalTable);
