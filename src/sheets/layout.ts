/** Column widths and frozen rows: set when a sheet is made or the plan's widths change, then left to the user. */
import type { SheetPlan } from '../report/SheetPlan';
import type { PlacedTable } from './area';

/** Pixels of the margin, column A. */
const MARGIN_WIDTH = 20;

/** What a sheet's record keeps to know whether the layout stands. */
export const layoutFingerprint = (plan: SheetPlan): string => plan.widths.join(' ');

/** Calls grow with the changes of width from column to column, not with rows. */
export function applyLayout({ sheet, origin }: PlacedTable, plan: SheetPlan): void {
  const widths = [MARGIN_WIDTH, ...plan.widths];
  let start = 0;
  widths.forEach((width, index) => {
    if (widths[index + 1] === width) return;
    sheet.setColumnWidths(origin.column - 1 + start, index - start + 1, width);
    start = index + 1;
  });
  sheet.setFrozenRows(origin.row);
}
