/** In which columns a table lies whose anchor alone does not tell: by the marks on its columns and by its titles. */
import { columnName } from '../report/SheetPlan';
import { writerTexts } from '../texts/writer-texts';
import type { Anchor } from './anchor';
import { cellName } from './area';
import type { Row } from './report-rows';
import { WriterError } from './WriterError';

/** All that is known of a sheet whose table has to be searched for. */
export interface Search {
  readonly sheetName: string;
  readonly anchor: Anchor | null;
  readonly marks: readonly (number | null)[];
  /** Of the table as it was written; rows are known by those of its fixed columns. */
  readonly titles: readonly string[];
  readonly fixedColumns: number;
  /** The sheet's rows from the first on, all of their cells. */
  readonly cells: readonly Row[];
  /** Whether a write was cut short, so that marks may be missing. */
  readonly isUnfinished: boolean;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells of the table's columns in a row of the sheet, if the table begins in a column. */
export const cellsAt = (
  { cells, titles }: Pick<Search, 'cells' | 'titles'>,
  row: number,
  column: number,
): Row => (cells[row - 1] ?? []).slice(column - 1, column - 1 + titles.length);

type Fixed = Pick<Search, 'fixedColumns'>;

const fixed = <T>(titles: readonly T[], { fixedColumns }: Fixed): readonly T[] =>
  titles.slice(0, fixedColumns);

/** Half of the titles in their places make a row the header, the rest being a user's words. */
export function isHeader(row: Row, titles: Row, of: Fixed): boolean {
  const sought = fixed(titles, of);
  return sought.filter((title, index) => row[index] === title).length >= sought.length / 2;
}

export const isWholeHeader = (row: Row, titles: Row, of: Fixed): boolean =>
  fixed(titles, of).every((title, index) => row[index] === title);

/** Where all titles stand side by side; where a write was cut short, those of the fixed columns, which it leaves alone. */
function wholeHeaders(search: Search): readonly Place[] {
  const { cells, titles, anchor, isUnfinished } = search;
  const sought = isUnfinished ? fixed(titles, search) : titles;
  const found = cells.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell === sought[0] && sought.every((title, index) => row[c + index] === title)
        ? [{ row: r + 1, column: c + 1 }]
        : [],
    ),
  );
  // A copy that a user made of the table lies beside it.
  return anchor === null ? found : found.filter(({ column }) => overlaps(column, titles.length, anchor));
}

const overlaps = (column: number, width: number, anchor: Anchor): boolean =>
  column < anchor.column + anchor.columns && anchor.column < column + width;

/**
 * The table's first column, null where nothing tells of a table.
 * @throws WriterError COLUMN_INSERTED, COLUMN_DELETED, COLUMN_MOVED, TITLE_MOVED
 */
export function findColumn(search: Search): number | null {
  const { anchor, marks, titles, cells, isUnfinished } = search;
  const width = titles.length;
  const [whole] = wholeHeaders(search);
  const row = anchor?.row ?? whole?.row ?? 0;
  const titleRow = cells[row - 1] ?? [];
  const isMarked = marks.some((column) => column !== null) && !(isUnfinished && marks.includes(null));
  if (!isMarked && anchor === null) return whole?.column ?? null;
  const columns = titles.map((title, index) => (isMarked ? marks[index] : null) ?? columnOf(titleRow, title));
  const start = isMarked ? startOf(columns) : anchoredStart(anchor, width);
  if (start === null) {
    if (whole !== undefined) return whole.column;
    throw refusal(search, columns, isMarked ? width : (anchor?.columns ?? width));
  }
  // An older version of the file may have come back, with the table in other columns than its marks.
  if (whole !== undefined && !isHeader(titleRow.slice(start - 1), titles, search)) return whole.column;
  const isInOrder = columns.every((column, index) => !isMarked || column === start + index);
  if (whole === undefined && isInOrder && isShifted(titleRow, fixed(titles, search), start)) {
    const dragged = draggedTitle(titleRow.slice(start - 1), titles);
    if (dragged !== null && Math.abs(dragged.from - dragged.to) > 1) return start;
    if (dragged !== null) throw titleMoved(search, dragged, { row, column: start });
    throw refusal(
      search,
      titles.map((title) => columnOf(titleRow, title)),
      width - 1,
    );
  }
  return start;
}

const anchoredStart = (anchor: Anchor | null, width: number): number | null =>
  anchor?.columns === width ? anchor.column : null;

/** The first of all columns, if they lie side by side, in whatever order. */
function startOf(columns: readonly (number | null)[]): number | null {
  const known = columns.filter((column) => column !== null);
  const first = Math.min(...known);
  return known.length === columns.length && Math.max(...known) - first === columns.length - 1 ? first : null;
}

/** Whether a title stands beside its place: nobody who merely overwrites titles moves one. */
function isShifted(titleRow: Row, titles: readonly string[], start: number): boolean {
  const near = titleRow.slice(Math.max(0, start - 2), start + titles.length + 1);
  return titles.some((title, index) => titleRow[start - 1 + index] !== title && near.includes(title));
}

interface Dragged {
  readonly from: number;
  readonly to: number;
}

/**
 * The title that stands over another one, its own place being empty and all others in theirs. A column that is inserted
 * or deleted pushes or pulls all behind it; of both at once one title may remain that stands right beside its place.
 * Null also for the last one in the place before it, which the deletion of that column pulls there.
 */
function draggedTitle(row: Row, titles: readonly string[]): Dragged | null {
  const [one, other, ...more] = titles.flatMap((title, index) => (row[index] === title ? [] : [index]));
  if (one === undefined || other === undefined || more.length > 0) return null;
  const isDragged = ({ from, to }: Dragged): boolean => row[from] === '' && row[to] === titles[from];
  if (isDragged({ from: one, to: other })) return { from: one, to: other };
  const isPulled = other === one + 1 && other === titles.length - 1;
  return !isPulled && isDragged({ from: other, to: one }) ? { from: other, to: one } : null;
}

function titleMoved({ sheetName, titles }: Search, { from, to }: Dragged, header: Place): WriterError {
  const cell = { at: cellName(header, 0, to), place: cellName(header, 0, from) };
  return new WriterError('TITLE_MOVED', writerTexts.titleMoved(sheetName, titles[from] ?? '', cell));
}

/** @param seen how many columns the table seems to have */
function refusal(search: Search, columns: readonly (number | null)[], seen: number): WriterError {
  const { sheetName, titles, marks, anchor } = search;
  const known = columns.filter((column) => column !== null);
  const lost = titles.find((_, index) => columns[index] === null);
  const isMarked = marks.some((column) => column !== null);
  if (lost !== undefined && (isMarked || seen < titles.length)) {
    return new WriterError('COLUMN_DELETED', writerTexts.columnDeleted(sheetName, lost));
  }
  const moved = titles[movedAway(columns)];
  if (moved !== undefined) return new WriterError('COLUMN_MOVED', writerTexts.columnMoved(sheetName, moved));
  const from = lost === undefined ? Math.min(...known) : (anchor?.column ?? Math.min(...known));
  const inserted = Array.from({ length: titles.length + 1 }, (_, index) => from + index).find(
    (column) => !known.includes(column),
  );
  return new WriterError(
    'COLUMN_INSERTED',
    writerTexts.columnInserted(sheetName, columnName(inserted ?? from)),
  );
}

function columnOf(row: Row, title: unknown): number | null {
  const index = row.indexOf(title);
  return index === -1 ? null : index + 1;
}

/** Which of columns that are out of order stands apart from all others, -1 for none. */
function movedAway(columns: readonly (number | null)[]): number {
  const isOrdered = columns.every(
    (column, index) => index === 0 || (columns[index - 1] ?? 0) < (column ?? 0),
  );
  if (isOrdered) return -1;
  return columns.findIndex((_, away) => {
    const others = columns.filter((__, index) => index !== away).map(Number);
    return Math.max(...others) - Math.min(...others) === columns.length - 2;
  });
}
