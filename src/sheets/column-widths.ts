/** Column widths, set when a sheet is made and where the plan's change, and margin and frozen rows of a new one. */
import type { SheetPlan } from '../report/SheetPlan';
import { type Grid, lastColumn, type PlacedTable } from './area';

/** Pixels of the margin, column A. */
const MARGIN_WIDTH = 20;

/** By column of the table, the width to be set; null leaves it as it is. */
export type WidthsToSet = readonly (number | null)[];

export const isAnySet = (widths: WidthsToSet): boolean => widths.some((width) => width !== null);

/** What a new table gets. */
export const allWidths = ({ columns }: SheetPlan): WidthsToSet => columns.map(({ width }) => width);

/**
 * Where the plan's width is another than the report gave last, unless a user has chosen one since.
 * @param layout what the sheet's record keeps: the widths that the report gave
 */
export function changedWidths(
  { sheet, origin }: PlacedTable,
  plan: SheetPlan,
  layout: string,
  { columns }: Grid,
): WidthsToSet {
  const given = layout.split(' ').map(Number);
  return plan.columns.map(({ width }, index) => {
    const [before, column] = [given[index], origin.column + index];
    if (width === before) return null;
    if (before === undefined || column > columns) return width;
    // A write that was cut short may have set it already.
    return [before, width].includes(sheet.getColumnWidth(column)) ? width : null;
  });
}

/** What the record keeps of them. */
export function layoutWith(widths: WidthsToSet, layout: string): string {
  const given = layout.split(' ');
  return widths.map((width, index) => width ?? given[index]).join(' ');
}

/**
 * Google refuses to freeze a row that holds only a part of merged cells. Those of the table are separated before;
 * others are the user's, and then no row is frozen.
 */
export function mayFreeze(table: PlacedTable, { rows, columns }: Grid): boolean {
  const { sheet, origin } = table;
  if (rows <= origin.row) return true;
  const merges = sheet.getRange(origin.row, 1, 2, columns).getMergedRanges();
  return merges.every((merged) => {
    const [row, column] = [merged.getRow(), merged.getColumn()];
    const isCut = row <= origin.row && row + merged.getNumRows() - 1 > origin.row;
    const isTables = column <= lastColumn(table) && column + merged.getNumColumns() - 1 >= origin.column;
    return isTables || !isCut;
  });
}

/** Calls grow with the changes of width from column to column, not with rows. */
export function applyWidths({ sheet, origin }: PlacedTable, widths: WidthsToSet): void {
  let start = 0;
  widths.forEach((width, index) => {
    if (widths[index + 1] === width) return;
    if (width !== null) sheet.setColumnWidths(origin.column + start, index - start + 1, width);
    start = index + 1;
  });
}

/** Later a user may have put a column of his own into the margin, and have set the rows free. */
export function applyFrame({ sheet, origin }: PlacedTable, freezes: boolean): void {
  if (origin.column > 1) sheet.setColumnWidths(origin.column - 1, 1, MARGIN_WIDTH);
  if (freezes) sheet.setFrozenRows(origin.row);
}
