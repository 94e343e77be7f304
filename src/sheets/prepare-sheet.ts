/** What one sheet needs, found out by reading only. */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import { areaDownTo, columnsIn, type Grid, gridOf } from './area';
import { checkContentBelow, checkProtection, neededGrid } from './check-before-writing';
import type { DayNumberOf } from './day-numbers';
import { sameLayout, sameLook, sameShape, sameValues } from './is-as-planned';
import { readOwnedRows } from './owned-rows';
import { FIRST_ROW, lastPlannedRow, plannedRows } from './planned-area';
import type { ReportSheet } from './ReportSheets';
import { isSurelyKept } from './text-safety';

export interface PreparedSheet {
  readonly plan: SheetPlan;
  /** All rows of the plan, from row 2. */
  readonly rows: readonly PlannedRow[];
  /** null for a sheet still to be made. */
  readonly report: ReportSheet | null;
  /** The last row that the report owns before the write, 0 if none. */
  readonly ownedLastRow: number;
  readonly grid: { readonly present: Grid | null; readonly needed: Grid };
  /** Whether cells have to be written; false leaves everything but the note. */
  readonly changes: boolean;
  /** Whether lines and wrapping have to be set as well. */
  readonly reshapes: boolean;
  /** Whether a cell may not take its value as it is. */
  readonly readsBack: boolean;
}

/**
 * @param reached the last row that an unfinished write may have reached, null where the last write was complete;
 *   a sheet that may be half-written is written anew, since what was recorded of it proves nothing
 * @throws WriterError PROTECTED_SHEET, CONTENT_BELOW
 */
export function prepareSheet(
  plan: SheetPlan,
  report: ReportSheet | null,
  reached: number | null,
  dayNumberOf: DayNumberOf,
): PreparedSheet {
  const present = report && gridOf(report.sheet);
  const grid = { present, needed: neededGrid(present, plan) };
  const rows = plannedRows(plan);
  const anew: PreparedSheet = {
    plan,
    rows,
    report,
    ownedLastRow: 0,
    grid,
    changes: true,
    reshapes: true,
    readsBack: true,
  };
  if (report === null || present === null) return anew;
  // A user has deleted nearly the whole grid: there is nothing to read, and nothing to lose.
  if (present.rows < FIRST_ROW || columnsIn(present) === 0) return anew;
  const { sheet, record } = report;
  const lastRow = lastPlannedRow(plan);
  const neededRow = Math.max(lastRow, reached ?? 0);
  checkProtection(sheet, present, Math.max(neededRow, record.lastRow));
  const owned = readOwnedRows(sheet, present, record, neededRow, dayNumberOf);
  const ownedLastRow = Math.max(owned.lastRow, Math.min(reached ?? 0, present.rows));
  checkContentBelow(sheet, present, { ...owned, lastRow: ownedLastRow }, plan);
  const keepsShape =
    reached === null &&
    present.columns === grid.needed.columns &&
    ownedLastRow === record.lastRow &&
    sameShape(record, plan) &&
    !isTorn(owned.values, rows);
  const keepsCells =
    keepsShape &&
    sameLayout(record, plan) &&
    sameValues(owned.values, rows, dayNumberOf) &&
    sameLook(areaDownTo(sheet, lastRow), plan, rows);
  const readsBack =
    !keepsCells && !(keepsShape && rows.every((row, r) => isSurelyTaken(row, owned.values[r] ?? [])));
  return { ...anew, ownedLastRow, changes: !keepsCells, reshapes: !keepsShape, readsBack };
}

/** A cell that holds something is not hidden in a merge, and takes a number or a plain text as it is. */
const isSurelyTaken = ({ values }: PlannedRow, cells: readonly unknown[]): boolean =>
  values.every((value, column) => {
    if (value === null || value === '') return true;
    return cells[column] !== '' && (typeof value === 'number' || isSurelyKept(value));
  });

/**
 * Whether a user seems to have inserted rows or columns, which tears lines and wrapping apart: the header is not
 * in its place, or a row of the table is empty.
 */
function isTorn(values: readonly (readonly unknown[])[], rows: readonly PlannedRow[]): boolean {
  return rows.some((row, r) => {
    const cells = values[r] ?? [];
    if (r === 0) return row.values.some((value, column) => cells[column] !== (value ?? ''));
    return cells.every((cell) => cell === '') && row.values.some((value) => value !== null && value !== '');
  });
}
