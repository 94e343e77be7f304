/** What one sheet needs, found out by reading only. */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import { areaDownTo, columnsIn, type Grid, gridOf, type PlacedTable } from './area';
import {
  checkContentBelow,
  checkDataValidation,
  checkMerges,
  checkProtection,
  checkSizeProtection,
  neededGrid,
} from './check-before-writing';
import type { DayNumberOf } from './day-numbers';
import { sameLayout, sameLook, samePlannedLook, sameValues } from './is-as-planned';
import { mayFreeze } from './layout';
import { readOwnedRows } from './owned-rows';
import { lastPlannedRow, NEW_TABLE, type Origin, plannedRows } from './planned-area';
import type { ReportSheet } from './ReportSheets';
import { lookedAt } from './seen-look';
import { isSurelyKept } from './text-safety';
import type { ProtectionType, Range } from './workbook-seams';

export interface PreparedSheet {
  readonly plan: SheetPlan;
  /** Where the table is written. */
  readonly origin: Origin;
  /** All rows of the plan, from the header on. */
  readonly rows: readonly PlannedRow[];
  /** null for a sheet still to be made. */
  readonly report: ReportSheet | null;
  /** The last row that the report owns before the write, 0 if none. */
  readonly ownedLastRow: number;
  readonly grid: { readonly present: Grid | null; readonly needed: Grid };
  /** Whether cells have to be written; false leaves everything but the note. */
  readonly changes: boolean;
  /** Cells that a user has merged, wholly or in part the report's. */
  readonly merges: readonly Range[];
  /** Whether column widths and frozen rows have to be set as well. */
  readonly setsLayout: boolean;
  /** Whether the layout may freeze the rows down to the header. */
  readonly freezes: boolean;
  /** Whether a cell may not take its value as it is. */
  readonly readsBack: boolean;
}

/** What reading a sheet takes of the spreadsheet. */
export interface Reading {
  readonly dayNumberOf: DayNumberOf;
  readonly wholeSheets: ProtectionType;
}

/**
 * @param reached the last row that an unfinished write may have reached, null where the last write was complete;
 *   a sheet that may be half-written is written anew, since what was recorded of it proves nothing
 * @throws WriterError PROTECTED_SHEET, CONTENT_BELOW, CELL_REJECTS
 */
export function prepareSheet(
  plan: SheetPlan,
  report: ReportSheet | null,
  reached: number | null,
  { dayNumberOf, wholeSheets }: Reading,
): PreparedSheet {
  const origin = NEW_TABLE;
  const present = report && gridOf(report.sheet);
  const grid = { present, needed: neededGrid(present, plan, origin) };
  const rows = plannedRows(plan);
  const setsLayout =
    report === null || present?.columns !== grid.needed.columns || !sameLayout(report.record, plan);
  const anew: PreparedSheet = {
    plan,
    origin,
    rows,
    report,
    ownedLastRow: 0,
    grid,
    changes: true,
    merges: [],
    setsLayout,
    freezes: true,
    readsBack: rows.some(mayBeChanged),
  };
  if (report === null || present === null) return anew;
  const { sheet, record } = report;
  const table: PlacedTable = { sheet, origin };
  if (setsLayout || grid.needed.rows > present.rows) checkSizeProtection(sheet, wholeSheets);
  // A user has deleted nearly the whole grid: there is nothing to read, and nothing to lose.
  if (present.rows < origin.row || columnsIn(present, origin) === 0) return anew;
  const lastRow = lastPlannedRow(plan, origin);
  const neededRow = Math.max(lastRow, reached ?? 0);
  checkProtection(table, present, Math.max(neededRow, record.lastRow));
  const owned = readOwnedRows(table, present, record, neededRow, dayNumberOf);
  const ownedLastRow = Math.max(owned.lastRow, Math.min(reached ?? 0, present.rows));
  checkContentBelow(table, present, { ...owned, lastRow: ownedLastRow }, plan);
  const lastTouchedRow = Math.min(present.rows, Math.max(lastRow, ownedLastRow));
  const merges = areaDownTo(table, lastTouchedRow, columnsIn(present, origin)).getMergedRanges();
  checkMerges(table, merges);
  const keepsCells =
    reached === null &&
    merges.length === 0 &&
    !setsLayout &&
    ownedLastRow === record.lastRow &&
    samePlannedLook(record, plan, origin) &&
    sameValues(owned.values, rows, dayNumberOf) &&
    sameLook(lookedAt(table, plan), record);
  if (!keepsCells) checkDataValidation(table, present, lastRow);
  const freezes = !setsLayout || mayFreeze(table, present);
  return { ...anew, ownedLastRow, merges, freezes, changes: !keepsCells };
}

const mayBeChanged = ({ values }: PlannedRow): boolean =>
  values.some((value) => typeof value === 'string' && !isSurelyKept(value));
