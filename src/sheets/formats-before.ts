/**
 * Number formats go before the values, and a write may be cut short in between. What the next one reads then are old values
 * under the formats of new ones: an id as a day is no id, a number beyond all days is lost, and a day as a number no name of
 * a column. So where people's columns are about, each cell that is read back goes on being read as it was until the values
 * stand: no number gets the format of a day, and no day over a column loses its own.
 */
import type { Table } from '../platform/spreadsheet';
import type { ColumnKind, SheetPlan } from '../report/SheetPlan';
import { isDate } from './cell-comparison';
import { PLAIN_FORMAT } from './cell-formats';
import type { Row } from './report-rows';

const DAY_FORMAT = 'dd.mm.yyyy';
/** People give their numbers whatever format they like. */
const MAY_SHOW_DAYS: readonly ColumnKind[] = ['day', 'month', 'note'];

/**
 * What to set before the values; the planned formats themselves where none has to wait.
 * @param standing what the table's rows hold, from the header on
 */
export function formatsBefore(
  { columns, fixedColumns }: Pick<SheetPlan, 'columns' | 'fixedColumns'>,
  standing: readonly Row[],
  planned: Table<string>,
): Table<string> {
  const mayShowDays = columns.map(({ kind }) => MAY_SHOW_DAYS.includes(kind));
  const formatBefore = (format: string, r: number, c: number): string => {
    const cell = standing[r]?.[c];
    // Neither ids nor notes have ever stood in these.
    if (c < fixedColumns) return format;
    if (r === 0) return isDate(cell) ? DAY_FORMAT : format;
    return typeof cell === 'number' && mayShowDays[c] === true ? PLAIN_FORMAT : format;
  };
  const before = planned.map((row, r) => row.map((format, c) => formatBefore(format, r, c)));
  const waits = before.some((row, r) => row.some((format, c) => format !== planned[r]?.[c]));
  return waits ? before : planned;
}
