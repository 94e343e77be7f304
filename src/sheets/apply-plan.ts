/** Puts one plan onto its sheet, whose grid is large enough, in a number of calls that rows hardly change. */
import type { PlannedColumn } from '../report/SheetPlan';
import type { AlteredText } from './altered-texts';
import { areaDownTo, type Grid, gridOf, lastPlannedRow, type PlacedTable } from './area';
import { applyFrame, applyWidths } from './column-widths';
import { drawBorders } from './borders';
import { applyLook, formatsIn, type LookedRows } from './cell-formats';
import { formatsBefore } from './formats-before';
import type { PreparedSheet } from './prepare-sheet';
import type { Sheet, SpreadsheetService } from '../platform/spreadsheet';
import { makeWayForNotes, writeNotes } from './write-notes';
import { enterValues, writeTexts } from './write-values';

/** Adds the missing rows and columns at the end of the grid; `present` is asked where it is not known. */
export function growGrid(sheet: Sheet, { present, needed }: PreparedSheet['grid']): void {
  const grid: Grid = present ?? gridOf(sheet);
  if (needed.rows > grid.rows) sheet.insertRowsAfter(grid.rows, needed.rows - grid.rows);
  if (needed.columns > grid.columns) sheet.insertColumnsAfter(grid.columns, needed.columns - grid.columns);
}

const NOBODYS: PlannedColumn = { title: '', width: 0, kind: 'number', hasLinks: false, total: null };

const surplusOf = ({ plan, ownedLastRow }: PreparedSheet, { origin }: PlacedTable): number =>
  Math.max(0, ownedLastRow - lastPlannedRow(plan, origin));

/**
 * The first change of a sheet, made on all of them before any value: Google refuses it in the typed columns of a
 * table, which a script cannot ask for, and then hardly anything has changed.
 */
export function beginPlan(table: PlacedTable, prepared: PreparedSheet): void {
  const { plan, rows, merges } = prepared;
  const surplusRows = surplusOf(prepared, table);
  merges.forEach((cells) => cells.breakApart());
  areaDownTo(table, lastPlannedRow(plan, table.origin) + surplusRows).setNumberFormats(
    formatsFor(prepared, { plan, rows, surplusRows }).before,
  );
}

function formatsFor({ plan, located, notes }: PreparedSheet, looked: LookedRows) {
  const settled = formatsIn(looked);
  const before = notes === null || located === null ? settled : formatsBefore(plan, located.values, settled);
  return { before, settled };
}

/**
 * After `beginPlan`: values first, so that no colour of a new row comes to stand on the values of an old one where
 * they are refused. Rows that the report leaves behind are blanked.
 * @returns the texts that cells did not take as they are
 */
export function applyPlan(
  table: PlacedTable,
  prepared: PreparedSheet,
  app: SpreadsheetService,
): readonly AlteredText[] {
  const { plan, rows, ownedLastRow, surplusColumns, readsBack, isNew, widths, freezes, notes } = prepared;
  const surplusRows = surplusOf(prepared, table);
  const looked = { plan, rows, surplusRows };
  const area = areaDownTo(table, lastPlannedRow(plan, table.origin) + surplusRows);
  if (notes !== null) makeWayForNotes(table, notes);
  const values = enterValues(table, looked, { columns: surplusColumns, lastRow: ownedLastRow });
  const { before, settled } = formatsFor(prepared, looked);
  if (before !== settled) area.setNumberFormats(settled);
  applyLook(area, looked, app);
  if (notes !== null) writeNotes(table, notes, surplusRows);
  giveBack(table, prepared, app);
  drawBorders(table, plan, ownedLastRow, app.BorderStyle);
  const altered = writeTexts(table, { plan, rows, values, readsBack }, app);
  applyWidths(table, widths);
  if (isNew) applyFrame(table, freezes);
  return altered;
}

/** Columns that the table no longer has look as nobody's down to its old end; their widths stay. */
function giveBack(table: PlacedTable, prepared: PreparedSheet, app: SpreadsheetService): void {
  const { plan, surplusColumns, ownedLastRow } = prepared;
  const { row, column } = table.origin;
  const surplusRows = ownedLastRow - row + 1;
  if (surplusColumns === 0 || surplusRows <= 0) return;
  const left = { ...table, origin: { row, column: column + table.width }, width: surplusColumns };
  const columns = Array.from({ length: surplusColumns }, () => NOBODYS);
  const looked = { plan: { ...plan, columns, body: [], footer: [] }, rows: [], surplusRows };
  const area = areaDownTo(left, ownedLastRow);
  area.setNumberFormats(formatsIn(looked));
  applyLook(area, looked, app);
  area.setBorder(false, false, false, false, false, false, null, null);
}
