/** Puts one plan onto its sheet, whose grid is large enough, in a number of calls that rows hardly change. */
import { areaDownTo, type Grid, gridOf, type PlacedTable } from './area';
import { applyLayout } from './layout';
import { applyLines } from './lines';
import { applyLook } from './look';
import { lastPlannedRow } from './planned-area';
import type { PreparedSheet } from './prepare-sheet';
import type { Sheet, SpreadsheetService } from './workbook-seams';
import { writeValues } from './write-values';

/** Adds the missing rows and columns at the end of the grid; `present` is asked where it is not known. */
export function growGrid(sheet: Sheet, { present, needed }: PreparedSheet['grid']): void {
  const grid: Grid = present ?? gridOf(sheet);
  if (needed.rows > grid.rows) sheet.insertRowsAfter(grid.rows, needed.rows - grid.rows);
  if (needed.columns > grid.columns) sheet.insertColumnsAfter(grid.columns, needed.columns - grid.columns);
}

/** Look first, values second; rows that the report leaves behind are blanked. */
export function applyPlan(table: PlacedTable, prepared: PreparedSheet, app: SpreadsheetService): void {
  const { plan, rows, ownedLastRow, merges, readsBack, setsLayout } = prepared;
  const lastRow = lastPlannedRow(plan, table.origin);
  const surplusRows = Math.max(0, ownedLastRow - lastRow);
  merges.forEach((cells) => cells.breakApart());
  applyLook(areaDownTo(table, lastRow + surplusRows), plan, rows, surplusRows, app);
  applyLines(table, plan, ownedLastRow, app.BorderStyle);
  writeValues(table, { plan, rows, surplusRows, readsBack }, app);
  if (setsLayout) applyLayout(table, plan);
}
