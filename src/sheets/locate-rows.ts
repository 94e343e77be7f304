/** In which rows a table lies whose anchor alone does not tell: by its header and by what its rows look like. */
import { writerTexts } from '../texts/writer-texts';
import type { Anchor } from './anchor';
import { cellsAt, isHeader, isWholeHeader, type Search } from './locate-columns';
import {
  holdsTotal,
  isBlank,
  isBodyRow,
  isFormattedAsBody,
  isMostlyFormatted,
  isReportRow,
  isTotal,
  type Row,
  type RowSigns,
} from './report-rows';
import { WriterError } from './WriterError';

export interface RowSearch extends Search {
  readonly signs: RowSigns;
  /** The table's first column on the sheet. */
  readonly column: number;
  /** Number formats of a row's cells in the table's columns. */
  readonly formatsOf: (row: number) => readonly string[];
}

export interface FoundRows {
  /** The header's. */
  readonly row: number;
  readonly lastRow: number;
}

/**
 * Null where nothing tells of a table.
 * @throws WriterError LOOKS_LIKE_REPORT where rows of the report stand that nothing tells whose they are
 */
export function findRows(search: RowSearch): FoundRows | null {
  const row = findHeaderRow(search);
  if (row === null) return null;
  const { anchor } = search;
  const isAnchored = anchor !== null && anchor.row <= row && row <= anchor.lastRow;
  const lastRow = isAnchored && endsInReport(search, row, anchor) ? anchor.lastRow : endBelow(search, row);
  return { row, lastRow: withRowsBelow(search, row, lastRow) };
}

const rowOf = (search: RowSearch, row: number): Row => cellsAt(search, row, search.column);

const isOwn = (search: RowSearch, row: number): boolean =>
  isReportRow(search.signs, rowOf(search, row)) || isFormattedAsBody(search.signs, search.formatsOf(row));

/** Surely none that a user wrote: values and formats are the report's. */
const isSurelyOwn = (search: RowSearch, row: number): boolean => {
  const cells = rowOf(search, row);
  if (isTotal(search.signs, cells)) return true;
  return isBodyRow(search.signs, cells) && isFormattedAsBody(search.signs, search.formatsOf(row));
};

function findHeaderRow(search: RowSearch): number | null {
  const { anchor, titles, cells, signs } = search;
  const headers = cells.flatMap((_, r) =>
    isWholeHeader(rowOf(search, r + 1), titles, search) ? [r + 1] : [],
  );
  const [first, second] = headers;
  if (anchor === null) {
    if (second !== undefined) throw looksLikeReport(search, second);
    return first ?? overwrittenHeader(search);
  }
  const anchored = rowOf(search, anchor.row);
  if (isHeader(anchored, titles, search)) return anchor.row;
  const nearest = [...headers].sort((a, b) => Math.abs(a - anchor.row) - Math.abs(b - anchor.row))[0];
  if (nearest === undefined || !isReportRow(signs, anchored)) return nearest ?? anchor.row;
  // The rows were sorted together with their header, or it was deleted, or an older version starts above.
  const between = Array.from({ length: Math.max(0, anchor.row - nearest - 1) }, (_, i) => nearest + 1 + i);
  const startsAbove = nearest < anchor.row && between.every((row) => isReportRow(signs, rowOf(search, row)));
  return startsAbove ? nearest : anchor.row;
}

/** Where no name tells, half of the titles make a header over a row that surely is the report's, if they do so once. */
function overwrittenHeader(search: RowSearch): number | null {
  const isOne = (row: number): boolean =>
    isHeader(rowOf(search, row), search.titles, search) && isSurelyOwn(search, row + 1);
  const [row, another] = search.cells.flatMap((_, r) => (isOne(r + 1) ? [r + 1] : []));
  return another === undefined ? (row ?? null) : null;
}

/** Whether the last row of the anchored ones that is not empty is the report's; all are where it always has as many. */
function endsInReport(search: RowSearch, headerRow: number, { lastRow }: Anchor): boolean {
  if (search.signs.rows !== undefined) return true;
  let row = lastRow;
  while (row > headerRow && isBlank(rowOf(search, row), search.fixedColumns)) row -= 1;
  return row === headerRow || isOwn(search, row) || isMovedAbout(search, row);
}

/** A row of the anchored ones in which people have moved cells; such of a user's own is none that he has written. */
const isMovedAbout = ({ signs, ...search }: RowSearch, row: number): boolean =>
  holdsTotal(signs, cellsAt(search, row, search.column)) || isMostlyFormatted(signs, search.formatsOf(row));

/** The last row that goes on what stands above it, from the header down. */
function endBelow(search: RowSearch, headerRow: number): number {
  let end = headerRow;
  const { rows } = search.signs;
  const last = Math.min(search.cells.length, headerRow + (rows ?? Infinity));
  for (let row = headerRow + 1; row <= last; row += 1) {
    const cells = rowOf(search, row);
    const isFooter = isTotal(search.signs, cells);
    const isAfterTotals = isTotal(search.signs, rowOf(search, end));
    if (isFooter || (!isAfterTotals && !isBlank(cells, search.fixedColumns) && isOwn(search, row))) end = row;
    // One empty row parts blocks of totals from what stands above them.
    else if (rows === undefined && (!isBlank(cells, search.fixedColumns) || row > end + 1)) break;
  }
  return end;
}

/** The anchor may end too early where an older, longer version of the file has come back. */
function withRowsBelow(search: RowSearch, headerRow: number, lastRow: number): number {
  const next = isBlank(rowOf(search, lastRow + 1), search.fixedColumns) ? lastRow + 2 : lastRow + 1;
  const isTotalAt = (row: number): boolean => isTotal(search.signs, rowOf(search, row));
  const goesOn = next === lastRow + 1 || isTotalAt(next);
  if (goesOn && isSurelyOwn(search, next)) {
    const end = endBelow(search, headerRow);
    // Only totals tell where a report ends; below them nothing of it can follow.
    if (end > lastRow && isTotalAt(end)) return end;
    if (!isTotalAt(lastRow)) throw looksLikeReport(search, next);
  }
  if (search.anchor === null) {
    const stray = search.cells.findIndex((_, r) => r >= lastRow && isSurelyOwn(search, r + 1));
    if (stray !== -1) throw looksLikeReport(search, stray + 1);
  }
  return lastRow;
}

const looksLikeReport = ({ sheetName }: Search, row: number): WriterError =>
  new WriterError('LOOKS_LIKE_REPORT', writerTexts.looksLikeReport(sheetName, row));
