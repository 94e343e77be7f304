/** What one sheet needs, found out by reading only. */
import { NEW_TABLE, ownWidth, type PlannedRow, type SheetPlan } from '../report/SheetPlan';
import { type AlteredText, keptAltered } from './altered-texts';
import {
  areaDownTo,
  columnsIn,
  type Grid,
  gridOf,
  lastPlannedRow,
  type Origin,
  type PlacedTable,
  plannedRows,
} from './area';
import {
  checkContentBelow,
  checkDataValidation,
  checkMerges,
  checkProtection,
  checkSizeProtection,
  checkTakenColumns,
  checkTexts,
  type IsNothing,
  mayResize,
  neededGrid,
} from './check-before-writing';
import { lookFingerprint } from './cell-formats';
import { isCheckbox, isEmptyBox, type Rules } from './cell-rules';
import { withinClaim } from './claimed-area';
import { allWidths, changedWidths, isAnySet, mayFreeze, type WidthsToSet } from './column-widths';
import type { DayNumberOf } from './day-numbers';
import { type LocatedTable, locateTable, type SoughtTable } from './locate-table';
import { formerPlaces, type NoteParts, Notes, type PreparedNotes } from './prepare-notes';
import { placeIn, placesOf } from './note-places';
import { readFormulas } from './read-formulas';
import { isIn } from './read-notes';
import type { ReportSheet } from './ReportSheets';
import { lookedAt, looksAsSeen } from './seen-look';
import { isSurelyKept } from './text-safety';
import type { ProtectionType, Range, Workbook } from '../platform/spreadsheet';

export interface PreparedSheet {
  readonly plan: SheetPlan;
  /** Where the table is written. */
  readonly origin: Origin;
  /** All rows of the plan, from the header on. */
  readonly rows: readonly PlannedRow[];
  /** null for a sheet still to be made. */
  readonly report: ReportSheet | null;
  /** A sheet that the user has kept for himself, which the one to be made replaces. */
  readonly givenUp: ReportSheet | null;
  /** null for a sheet still to be made. */
  readonly located: LocatedTable | null;
  /** The last row that the report owns before the write; 0 on a sheet still to be made. */
  readonly ownedLastRow: number;
  /** How many columns right of the planned ones the report gives back. */
  readonly surplusColumns: number;
  readonly grid: { readonly present: Grid | null; readonly needed: Grid };
  /** Whether cells have to be written; false leaves everything but the note. */
  readonly changes: boolean;
  /** Texts that the sheet keeps as something else, where no cell has to be written. */
  readonly altered: readonly AlteredText[];
  /** Cells that a user has merged, wholly or in part the report's. */
  readonly merges: readonly Range[];
  /** Whether nothing of a table stands on the sheet, so that margin and frozen rows are set as on a new one. */
  readonly isNew: boolean;
  readonly widths: WidthsToSet;
  /** Whether the rows down to the header of a new table may be frozen. */
  readonly freezes: boolean;
  /** Whether a cell may not take its value as it is. */
  readonly readsBack: boolean;
  /** null where there are no notes, or all of them stay as they are. */
  readonly notes: PreparedNotes | null;
  /** Formulas in the cells over the table, where they were read and its cells stay; otherwise null. */
  readonly formulasOver: readonly string[] | null;
}

/** What reading a sheet takes of the spreadsheet. */
export interface Reading {
  readonly workbook: Workbook;
  readonly dayNumberOf: DayNumberOf;
  readonly wholeSheets: ProtectionType;
  /** null where nobody keeps notes. */
  readonly notes: NoteParts | null;
}

/**
 * @param isUnfinished whether the last write was cut short; a sheet that may be half-written is written anew, since
 *   what was recorded of it proves nothing
 * @throws WriterError for every reason but FOREIGN_SHEET, CELL_LIMIT and CELL_DIFFERS
 */
export function prepareSheet(
  plan: SheetPlan,
  report: ReportSheet | null,
  isUnfinished: boolean,
  { workbook, dayNumberOf, wholeSheets, notes: noteParts }: Reading,
): PreparedSheet {
  const present = report && gridOf(report.sheet);
  const located = report && present && tableOn(report, { workbook, present, plan, isUnfinished });
  const origin = located?.origin ?? NEW_TABLE;
  checkTexts(plan, origin);
  const grid = { present, needed: neededGrid(present, plan, origin) };
  const own = ownWidth(plan);
  const rows = plannedRows(plan).map((row) =>
    own === plan.columns.length ? row : { ...row, values: row.values.slice(0, own) },
  );
  const isNew = report === null || report.record.layout === '' || located?.isFound === false;
  const anew: PreparedSheet = {
    plan,
    origin,
    rows,
    report,
    givenUp: null,
    located,
    ownedLastRow: located?.lastRow ?? 0,
    surplusColumns: 0,
    grid,
    changes: true,
    altered: [],
    merges: [],
    isNew,
    widths: allWidths(plan),
    freezes: true,
    readsBack: rows.some(mayBeChanged),
    notes: null,
    formulasOver: null,
  };
  let rules: Rules | null = null;
  const rulesOf = (): Rules => (rules ??= rulesIn(report, located, present, plan));
  const mayBear = own < plan.columns.length || (report !== null && placesOf(report.record).length > 0);
  const notes =
    noteParts === null || !mayBear
      ? null
      : new Notes({
          ...{ plan, report, located, present, isUnfinished },
          ...{ rules: rulesOf, dayNumberOf, parts: noteParts },
        });
  const settled = (prepared: PreparedSheet): PreparedSheet => {
    const made = notes?.settle();
    return made ? { ...prepared, plan: made.plan, rows: plannedRows(made.plan), notes: made } : prepared;
  };
  if (report === null || present === null || located === null) return settled(anew);
  const { sheet, record } = report;
  const table: PlacedTable = { sheet, origin, width: plan.columns.length };
  const grows = grid.needed.rows > present.rows || grid.needed.columns > present.columns;
  if (isNew || grows) checkSizeProtection(sheet, wholeSheets);
  const changed = isNew ? anew.widths : changedWidths(table, plan, record.layout, present);
  const widths = isAnySet(changed) && !mayResize(sheet, wholeSheets) ? changed.map(() => null) : changed;
  // A user has deleted nearly the whole grid: there is nothing to read, and nothing to lose.
  if (present.rows < origin.row || columnsIn(present, table) === 0) return settled({ ...anew, widths });
  const lastRow = lastPlannedRow(plan, origin);
  const lastTouchedRow = Math.min(present.rows, Math.max(lastRow, located.lastRow));
  const ownedWidth = columnsIn(present, { origin, width: located.isFound ? located.width : 0 });
  const touched = { ...table, width: Math.max(table.width, ownedWidth) };
  checkProtection(touched, present, lastTouchedRow);
  const former = formerPlaces({ report, located });
  const isNothing: IsNothing = (cell, row, column) =>
    notes !== null && cell === false && isCheckbox(rulesOf()[row]?.[column]);
  const isTheirs = (column: number): boolean =>
    column >= own || former.some((columns) => isIn(columns, column));
  const givesWay = (row: number, column: number): boolean =>
    notes !== null && (isTheirs(column) || isEmptyBox(rulesOf(), located.values, row, column));
  checkContentBelow(table, present, located, plan, isNothing);
  if (located.isFound) checkTakenColumns(table, present, located.width, lastTouchedRow, isNothing);
  const merges = areaDownTo(touched, lastTouchedRow, columnsIn(present, touched)).getMergedRanges();
  checkMerges(touched, merges);
  const mayKeep =
    !isUnfinished &&
    merges.length === 0 &&
    !isAnySet(widths) &&
    located.isAnchored &&
    located.lastRow === lastRow &&
    located.width === table.width &&
    record.look === lookFingerprint(plan);
  const altered = mayKeep ? keptAltered(located.values, rows, record, dayNumberOf) : null;
  const mayStay = altered !== null && notes?.lieInPlace !== false;
  const formulas = mayStay ? readFormulas(table, plan) : null;
  // No formula stands in a cell, even one with the right result, and all looks as it did after the last write.
  const keepsCells = formulas?.hasNone === true && looksAsSeen(lookedAt(table, plan), record.seen);
  if (!keepsCells) checkDataValidation(table, rulesOf(), givesWay);
  const freezes = isNew && mayFreeze(table, present);
  const prepared = {
    ...{
      ...anew,
      merges,
      widths,
      freezes,
      changes: !keepsCells,
      altered: (keepsCells ? altered : null) ?? [],
    },
    formulasOver: keepsCells ? formulas.over : null,
    surplusColumns: touched.width - table.width,
  };
  return keepsCells ? prepared : settled(prepared);
}

function tableOn(
  { sheet, record }: ReportSheet,
  sought: Omit<SoughtTable, 'sheet' | 'further'>,
): LocatedTable {
  const located = locateTable({ ...sought, sheet, further: record.further });
  if (!sought.isUnfinished) return located;
  return withinClaim(located, {
    plan: sought.plan,
    titles: [...record.further, ...(record.titles ?? [])],
    notes: placeIn(record, located.values[0] ?? []),
  });
}

/** Of all rows and columns that the table has or is to have, as far as there are any. */
function rulesIn(
  report: ReportSheet | null,
  located: LocatedTable | null,
  present: Grid | null,
  plan: SheetPlan,
): Rules {
  if (report === null || located === null || present === null) return [];
  const { origin } = located;
  const width = Math.max(plan.columns.length, located.width);
  const lastRow = Math.min(
    present.rows,
    Math.max(lastPlannedRow(plan, origin), bearingNotes(report, located)),
  );
  const columns = columnsIn(present, { origin, width });
  return areaDownTo({ sheet: report.sheet, origin, width }, lastRow, columns).getDataValidations();
}

/** Of a table without notes only what is to be written is looked at. */
const bearingNotes = ({ record }: ReportSheet, { lastRow }: LocatedTable): number =>
  placesOf(record).length > 0 ? lastRow : 0;

const mayBeChanged = ({ values }: PlannedRow): boolean =>
  values.some((value) => typeof value === 'string' && !isSurelyKept(value));
