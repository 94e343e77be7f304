/**
 * Everything that can refuse a write is asked here, before the first value: the length of texts, protection, data
 * validation, the user's content in the way and the size of the spreadsheet.
 */
import { columnName, type SheetPlan } from '../report/SheetPlan';
import { writerTexts } from '../texts/writer-texts';
import {
  areaBetween,
  areaDownTo,
  cellName,
  columnsIn,
  columnsName,
  type Grid,
  gridOf,
  hasGrid,
  lastColumn,
  lastPlannedRow,
  type Origin,
  type PlacedTable,
  plannedRows,
  type TableColumns,
} from './area';
import type { Rules } from './cell-rules';
import type { LocatedTable } from './locate-table';
import { isMostlyFormatted, isReportRow, rowSignsOf } from './report-rows';
import { CELL_TEXT_MAX_CHARS, SPREADSHEET_MAX_CELLS } from '../platform/limits';
import type { ProtectionType, Range, Sheet, Workbook } from '../platform/spreadsheet';
import { WriterError } from './WriterError';

/** What `insertSheet` makes: 1,000 rows by 26 columns. */
const NEW_SHEET_GRID: Grid = { rows: 1_000, columns: 26 };

export const cellsIn = (grid: Grid | null): number => (grid === null ? 0 : grid.rows * grid.columns);

/** The grid that a plan needs: never smaller than the present one; `present` is null for a sheet to be made. */
export const neededGrid = (present: Grid | null, plan: SheetPlan, origin: Origin): Grid => {
  const { rows, columns } = present ?? NEW_SHEET_GRID;
  return {
    /** Google refuses to freeze every row of a sheet. */
    rows: Math.max(rows, lastPlannedRow(plan, origin), origin.row + 1),
    columns: Math.max(columns, lastColumn({ origin, width: plan.columns.length })),
  };
};

/** @throws WriterError TEXT_TOO_LONG */
export function checkTexts(plan: SheetPlan, origin: Origin): void {
  plannedRows(plan).forEach((row, r) => {
    const c = row.values.findIndex(
      (value) => typeof value === 'string' && value.length > CELL_TEXT_MAX_CHARS,
    );
    if (c === -1) return;
    throw new WriterError('TEXT_TOO_LONG', writerTexts.textTooLong(plan.title, cellName(origin, r, c)));
  });
}

/** @throws WriterError PROTECTED_SHEET */
export function checkProtection(table: PlacedTable, grid: Grid, lastRow: number): void {
  const area = areaDownTo(table, Math.min(grid.rows, lastRow), columnsIn(grid, table));
  if (!area.canEdit()) throw protectedSheet(table);
}

const protectedSheet = (table: PlacedTable): WriterError =>
  new WriterError('PROTECTED_SHEET', writerTexts.protectedSheet(table.sheet.getName(), columnsName(table)));

/** A protected sheet may leave the table free, but not its size and the widths of its columns. */
export const mayResize = (sheet: Sheet, wholeSheets: ProtectionType): boolean =>
  sheet.getProtections(wholeSheets).every((protection) => protection.canEdit());

/** @throws WriterError PROTECTED_SHEET */
export function checkSizeProtection(sheet: Sheet, wholeSheets: ProtectionType): void {
  if (mayResize(sheet, wholeSheets)) return;
  throw new WriterError('PROTECTED_SHEET', writerTexts.protectedSize(sheet.getName()));
}

/**
 * Cells that a user has merged are separated, which changes those outside the table too.
 * @throws WriterError PROTECTED_SHEET
 */
export function checkMerges(table: PlacedTable, merges: readonly Range[]): void {
  if (!merges.every((merged) => merged.canEdit())) throw protectedSheet(table);
}

/**
 * Google takes a value against a rule that rejects as an error, for people and scripts alike.
 * @param givesWay whether the rule of a cell, from 0, is taken away before anything is written there
 * @throws WriterError CELL_REJECTS, naming the first cell whose rule rejects entries
 */
export function checkDataValidation(
  { sheet, origin, width }: PlacedTable,
  rules: Rules,
  givesWay: (row: number, column: number) => boolean,
): void {
  rules.forEach((row, r) => {
    const c = row
      .slice(0, width)
      .findIndex((rule, column) => rule?.getAllowInvalid() === false && !givesWay(r, column));
    if (c === -1) return;
    throw new WriterError('CELL_REJECTS', writerTexts.cellRejects(sheet.getName(), cellName(origin, r, c)));
  });
}

/** Whether a cell counts as empty whatever stands in it; row and column of the table, from 0. */
export type IsNothing = (cell: unknown, row: number, column: number) => boolean;

/**
 * A growing report must find the rows below its old end empty, of formulas that show nothing too; one whose table is
 * lost all of its rows.
 * @throws WriterError CONTENT_BELOW, TABLE_LOST, LOOKS_LIKE_REPORT or ROW_UNCLEAR, naming the first row in the way
 */
export function checkContentBelow(
  table: PlacedTable,
  grid: Grid,
  located: LocatedTable,
  plan: SheetPlan,
  isNothing: IsNothing,
): void {
  const { sheet, origin } = table;
  const firstRow = Math.max(origin.row, located.lastRow + 1);
  const lastRow = Math.min(grid.rows, lastPlannedRow(plan, origin));
  if (lastRow < firstRow) return;
  // Of a table that is found, columns yet to be taken are another matter.
  const width = located.isFound ? Math.min(table.width, located.width) : table.width;
  const area = areaBetween(table, firstRow, lastRow, columnsIn(grid, { origin, width }));
  const values =
    located.width < width
      ? area.getValues()
      : located.values.slice(firstRow - origin.row).map((row) => row.slice(0, width));
  const formulas = area.getFormulas();
  const taken = formulas.findIndex(
    (row, r) =>
      row.some((formula) => formula !== '') ||
      values[r]?.some((cell, c) => cell !== '' && !isNothing(cell, firstRow - origin.row + r, c)),
  );
  if (taken === -1) return;
  const freeFrom = { row: lastPlannedRow(plan, origin), column: columnName(lastColumn(table)) };
  const row = firstRow + taken;
  const name = sheet.getName();
  const signs = rowSignsOf(plan);
  const looksLikeReport = (): WriterError =>
    new WriterError('LOOKS_LIKE_REPORT', writerTexts.looksLikeReport(name, row));
  if (isReportRow(signs, values[taken])) throw looksLikeReport();
  if (!located.isFound) throw new WriterError('TABLE_LOST', writerTexts.tableLost(name, row, freeFrom));
  if (row <= located.unclearTo) {
    throw new WriterError('ROW_UNCLEAR', writerTexts.rowUnclear(name, row, freeFrom));
  }
  const [formats] = areaBetween(table, row, row, columnsIn(grid, table)).getNumberFormats();
  if (isMostlyFormatted(signs, formats)) throw looksLikeReport();
  throw new WriterError('CONTENT_BELOW', writerTexts.contentBelow(name, row, freeFrom));
}

/**
 * Columns that the table is about to take must be empty in its rows, of formulas that show nothing too.
 * @param ownedWidth how many columns the table has now
 * @throws WriterError COLUMNS_TAKEN, naming the first cell in the way
 */
export function checkTakenColumns(
  { sheet, origin, width }: PlacedTable,
  grid: Grid,
  ownedWidth: number,
  lastRow: number,
  isNothing: IsNothing,
): void {
  const wanted = {
    ...{ sheet, origin: { row: origin.row, column: origin.column + ownedWidth } },
    width: width - ownedWidth,
  };
  const columns = columnsIn(grid, wanted);
  if (columns === 0) return;
  const area = areaDownTo(wanted, Math.min(grid.rows, lastRow), columns);
  const [values, formulas] = [area.getValues(), area.getFormulas()];
  values.forEach((row, r) => {
    const isEmpty = (cell: unknown, index: number): boolean =>
      (formulas[r]?.[index] ?? '') === '' && (cell === '' || isNothing(cell, r, ownedWidth + index));
    const c = row.findIndex((cell, index) => !isEmpty(cell, index));
    if (c === -1) return;
    const cell = cellName(wanted.origin, r, c);
    throw new WriterError(
      'COLUMNS_TAKEN',
      writerTexts.columnsTaken(sheet.getName(), wantedName(wanted), cell),
    );
  });
}

/** The columns as their sentence names them, and the last of them. */
const wantedName = (table: TableColumns): { readonly all: string; readonly last: string } => {
  const last = columnName(lastColumn(table));
  return { all: table.width === 1 ? last : columnsName(table), last };
};

/**
 * Asks every sheet of the file for its size, so only for cells that are to be added.
 * @throws WriterError CELL_LIMIT
 */
export function checkCellLimit(workbook: Workbook, addedCells: number): void {
  if (addedCells === 0) return;
  const present = workbook.getSheets().reduce((sum, sheet) => sum + cellsOf(sheet), 0);
  if (present + addedCells > SPREADSHEET_MAX_CELLS) {
    throw new WriterError('CELL_LIMIT', writerTexts.cellLimit());
  }
}

/** Only a sheet that refuses is asked whether it has cells at all: a call less for each of the others. */
function cellsOf(sheet: Sheet): number {
  try {
    return cellsIn(gridOf(sheet));
  } catch (error) {
    if (hasGrid(sheet)) throw error;
    return 0;
  }
}
