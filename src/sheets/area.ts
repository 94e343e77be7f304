/** The report's area as a range, and the size of the grid that it lies in. */
import { COLUMN_COUNT } from '../report/SheetPlan';
import { FIRST_COLUMN, FIRST_ROW } from './planned-area';
import type { Range, Sheet } from './workbook-seams';

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

/** How many of the columns B…I a grid still has. */
export const columnsIn = ({ columns }: Grid): number =>
  Math.max(0, Math.min(COLUMN_COUNT, columns - FIRST_COLUMN + 1));

/** B:I from one row to another, both inclusive, fewer columns where the grid ends before. */
export const areaBetween = (sheet: Sheet, firstRow: number, lastRow: number, columns = COLUMN_COUNT): Range =>
  sheet.getRange(firstRow, FIRST_COLUMN, lastRow - firstRow + 1, columns);

/** The same from row 2. */
export const areaDownTo = (sheet: Sheet, lastRow: number, columns = COLUMN_COUNT): Range =>
  areaBetween(sheet, FIRST_ROW, lastRow, columns);
