/** The tables of a spreadsheet as rows of plain literals, for tests that spell out what should stand there. */
import type { Cell, SheetModel, SpreadsheetModel } from '../../../../simulator/spreadsheet';
import { BRIEF, DETAIL } from '../../../oracle/expected-sheets';

/** `''` is an empty cell; a text is a text, a number a number. */
export type Literal = string | number | boolean | Day | typeof NO_VAT | { readonly formula: string };

interface Day {
  readonly day: string;
}

/** The number 0 that shows as «нет». */
export const NO_VAT = Object.freeze({ shows: 'нет', number: 0 });

/** A day number that shows as a date; `YYYY-MM-DD`. */
export const day = (text: string): Day => ({ day: text });

const FIRST_DATA_ROW = 3;
const FIRST_COLUMN = 2;
const COLUMNS = 8;
const DATE_FORMAT = 'dd.mm.yyyy';
const DAY_MILLISECONDS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** The data rows, B to I, down to the first empty row. */
export const briefRows = (book: SpreadsheetModel): Literal[][] => rowsOf(book.sheetNamed(BRIEF));
export const detailRows = (book: SpreadsheetModel): Literal[][] => rowsOf(book.sheetNamed(DETAIL));

/** Label, value and number format of each line of totals; null is an empty row. */
export function totalLines(book: SpreadsheetModel): (readonly [Literal, Literal, string] | null)[] {
  const sheet = found(book.sheetNamed(BRIEF));
  const first = FIRST_DATA_ROW + rowsOf(sheet).length + 1;
  return Array.from({ length: sheet.lastRow() - first + 1 }, (_, index) => {
    const [label, value] = [sheet.peek(first + index, 4), sheet.peek(first + index, 5)];
    if (literal(label) === '') return null;
    return [literal(label), literal(value), value?.style.numberFormat ?? ''] as const;
  });
}

/** The fill of the row's cells B to I, `#rrggbb`; null is none. Fails where they differ. `index` counts from 0. */
export function rowFill(book: SpreadsheetModel, index: number): string | null {
  const sheet = found(book.sheetNamed(BRIEF));
  const fills = Array.from(
    { length: COLUMNS },
    (_, column) => sheet.peek(FIRST_DATA_ROW + index, FIRST_COLUMN + column)?.style.background ?? null,
  );
  expect(new Set(fills).size).toBe(1);
  return fills[0] ?? null;
}

/** Where the number of each row of the brief sheet leads; null for no link. */
export const linksOf = (book: SpreadsheetModel): (string | null)[] => {
  const sheet = found(book.sheetNamed(BRIEF));
  return rowsOf(sheet).map(
    (_, index) => sheet.peek(FIRST_DATA_ROW + index, FIRST_COLUMN)?.runs[0]?.link ?? null,
  );
};

function rowsOf(sheet: SheetModel | undefined): Literal[][] {
  const rows: Literal[][] = [];
  for (let row = FIRST_DATA_ROW; ; row += 1) {
    const cells = Array.from({ length: COLUMNS }, (_, index) =>
      literal(found(sheet).peek(row, FIRST_COLUMN + index)),
    );
    if (cells.every((cell) => cell === '')) return rows;
    rows.push(cells);
  }
}

function literal(cell: Cell | undefined): Literal {
  if (!cell) return '';
  const { value, formula, style } = cell;
  if (formula !== '') return { formula };
  if (typeof value !== 'number') return value;
  if (style.numberFormat === DATE_FORMAT) {
    return day(new Date(DAY_ZERO + value * DAY_MILLISECONDS).toISOString().slice(0, 10));
  }
  return value === 0 && style.numberFormat?.endsWith('"нет"') === true ? NO_VAT : value;
}

function found(sheet: SheetModel | undefined): SheetModel {
  if (!sheet) throw new Error('the report has no such sheet');
  return sheet;
}
