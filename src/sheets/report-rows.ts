/** What rows of the report look like, for telling them from a user's: a second opinion to the anchor's. */
import {
  isMixed,
  isTextual,
  type OwnTexts,
  type PlannedColumn,
  type PlannedRow,
  type SheetPlan,
} from '../report/SheetPlan';
import { isDate } from './cell-comparison';
import { isAutomatic, TEXT_FORMAT } from './cell-formats';

export type Row = readonly unknown[];

type Columns = readonly Pick<PlannedColumn, 'kind' | 'total'>[];

/** By what a sheet's rows are known: its fixed columns, and texts of its own. */
export interface RowSigns {
  readonly columns: Columns;
  readonly ownTexts: OwnTexts;
  /** Below its header, of a table that always has so many, be they empty. */
  readonly rows?: number;
}

export const rowSignsOf = ({
  columns,
  fixedColumns,
  ownTexts,
  blocks,
  body,
}: Pick<SheetPlan, 'columns' | 'fixedColumns' | 'ownTexts' | 'blocks' | 'body'>): RowSigns => ({
  columns: columns.slice(0, fixedColumns),
  ownTexts,
  ...(blocks === undefined ? {} : { rows: body.length }),
});

const beginsAs = (cell: unknown, texts: readonly string[]): boolean =>
  typeof cell === 'string' && texts.some((start) => cell.startsWith(start));

/** Right of the fixed columns an unticked checkbox is nothing. */
export const isBlank = (row: Row = [], fixedColumns: number): boolean =>
  row.every((cell, column) => cell === '' || (cell === false && column >= fixedColumns));

/** A row of totals, which only a sheet with a column for their labels has. */
export const isTotal = ({ columns, ownTexts }: RowSigns, row: Row = []): boolean =>
  beginsAs(row[columns.findIndex(({ total }) => total === 'label')], ownTexts.totals);

const isAmount = (cell: unknown): boolean => typeof cell === 'number' || isDate(cell);

/** A row of an invoice, a product row or titles of such, by its values. */
export function isBodyRow({ columns, ownTexts }: RowSigns, row: Row = []): boolean {
  const fits = (cell: unknown, { kind }: Columns[number]): boolean => {
    if (kind === 'note') return true;
    if (isMixed({ kind })) return typeof cell === 'string' || isAmount(cell);
    return isTextual({ kind }) ? typeof cell === 'string' : cell === '' || isAmount(cell);
  };
  const isOfTitles = (titles: PlannedRow['values']): boolean =>
    titles.every((title, index) => row[index] === (title ?? ''));
  if (ownTexts.titles?.some(isOfTitles) === true) return true;
  const cells = columns.slice(0, row.length);
  return (
    cells.every((column, index) => fits(row[index], column)) &&
    (cells.some((column, index) => holdsAmounts(column) && isAmount(row[index])) ||
      row.some((cell) => beginsAs(cell, ownTexts.body)))
  );
}

/** One of these columns holds a number in every row that could be read; days may all be missing. */
const holdsAmounts = ({ kind }: Columns[number]): boolean =>
  !isTextual({ kind }) && !['day', 'month', 'note'].includes(kind);

export const isReportRow = (signs: RowSigns, row: Row | undefined): boolean =>
  isBodyRow(signs, row) || isTotal(signs, row);

/** Whether the row's text columns have the report's format; cells that a user fills beside a table have none. */
export const isFormattedAsBody = ({ columns }: RowSigns, formats: readonly string[] = []): boolean =>
  formats.length > 0 &&
  columns
    .slice(0, formats.length)
    .every((column, index) => !isTextual(column) || formats[index] === TEXT_FORMAT);

/**
 * Whether most of its cells, those of text among themselves too, have kept the formats of the report: so looks a row in
 * which people have moved a cell or two, by whose values it cannot be told any more.
 */
export function isMostlyFormatted({ columns }: RowSigns, formats: readonly string[] = []): boolean {
  const formatted = columns.flatMap((column, index) => {
    if (SHOWN_PLAIN.includes(column.kind)) return [];
    const [isText, format = ''] = [isTextual(column), formats[index]];
    return [{ isText, isKept: isText ? format === TEXT_FORMAT : !isAutomatic(format) }];
  });
  const areMostlyKept = (cells: typeof formatted): boolean =>
    2 * cells.filter(({ isKept }) => isKept).length > cells.length;
  return areMostlyKept(formatted) && areMostlyKept(formatted.filter(({ isText }) => isText));
}

/** Their cells have no format of their own. */
const SHOWN_PLAIN: readonly PlannedColumn['kind'][] = ['number', 'amount', 'note'];

/** A total in whose row people have moved a cell: its label somewhere else, or nothing but amounts, wherever. */
export const holdsTotal = ({ ownTexts }: RowSigns, row: Row): boolean =>
  row.some((cell) => beginsAs(cell, ownTexts.totals)) || row.every((cell) => cell === '' || isAmount(cell));
