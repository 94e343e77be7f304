/**
 * Which rows of B:I are the report's. The record knows the last row that was written; where a user has inserted
 * or deleted rows above it, the report's last rows are found again by their values.
 */
import type { PlannedRow } from '../report/SheetPlan';
import { areaDownTo, columnsIn, type Grid, type PlacedTable } from './area';
import { asNumber } from './cell-comparison';
import type { DayNumberOf } from './day-numbers';
import { fingerprint } from './fingerprint';
import type { SheetRecord } from './sheet-record';

type Row = readonly unknown[];

/** So many rows tell the report's end from a row that only looks like its last one. */
const TAIL_ROWS = 4;

export interface OwnedRows {
  /** Values of the area from row 2 on, as getValues gives them; at least the needed and the owned rows. */
  readonly values: readonly Row[];
  /** The report's last row in the grid as it is now, 0 if none. */
  readonly lastRow: number;
}

const tailFingerprint = (rows: readonly Row[]): string => fingerprint(JSON.stringify(rows));

/** What the record keeps of a plan's end. */
export const tailOf = (rows: readonly PlannedRow[]): string =>
  tailFingerprint(rows.slice(-TAIL_ROWS).map(({ values }) => values.map((value) => value ?? '')));

/** One read down to `neededRow` at least, and one down to the sheet's last content if the rows have moved. */
export function readOwnedRows(
  table: PlacedTable,
  grid: Grid,
  record: SheetRecord,
  neededRow: number,
  dayNumberOf: DayNumberOf,
): OwnedRows {
  const { sheet, origin } = table;
  const recorded = Math.min(record.lastRow, grid.rows);
  const read = (lastRow: number): readonly Row[] =>
    areaDownTo(table, Math.min(grid.rows, Math.max(lastRow, recorded)), columnsIn(grid, origin)).getValues();
  const tailRows = Math.min(TAIL_ROWS, record.lastRow - origin.row + 1);
  const endsAt = (values: readonly Row[], lastRow: number): boolean => {
    const end = lastRow - origin.row + 1;
    const rows = values.slice(Math.max(0, end - tailRows), end);
    return tailFingerprint(rows.map((row) => row.map((v) => asNumber(v, dayNumberOf) ?? v))) === record.tail;
  };

  const values = read(neededRow);
  if (record.tail === '' || endsAt(values, record.lastRow)) return { values, lastRow: recorded };
  const moved = read(Math.max(neededRow, sheet.getLastRow()));
  const ends = moved.map((_, index) => index + origin.row).filter((lastRow) => endsAt(moved, lastRow));
  ends.sort((a, b) => Math.abs(a - record.lastRow) - Math.abs(b - record.lastRow));
  return { values: moved, lastRow: ends[0] ?? recorded };
}
