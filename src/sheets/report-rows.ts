/** What rows of the report look like, for telling them from a user's: a second opinion to the anchor's. */
import { FIXED_COLUMNS, isTextual, type PlannedColumn } from '../report/SheetPlan';
import { ROWS_UNAVAILABLE, totalLabels } from '../texts/sheet-texts';
import { isDate } from './cell-comparison';
import { TEXT_FORMAT } from './cell-formats';

export type Row = readonly unknown[];

type Columns = readonly Pick<PlannedColumn, 'kind' | 'total'>[];

/** Without the colon, which a currency may precede. */
const LABELS = Object.values(totalLabels('')).map((label) => label.slice(0, -1));

/** Right of the table's own columns an unticked checkbox is nothing. */
export const isBlank = (row: Row = []): boolean =>
  row.every((cell, column) => cell === '' || (cell === false && column >= FIXED_COLUMNS));

/** A row of totals, which only a sheet with a column for their labels has. */
export function isTotal(columns: Columns, row: Row = []): boolean {
  const label = row[columns.findIndex(({ total }) => total === 'label')];
  return typeof label === 'string' && LABELS.some((start) => label.startsWith(start));
}

/** A row of an invoice or a product row, by its values. */
export function isBodyRow(columns: Columns, row: Row = []): boolean {
  const isAmount = (cell: unknown): boolean => typeof cell === 'number' || isDate(cell);
  const fits = (cell: unknown, { kind }: Columns[number]): boolean => {
    if (kind === 'note') return true;
    return isTextual({ kind }) ? typeof cell === 'string' : cell === '' || isAmount(cell);
  };
  const cells = columns.slice(0, row.length);
  return (
    cells.every((column, index) => fits(row[index], column)) &&
    (cells.some((column, index) => holdsAmounts(column) && isAmount(row[index])) ||
      row.includes(ROWS_UNAVAILABLE))
  );
}

/** One of these columns holds a number in every row that could be read; days may all be missing. */
const holdsAmounts = ({ kind }: Columns[number]): boolean =>
  !isTextual({ kind }) && kind !== 'day' && kind !== 'note';

export const isReportRow = (columns: Columns, row: Row | undefined): boolean =>
  isBodyRow(columns, row) || isTotal(columns, row);

/** Whether the row's text columns have the report's format; cells that a user fills beside a table have none. */
export const isFormattedAsBody = (columns: Columns, formats: readonly string[] = []): boolean =>
  formats.length > 0 &&
  columns
    .slice(0, formats.length)
    .every((column, index) => !isTextual(column) || formats[index] === TEXT_FORMAT);
