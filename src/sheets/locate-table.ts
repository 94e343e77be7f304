/**
 * Finds a sheet's table: where the spreadsheet's own anchor says, which is believed as long as what stands there
 * agrees; else it is searched for. Nothing is changed.
 */
import { NEW_TABLE, type SheetPlan } from '../report/SheetPlan';
import { type Anchor, anchorOn, markedColumns, sameAnchor } from './anchor';
import { areaBetween, columnsIn, type Grid, lastPlannedRow, type Origin, type PlacedTable } from './area';
import { cellsAt, findColumn, isWholeHeader, type Search } from './locate-columns';
import { findRows } from './locate-rows';
import { isBlank, isReportRow, rowSignsOf, type Row } from './report-rows';
import type { Sheet, Workbook } from '../platform/spreadsheet';

export interface LocatedTable {
  readonly origin: Origin;
  /** The last row that is the report's; the one above the table where nothing of it stands. */
  readonly lastRow: number;
  /** The last row that may be the report's although nothing tells so; `lastRow` where it is known to be the last. */
  readonly unclearTo: number;
  /** How many columns the table has there. */
  readonly width: number;
  /** Values of the table's columns from its first row on, as far down as the plan reaches or the sheet is filled. */
  readonly values: readonly Row[];
  readonly anchor: Anchor | null;
  /** Whether name and marks are exactly where they belong. */
  readonly isAnchored: boolean;
  /** Whether the columns' marks have to be set again. */
  readonly marksColumns: boolean;
  readonly isFound: boolean;
}

export interface SoughtTable {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly present: Grid;
  readonly plan: SheetPlan;
  /** The titles right of the fixed columns, as the table was written. */
  readonly further: readonly string[];
  readonly isUnfinished: boolean;
}

/** What may stand between the table and rows that go on with it. */
const ROWS_LOOKED_AT_BELOW = 2;

/** @throws WriterError COLUMN_INSERTED, COLUMN_DELETED, COLUMN_MOVED, TITLE_MOVED, LOOKS_LIKE_REPORT */
export function locateTable(sought: SoughtTable): LocatedTable {
  const { workbook, sheet, present, plan, further } = sought;
  const anchor = anchorOn(workbook, sheet, plan.sheet);
  const width = plan.fixedColumns + further.length;
  if (anchor?.columns === width) {
    const table = { sheet, origin: anchor, width };
    const lastRow = Math.max(anchor.lastRow + ROWS_LOOKED_AT_BELOW, lastPlannedRow(plan, anchor));
    const values = areaBetween(table, anchor.row, Math.min(lastRow, present.rows)).getValues();
    if (agrees(anchor, values, plan)) {
      const { row, column } = anchor;
      const { lastRow: end } = anchor;
      const found = { origin: { row, column }, lastRow: end, unclearTo: end, width, values, anchor };
      return { ...found, isAnchored: true, marksColumns: width !== plan.columns.length, isFound: true };
    }
  }
  return search(sought, anchor);
}

/** The header stands on top, the report's own row at the end, and nothing close below. */
function agrees(anchor: Anchor, values: readonly Row[], plan: SheetPlan): boolean {
  const own = values.slice(0, anchor.lastRow - anchor.row + 1);
  const below = values.slice(own.length, own.length + ROWS_LOOKED_AT_BELOW);
  const filled = own.filter((row, index) => index === 0 || !isBlank(row, plan.fixedColumns));
  const last = filled[filled.length - 1];
  const endsWell = filled.length === 1 || isReportRow(rowSignsOf(plan), last);
  return (
    isWholeHeader(own[0] ?? [], plan.header.values, plan) &&
    endsWell &&
    below.every((row) => isBlank(row, plan.fixedColumns))
  );
}

function search(sought: SoughtTable, anchor: Anchor | null): LocatedTable {
  const { sheet, present, plan, further, isUnfinished } = sought;
  const { fixedColumns } = plan;
  const signs = rowSignsOf(plan);
  const width = fixedColumns + further.length;
  const marks = markedColumns(sheet, width);
  const lastRow = Math.min(present.rows, Math.max(sheet.getLastRow(), anchor?.lastRow ?? 0));
  const cells = lastRow === 0 ? [] : sheet.getRange(1, 1, lastRow, present.columns).getValues();
  const known: Search = {
    sheetName: sheet.getName(),
    anchor,
    marks,
    titles: [...plan.columns.slice(0, fixedColumns).map(({ title }) => title), ...further],
    fixedColumns,
    cells,
    isUnfinished,
  };
  const column = findColumn(known);
  const place = column ?? NEW_TABLE.column;
  const formatsOf = formatsIn({ sheet, origin: { row: 1, column: place }, width }, present, cells.length);
  const rows = column === null ? null : findRows({ ...known, signs, column, formatsOf });
  const origin = { row: rows?.row ?? NEW_TABLE.row, column: place };
  const end = rows?.lastRow ?? origin.row - 1;
  const isMarked = marks.every((marked, index) => marked === place + index);
  return {
    origin,
    lastRow: end,
    unclearTo: rows === null || anchor?.lastRow === end ? end : Math.max(end + 1, anchor?.lastRow ?? 0),
    width,
    values: cells.slice(origin.row - 1).map((_, r) => cellsAt(known, origin.row + r, place)),
    anchor,
    isAnchored: isMarked && sameAnchor(anchor, { origin, width }, end),
    marksColumns: !isMarked || width !== plan.columns.length,
    isFound: rows !== null,
  };
}

/** One call for all rows, and none where nobody asks. */
function formatsIn(table: PlacedTable, present: Grid, lastRow: number): (row: number) => readonly string[] {
  let formats: string[][] | undefined;
  return (row) => {
    const columns = columnsIn(present, table);
    if (row > lastRow || columns === 0) return [];
    formats ??= areaBetween(table, 1, lastRow, columns).getNumberFormats();
    return formats[row - 1] ?? [];
  };
}
