/** Who owes how much and since when, before anything is laid out in cells. */
import type { CurrencyCode, IsoDate } from '../domain/ids';
import type { StageRecord } from '../domain/records';
import { compareBuyers, sheetBuyers, type SheetBuyer } from '../report/buyer-key';
import { compareCurrencies } from '../report/currencies';
import { exactSum } from '../report/ExactSum';
import { groupedBy } from '../report/grouped-by';
import { semanticsOf } from '../report/invoice-filter';
import { shareOf } from '../report/money';
import type { BriefLine, InvoiceHead } from '../report/report-model';
import { standingOf, type PaymentFields } from '../report/standing';
import { ageOf, AGES, type Age } from './ages';

export interface OwedFacts {
  /** The report's invoices. */
  readonly brief: readonly BriefLine[];
  /** Unpaid ones outside it, where they are wanted; of an invoice in both the report's record counts. */
  readonly older: readonly BriefLine[];
  readonly stages: readonly StageRecord[];
  readonly payment: PaymentFields;
  readonly today: IsoDate;
}

/** Sums to the kopeck; null where no invoice has one. */
export interface Figures {
  readonly sum: number | null;
  /** Its parts, in the order of `AGES`. */
  readonly byAge: readonly (number | null)[];
}

/** Dates are day numbers, null where empty. */
export interface OwedInvoice {
  readonly head: InvoiceHead;
  readonly invoiceDate: number | null;
  readonly dueDate: number | null;
  readonly overdueDays: number | null;
  readonly age: Age;
  /** null where the invoice has no sum. */
  readonly debt: number | null;
}

export interface OwingBuyer {
  readonly buyer: SheetBuyer;
  /** The earliest. */
  readonly dueDate: number | null;
  /** The most. */
  readonly overdueDays: number | null;
  /** The oldest of its invoices'. */
  readonly age: Age;
  readonly figures: Figures;
  readonly overdue: number;
  /** By due date, those without last, then by id. */
  readonly invoices: readonly OwedInvoice[];
}

export interface CurrencyDebts {
  readonly currency: CurrencyCode;
  /** By what is overdue, then by the whole, both descending, then by name and key. */
  readonly buyers: readonly OwingBuyer[];
  readonly invoiceCount: number;
  /** 0 where nothing is owed. */
  readonly totals: Figures;
  /** Of each age in the whole, to 3 decimals; null where the whole is not above 0. */
  readonly shares: readonly (number | null)[];
}

export interface Debts {
  /** RUB first, then by code; empty where nothing is owed. */
  readonly currencies: readonly CurrencyDebts[];
  /** Whether sums have to name their currency. */
  readonly namesCurrency: boolean;
}

const SHARE_DECIMALS = 3;

export function debtsOf(facts: OwedFacts): Debts {
  const owed = owedInvoices(facts);
  const buyerOf = sheetBuyers(owed.map(({ head }) => head));
  const currencyOf = ({ head }: Pick<BriefLine, 'head'>): CurrencyCode => head.invoice.currency;
  return {
    currencies: [...groupedBy(owed, currencyOf)]
      .sort(([a], [b]) => compareCurrencies(a, b))
      .map(([currency, invoices]) => debtsIn(currency, invoices, buyerOf)),
    namesCurrency: new Set([...facts.brief, ...owed].map(currencyOf)).size > 1,
  };
}

/** Those that are owed and whose debt is not exactly 0, or not known. */
function owedInvoices({ brief, older, stages, payment, today }: OwedFacts): readonly OwedInvoice[] {
  const semantics = semanticsOf(stages);
  const known = new Set(brief.map(({ head }) => head.invoice.id));
  const outside = older.filter(({ head }) => !known.has(head.invoice.id));
  return [...brief, ...outside].flatMap(({ head, isPaid, invoiceDate }) => {
    const standing = standingOf(head.invoice, isPaid, semantics(head.invoice.stageId), payment, today);
    const { isOwing, debt, dueDate, overdueDays } = standing;
    if (!isOwing || debt === 0) return [];
    return [{ head, invoiceDate, dueDate, overdueDays, debt, age: ageOf(dueDate, overdueDays) }];
  });
}

function debtsIn(
  currency: CurrencyCode,
  owed: readonly OwedInvoice[],
  buyerOf: ReturnType<typeof sheetBuyers>,
): CurrencyDebts {
  const { sum, byAge } = figuresOf(owed);
  const whole = sum ?? 0;
  const parts = byAge.map((part) => part ?? 0);
  return {
    currency,
    buyers: [...groupedBy(owed, ({ head }) => buyerOf(head))].map(owingBuyer).sort(compareOwing),
    invoiceCount: owed.length,
    totals: { sum: whole, byAge: parts },
    shares: parts.map((part) => (whole > 0 ? shareOf(part, whole, SHARE_DECIMALS) : null)),
  };
}

function owingBuyer([buyer, invoices]: readonly [SheetBuyer, readonly OwedInvoice[]]): OwingBuyer {
  const days = invoices.flatMap(({ dueDate }) => dueDate ?? []);
  const late = invoices.filter(({ overdueDays }) => overdueDays !== null);
  const dueDate = days.length === 0 ? null : Math.min(...days);
  const overdueDays = late.length === 0 ? null : Math.max(...late.map((invoice) => invoice.overdueDays ?? 0));
  return {
    ...{ buyer, dueDate, overdueDays, age: ageOf(dueDate, overdueDays) },
    figures: figuresOf(invoices),
    overdue: sumOf(late) ?? 0,
    invoices: [...invoices].sort(compareInvoices),
  };
}

/** What a line shows of its invoices, of one as of many. */
export const figuresOf = (invoices: readonly OwedInvoice[]): Figures => ({
  sum: sumOf(invoices),
  byAge: AGES.map((age) => sumOf(invoices.filter((invoice) => invoice.age === age))),
});

function sumOf(invoices: readonly OwedInvoice[]): number | null {
  const debts = invoices.flatMap(({ debt }) => debt ?? []);
  return debts.length === 0 ? null : exactSum(debts);
}

const compareOwing = (a: OwingBuyer, b: OwingBuyer): number =>
  b.overdue - a.overdue || (b.figures.sum ?? 0) - (a.figures.sum ?? 0) || compareBuyers(a.buyer, b.buyer);

function compareInvoices(a: OwedInvoice, b: OwedInvoice): number {
  if (a.dueDate === b.dueDate) return a.head.invoice.id - b.head.invoice.id;
  return (a.dueDate ?? Infinity) - (b.dueDate ?? Infinity);
}
