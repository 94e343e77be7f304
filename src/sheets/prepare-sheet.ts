/** What one sheet needs, found out by reading only. */
import type { SheetPlan } from '../report/SheetPlan';
import { areaDownTo, columnsIn, type Grid, gridOf } from './area';
import { checkContentBelow, checkProtection, neededGrid } from './check-before-writing';
import type { DayNumberOf } from './day-numbers';
import { sameLook, sameRecord, sameValues } from './is-as-planned';
import { readOwnedRows } from './owned-rows';
import { FIRST_ROW, lastPlannedRow } from './planned-area';
import type { ReportSheet } from './ReportSheets';

export interface PreparedSheet {
  readonly plan: SheetPlan;
  /** null for a sheet still to be made. */
  readonly report: ReportSheet | null;
  /** The last row that the report owns before the write, 0 if none. */
  readonly ownedLastRow: number;
  readonly grid: { readonly present: Grid | null; readonly needed: Grid };
  /** Whether cells have to be written; false leaves everything but the note. */
  readonly changes: boolean;
}

/**
 * @param rewrite the sheet may be half-written, so what was recorded of it proves nothing
 * @throws WriterError PROTECTED_SHEET, CONTENT_BELOW
 */
export function prepareSheet(
  plan: SheetPlan,
  report: ReportSheet | null,
  rewrite: boolean,
  dayNumberOf: DayNumberOf,
): PreparedSheet {
  const grid = report && gridOf(report.sheet);
  const needed = neededGrid(grid, plan);
  if (report === null || grid === null) {
    return { plan, report: null, ownedLastRow: 0, grid: { present: null, needed }, changes: true };
  }
  const grids = { present: grid, needed };
  // A user has deleted nearly the whole grid: there is nothing to read, and nothing to lose.
  if (grid.rows < FIRST_ROW || columnsIn(grid) === 0) {
    return { plan, report, ownedLastRow: 0, grid: grids, changes: true };
  }
  const { sheet, record } = report;
  const lastRow = lastPlannedRow(plan);
  checkProtection(sheet, grid, Math.max(lastRow, record.lastRow));
  const owned = readOwnedRows(sheet, grid, record, lastRow, dayNumberOf);
  checkContentBelow(sheet, grid, owned, plan);
  const asPlanned =
    !rewrite &&
    grid.columns === needed.columns &&
    owned.lastRow === lastRow &&
    sameRecord(record, plan) &&
    sameValues(owned.values, plan, dayNumberOf) &&
    sameLook(areaDownTo(sheet, lastRow), plan);
  return { plan, report, ownedLastRow: owned.lastRow, grid: grids, changes: !asPlanned };
}
