/** The report's area as a range, and the size of the grid that it lies in. */
import { COLUMN_COUNT } from '../report/SheetPlan';
import type { Origin } from './planned-area';
import type { Range, Sheet } from '../platform/spreadsheet';

/** A table where it lies. */
export interface PlacedTable {
  readonly sheet: Sheet;
  readonly origin: Origin;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** A whole column is as high as the grid and a whole row as wide: ranges know their size without a call. */
export const gridOf = (sheet: Sheet): Grid => ({
  rows: sheet.getRange('A:A').getNumRows(),
  columns: sheet.getRange('1:1').getNumColumns(),
});

/** What both sheets and tabs can say. */
interface Typed {
  getType(): unknown;
}

const WITHOUT_GRID: readonly string[] = ['OBJECT', 'DATASOURCE'];

/**
 * Whether a sheet has cells. A chart on its own sheet and a connected data source have none, and refuse to be
 * asked for any ("The action is not supported for OBJECT sheet").
 */
export const hasGrid = (sheet: Typed): boolean => !WITHOUT_GRID.includes(String(sheet.getType()));

/** How many of the table's columns a grid has. */
export const columnsIn = ({ columns }: Grid, { column }: Origin): number =>
  Math.max(0, Math.min(COLUMN_COUNT, columns - column + 1));

/** The table's columns from one row to another, both inclusive; fewer columns where the grid ends before. */
export const areaBetween = (
  { sheet, origin: { column } }: PlacedTable,
  firstRow: number,
  lastRow: number,
  columns = COLUMN_COUNT,
): Range => sheet.getRange(firstRow, column, lastRow - firstRow + 1, columns);

/** The same from the header on. */
export const areaDownTo = (table: PlacedTable, lastRow: number, columns = COLUMN_COUNT): Range =>
  areaBetween(table, table.origin.row, lastRow, columns);
