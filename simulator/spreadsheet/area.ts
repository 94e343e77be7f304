/** Rectangles of cells and A1 notation. Rows and columns count from 1. */
import { refusals } from './refusals';

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Each of its columns by itself. */
export const columnsOf = (area: Area): readonly Area[] =>
  Array.from({ length: area.columns }, (_, index) => ({ ...area, column: area.column + index, columns: 1 }));

export interface GridSize {
  readonly maxRows: number;
  readonly maxColumns: number;
}

export const lastRowOf = (area: Area): number => area.row + area.rows - 1;
export const lastColumnOf = (area: Area): number => area.column + area.columns - 1;

export const intersect = (a: Area, b: Area): boolean =>
  a.row <= lastRowOf(b) &&
  b.row <= lastRowOf(a) &&
  a.column <= lastColumnOf(b) &&
  b.column <= lastColumnOf(a);

export const contains = (outer: Area, inner: Area): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  lastRowOf(outer) >= lastRowOf(inner) &&
  lastColumnOf(outer) >= lastColumnOf(inner);

/** Throws what the platform says of coordinates that are no range of this grid. */
export function checkArea(area: Area, grid: GridSize): Area {
  if (area.row < 1) throw refusals.startTooSmall('row');
  if (area.column < 1) throw refusals.startTooSmall('column');
  if (area.rows < 1) throw refusals.tooFew('rows');
  if (area.columns < 1) throw refusals.tooFew('columns');
  if (lastRowOf(area) > grid.maxRows || lastColumnOf(area) > grid.maxColumns) {
    throw refusals.outsideTheSheet();
  }
  return area;
}

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** `A` → 1, `AA` → 27. */
export const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export function toA1(area: Area): string {
  const first = `${columnLetters(area.column)}${area.row}`;
  const last = `${columnLetters(lastColumnOf(area))}${lastRowOf(area)}`;
  return first === last ? first : `${first}:${last}`;
}

const corner = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

/** `B2`, `B2:I9`, `B2:I`, `A:C`, `3:5`, each relative to this grid. Throws "Range not found" on anything else. */
export function fromA1(a1: string, grid: GridSize): Area {
  const [from = '', to = from, ...more] = a1.split(':');
  const start = corner.exec(from);
  const end = corner.exec(to);
  if (!start || !end || from === '' || to === '' || more.length > 0) throw refusals.rangeNotFound();
  if (to === from && !a1.includes(':') && !(start[1] && start[2])) throw refusals.rangeNotFound();
  const columns = ordered(
    numberOr(start[1], columnNumber, 1),
    numberOr(end[1], columnNumber, grid.maxColumns),
  );
  const rows = ordered(numberOr(start[2], Number, 1), numberOr(end[2], Number, grid.maxRows));
  return checkArea(
    { row: rows[0], column: columns[0], rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 },
    grid,
  );
}

const numberOr = (part: string | undefined, read: (part: string) => number, otherwise: number): number =>
  part === undefined ? otherwise : read(part);

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

/** Splits `'Мой лист'!A1` into the sheet's name (null when absent) and the rest. */
export function splitSheetName(a1: string): { sheetName: string | null; a1: string } {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(a1);
  if (!parts) return { sheetName: null, a1 };
  return { sheetName: parts[1]?.replaceAll("''", "'") ?? parts[2] ?? '', a1: parts[3] ?? '' };
}
