/** One cell of the people's own columns beside an invoice: all that moves with the invoice. */

/** A day is its day number, which its format shows; an empty cell and an unticked checkbox are `''`. */
export type NoteValue = string | number | boolean;

export interface NoteCell {
  readonly value: NoteValue;
  /** How a number is shown; `''` for the automatic format, which texts and checkboxes have too. */
  readonly format: string;
  /** The cell note, `''` for none. */
  readonly comment: string;
  /** `#rrggbb`, null for none. */
  readonly fill: string | null;
  /** `#rrggbb`, null for black. */
  readonly color: string | null;
  readonly isBold: boolean;
}

/** The note columns of one line, from the first one on. */
export type NoteLine = readonly NoteCell[];

export const EMPTY_CELL: NoteCell = {
  value: '',
  format: '',
  comment: '',
  fill: null,
  color: null,
  isBold: false,
};

export const hasValue = ({ value }: NoteCell): boolean => value !== '';

/** Whether somebody has written something in the cell or on it. */
export const hasWords = (cell: NoteCell): boolean => hasValue(cell) || cell.comment !== '';

export const isEmpty = (cell: NoteCell): boolean =>
  !hasWords(cell) && cell.fill === null && cell.color === null && !cell.isBold;

/** The same columns, so many of them: missing ones are empty. */
export const inColumns = (line: NoteLine, columns: number): NoteLine =>
  Array.from({ length: columns }, (_, column) => line[column] ?? EMPTY_CELL);

export const sameValues = (one: NoteLine, other: NoteLine): boolean =>
  inColumns(one, Math.max(one.length, other.length)).every(
    ({ value }, column) => value === (other[column] ?? EMPTY_CELL).value,
  );
