/** What the further sheets say of invoices: who the buyer is, what is owed and since when. */
import type { PortalData } from '../../portal/data/PortalData';
import type { Invoice } from '../../portal/data/records';
import { exactly, plus, rounded, times, type Fraction } from './exact';
import { dayOf, type ExpectedInvoice, type Wanted } from './expected-invoices';

/** Of equal ones the invoices have one buyer: the kind's rank, then a text or an id. */
export type BuyerKey = readonly [kind: number, text: string, id: number];

export function keyOf({ inn, company, contact, buyer }: ExpectedInvoice): BuyerKey {
  const digits = inn.trim();
  if (/^\d+$/.test(digits) && (digits.length === 10 || digits.length === 12)) return [0, digits, 0];
  if (company) return [1, '', company];
  if (contact) return [2, '', contact];
  return [3, buyer, 0];
}

export function compareKeys(a: BuyerKey, b: BuyerKey): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1;
  return a[2] - b[2];
}

export interface Group<Line> {
  readonly key: BuyerKey;
  readonly lines: readonly Line[];
}

/** The lines of each buyer. */
export function buyersOf<Line>(
  lines: readonly Line[],
  invoiceOf: (line: Line) => ExpectedInvoice,
): Group<Line>[] {
  const keys: BuyerKey[] = [];
  for (const line of lines) {
    const key = keyOf(invoiceOf(line));
    if (!keys.some((known) => compareKeys(known, key) === 0)) keys.push(key);
  }
  return keys.map((key) => ({
    key,
    lines: lines.filter((line) => compareKeys(keyOf(invoiceOf(line)), key) === 0),
  }));
}

/** The invoice of a sheet by which its buyer is shown: of one key the one with the highest id. */
export function shownBy(key: BuyerKey, ofSheet: readonly ExpectedInvoice[]): ExpectedInvoice {
  const own = ofSheet.filter((invoice) => compareKeys(keyOf(invoice), key) === 0);
  const [first, ...others] = own;
  if (!first) throw new Error('Expected a buyer of the sheet');
  return others.reduce((last, invoice) => (invoice.id > last.id ? invoice : last), first);
}

/** RUB, then by code, without one last. */
export function currenciesOf(invoices: readonly Pick<ExpectedInvoice, 'currency'>[]): string[] {
  const rank = (code: string): string => (code === 'RUB' ? '0' : code === '' ? '2' : `1${code}`);
  const found = [...new Set(invoices.map(({ currency }) => currency))];
  return found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

export interface DueWanted extends Pick<Wanted, 'zone'> {
  readonly today: string;
  readonly dueDateField: string;
  readonly dueDays: number;
  /** `''` for none. */
  readonly paidSumField: string;
}

export interface Owed {
  readonly invoice: ExpectedInvoice;
  readonly due: string | null;
  readonly daysLate: number | null;
  /** null: the invoice has no sum. */
  readonly debt: number | null;
}

const DAY = 86_400_000;

/** null where nothing is owed, or exactly 0. */
export function owedOf(data: PortalData, invoice: ExpectedInvoice, wanted: DueWanted): Owed | null {
  if (!invoice.unpaid || invoice.semantics === 'F') return null;
  const sum = invoice.sum === null ? null : rounded(exactly(invoice.sum));
  const paid = paidSum(data, invoice, wanted.paidSumField);
  if (sum !== null && sum > 0 && paid >= sum) return null;
  const debt = sum === null ? null : rounded(minus(exactly(sum), exactly(paid)));
  if (debt === 0) return null;
  const stored = data.invoices.get(invoice.id);
  const due = stored ? dueDay(data, stored, wanted) : null;
  const late = due === null ? 0 : (Date.parse(wanted.today) - Date.parse(due)) / DAY;
  return { invoice, due, daysLate: late > 0 ? late : null, debt };
}

/** null where the field is empty, or holds what 1C writes for nothing. */
export function dueDay(data: PortalData, stored: Invoice, wanted: DueWanted): string | null {
  const from = dayOf(data, stored, wanted.dueDateField, wanted.zone);
  if (from === null || from < '2002-01-02') return null;
  return new Date(Date.parse(from) + wanted.dueDays * DAY).toISOString().slice(0, 10);
}

/** 0 where there is none, or it is in another currency. */
export function paidSum(data: PortalData, { id, currency }: ExpectedInvoice, field: string): number {
  const stored = Object.entries(data.invoices.get(id) ?? {}).find(([name]) => name === field)?.[1] as unknown;
  if (field === '' || (typeof stored !== 'string' && typeof stored !== 'number')) return 0;
  const [amount = '', of = ''] = String(stored).split('|');
  if (amount === '' || (of !== '' && of !== currency)) return 0;
  return rounded(exactly(Number(amount)));
}

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, times(b, exactly(-1)));

/** The number that is nearest to the exact sum of decimals. */
export const sumOf = (values: readonly number[]): number =>
  nearest(values.reduce((total, value) => plus(total, exactly(value)), exactly(0)));

/** `denominator`: a power of ten. */
export function nearest({ numerator, denominator }: Fraction): number {
  const decimals = String(denominator).length - 1;
  return Number(`${numerator}e-${decimals}`) + 0;
}
