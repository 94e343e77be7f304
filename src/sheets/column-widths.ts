/** Column widths, set when a sheet is made or the plan's change, and margin and frozen rows of a new one. */
import type { SheetPlan } from '../report/SheetPlan';
import { type Grid, lastColumn, type PlacedTable } from './area';

/** Pixels of the margin, column A. */
const MARGIN_WIDTH = 20;

/** What a sheet's record keeps to know whether the widths stand. */
export const widthsFingerprint = ({ columns }: SheetPlan): string =>
  columns.map(({ width }) => width).join(' ');

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

/**
 * A margin is a new sheet's only, since later a user may have put a column of his own there, and so are frozen rows
 * where others stand above the table. Calls grow with the changes of width from column to column, not with rows.
 */
export function applyWidths(
  { sheet, origin }: PlacedTable,
  plan: SheetPlan,
  { isNew, freezes }: { readonly isNew: boolean; readonly freezes: boolean },
): void {
  const { columns } = plan;
  let start = 0;
  columns.forEach(({ width }, index) => {
    if (columns[index + 1]?.width === width) return;
    sheet.setColumnWidths(origin.column + start, index - start + 1, width);
    start = index + 1;
  });
  if (isNew && origin.column > 1) sheet.setColumnWidths(origin.column - 1, 1, MARGIN_WIDTH);
  if (freezes) sheet.setFrozenRows(origin.row);
}
