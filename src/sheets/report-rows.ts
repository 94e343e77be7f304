/** What rows of the report look like, for telling them from a user's: a second opinion to the anchor's. */
import { ROWS_UNAVAILABLE, totalLabels } from '../texts/sheet-texts';
import { isDate } from './cell-comparison';
import { TEXT_FORMAT } from './cell-formats';
import type { SheetKind } from './area';

export type Row = readonly unknown[];

interface Shape {
  /** So many columns from the first on hold text. */
  readonly texts: number;
  /** One of them holds a number in every row that could be read. */
  readonly numbers: readonly number[];
}

const SHAPES: Readonly<Record<SheetKind, Shape>> = {
  brief: { texts: 3, numbers: [3, 4] },
  detail: { texts: 4, numbers: [4, 5, 6, 7] },
};
const LABEL_COLUMN = 2;
/** Without the colon, which a currency may precede. */
const LABELS = Object.values(totalLabels('')).map((label) => label.slice(0, -1));

export const isBlank = (row: Row = []): boolean => row.every((cell) => cell === '');

/** A row of totals. */
export function isTotal(row: Row = []): boolean {
  const label = row[LABEL_COLUMN];
  return typeof label === 'string' && LABELS.some((start) => label.startsWith(start));
}

/** A row of an invoice or a product row, by its values. */
export function isBodyRow(kind: SheetKind, row: Row = []): boolean {
  const { texts, numbers } = SHAPES[kind];
  const isText = (cell: unknown): boolean => typeof cell === 'string';
  const isAmount = (cell: unknown): boolean => typeof cell === 'number' || isDate(cell);
  return (
    row.slice(0, texts).every(isText) &&
    row.slice(texts).every((cell) => cell === '' || isAmount(cell)) &&
    (numbers.some((column) => isAmount(row[column])) || row.includes(ROWS_UNAVAILABLE))
  );
}

export const isReportRow = (kind: SheetKind, row: Row | undefined): boolean =>
  isBodyRow(kind, row) || (kind === 'brief' && isTotal(row));

/** Whether the row's text columns have the report's format; cells that a user fills beside a table have none. */
export const isFormattedAsBody = (kind: SheetKind, formats: readonly string[] = []): boolean =>
  formats.length > 0 && formats.slice(0, SHAPES[kind].texts).every((format) => format === TEXT_FORMAT);
