/** What the tables should hold by the cells of the sheets: sums in kopecks, days as dates, nothing for an empty cell. */
import { exactly, type Fraction } from '../../../oracle/exact';
import type { Row } from './tables-of';
import type { Cell, SheetLine } from './sheet-lines';

/** UTF-16 units of a cell's text. */
const CELL_UNITS = 50_000;

export type Kind = 'text' | 'whole' | 'day' | 'money' | 'amount';
export type Columns = Readonly<Record<string, readonly [column: string, kind: Kind]>>;

/** By the name that a setting has for the sheet's column. */
export const OF_INVOICES: Columns = {
  id: ['id', 'whole'],
  number: ['number', 'text'],
  inn: ['inn', 'text'],
  buyer: ['buyer', 'text'],
  sum: ['sum', 'money'],
  vat: ['vat', 'money'],
  invoiceDate: ['invoice_date', 'day'],
  shipmentDate: ['shipment_date', 'day'],
  paymentDate: ['payment_date', 'day'],
  kpp: ['kpp', 'text'],
  stage: ['stage', 'text'],
  pipeline: ['pipeline', 'text'],
  status: ['status', 'text'],
  dueDate: ['due_date', 'day'],
  overdueDays: ['overdue_days', 'whole'],
  paidSum: ['paid_sum', 'money'],
  debt: ['debt', 'money'],
  currency: ['currency', 'text'],
  title: ['title', 'text'],
  comments: ['comments', 'text'],
  ourCompany: ['our_company', 'text'],
  created: ['created_date', 'day'],
};

export const OF_LINES: Columns = {
  number: ['number', 'text'],
  inn: ['inn', 'text'],
  buyer: ['buyer', 'text'],
  product: ['product', 'text'],
  quantity: ['quantity', 'amount'],
  price: ['price', 'amount'],
  sum: ['sum', 'money'],
  vat: ['vat', 'money'],
  unit: ['unit', 'text'],
  priceWithoutVat: ['price_without_vat', 'amount'],
  fullPrice: ['full_price', 'amount'],
  discount: ['discount', 'money'],
  productId: ['product_id', 'whole'],
  externalId: ['external_id', 'text'],
  currency: ['currency', 'text'],
};

/** What «Полный» says of a row's invoice. */
export const OF_ITS_INVOICE: Columns = Object.fromEntries(
  ['invoiceDate', 'shipmentDate', 'paymentDate', 'status', 'stage', 'ourCompany', 'kpp'].flatMap((name) => {
    const column = OF_INVOICES[name];
    return column === undefined ? [] : [[name, column]];
  }),
);

export const asInTable = (line: SheetLine, columns: Columns): Row =>
  Object.fromEntries(
    Object.entries(columns).map(([name, [column, kind]]) => [column, asText(line[name] ?? '', kind)]),
  );

/** These columns of a table's row as far as a cell can show them: long texts cut, numbers to a double's precision. */
export const asInCells = (row: Row, columns: Columns): Row =>
  Object.fromEntries(
    Object.values(columns).map(([column, kind]) => [column, asInCell(row[column] ?? null, kind)]),
  );

function asInCell(value: string | null, kind: Kind): string | null {
  if (value === null) return null;
  return kind === 'money' || kind === 'amount' ? distinct(value) : cut(value);
}

export const cut = (text: string): string =>
  text.length > CELL_UNITS ? `${text.slice(0, CELL_UNITS - 1)}…` : text;

/** Null for an empty cell. */
export function asText(cell: Cell, kind: Kind): string | null {
  if (cell === '') return null;
  if (typeof cell !== 'number') return String(cell);
  if (kind === 'day') return new Date(Date.UTC(1899, 11, 30 + cell)).toISOString().slice(0, 10);
  if (kind === 'money') return distinct(decimal(exactly(cell), 2));
  if (kind === 'amount') return distinct(decimal(exactly(cell), 8));
  return String(cell);
}

/** Digits that any double keeps. */
const DIGITS_KEPT = 15;

/** A decimal of more digits than a cell tells apart as its nearest double. */
const distinct = (text: string): string =>
  text.replace(/[-.]/g, '').replace(/^0+/, '').length > DIGITS_KEPT ? `about ${Number(text)}` : text;

/** Rounded half away from zero. */
export function decimal({ numerator, denominator }: Fraction, places: number): string {
  const size = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const units = (size * 2n + denominator) / (denominator * 2n);
  const digits = units.toString().padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return numerator < 0n && units > 0n ? `-${text}` : text;
}

/** As «Полный» calls the rate of a row, or of a group of them; `''` where nobody knows it. */
export function rateOf({ has_vat: hasVat, vat_rate: rate }: Row): string {
  if (hasVat === null) return '';
  const digits = rate?.replace(/\.?0+$/, '').replace('.', ',') ?? '';
  return hasVat === 'false' ? 'без НДС' : `${digits}\u00a0%`;
}
