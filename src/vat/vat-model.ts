/** The VAT of the report's product rows by rate, month and buyer, before anything is laid out in cells. */
import type { CompanyId, CurrencyCode, FieldName, IsoDate } from '../domain/ids';
import type { ProductRow } from '../domain/records';
import { compareBuyers, sheetBuyers, type SheetBuyer } from '../report/buyer-key';
import { compareCurrencies } from '../report/currencies';
import { groupedBy, type NonEmpty } from '../report/grouped-by';
import { monthOfPeriod } from '../report/month-of-period';
import { ownCompanyOf } from '../report/own-company';
import { compareRates, isRateUnreadable, rateName } from '../report/rate';
import type { InvoiceHead, Report } from '../report/report-model';
import { amounts, type Amounts } from './amounts';

/** Sums to the kopeck. */
export interface VatFigures extends Amounts {
  /** Different ones. */
  readonly invoices: number;
}

export interface RateFigures extends VatFigures {
  /** null where the portal's rate cannot be read. */
  readonly rate: string | null;
  /** Rows without VAT have none, not even of zero. */
  readonly hasVat: boolean;
}

export interface BuyerFigures extends RateFigures {
  readonly buyer: SheetBuyer;
}

/** What a block or a month of it adds up to. */
interface Totals {
  /** From high to low, those without VAT last. */
  readonly rates: readonly RateFigures[];
  readonly all: VatFigures;
}

export interface VatMonth extends Totals {
  readonly firstDay: IsoDate;
  /** By rate, then by their sum with VAT, descending, then by name and key. */
  readonly buyers: readonly BuyerFigures[];
}

/** What one of one's own companies has billed in one currency. */
export interface VatBlock extends Totals {
  readonly ownCompany: CompanyId | null;
  readonly currency: CurrencyCode;
  readonly months: readonly VatMonth[];
}

/** A product row as far as it counts here. */
interface VatRow {
  readonly head: InvoiceHead;
  readonly row: ProductRow;
  readonly rate: string | null;
  readonly sum: number | null;
  readonly vat: number | null;
}

type BuyerOf = (row: VatRow) => SheetBuyer;

/**
 * One block for each of one's own companies and each currency, by id, those without a company last, then RUB first.
 * Rows that could not be read are in none.
 *
 * @param periodField the one that puts an invoice into the period: months are those of its days
 */
export function vatBlocks({ detail }: Pick<Report, 'detail'>, periodField: FieldName): readonly VatBlock[] {
  const rows = detail.flatMap(rowsOf);
  const shownBuyer = sheetBuyers(rows.map(({ head }) => head));
  const buyerOf: BuyerOf = ({ head }) => shownBuyer(head);
  const blocks = [...groupedBy(rows, ({ head }) => ownCompanyOf(head.invoice))].flatMap(
    ([ownCompany, ofCompany]) =>
      [...groupedBy(ofCompany, ({ head }) => head.invoice.currency)].map(([currency, ofBlock]): VatBlock => ({
        ...{ ownCompany, currency, ...totalsOf(ofBlock) },
        months: monthsOf(ofBlock, periodField, buyerOf),
      })),
  );
  return blocks.sort(
    (a, b) => compareCompanies(a.ownCompany, b.ownCompany) || compareCurrencies(a.currency, b.currency),
  );
}

/** Empty for an invoice whose rows could not be read. */
function rowsOf({ head, lines }: Report['detail'][number]): readonly VatRow[] {
  if (lines === 'unavailable') return [];
  return lines.flatMap(({ row, sum, vat }) =>
    row === null ? [] : [{ head, row, rate: rateName(row), sum, vat }],
  );
}

function compareCompanies(a: CompanyId | null, b: CompanyId | null): number {
  return (a ?? Infinity) === (b ?? Infinity) ? 0 : (a ?? Infinity) - (b ?? Infinity);
}

function monthsOf(rows: readonly VatRow[], periodField: FieldName, buyerOf: BuyerOf): readonly VatMonth[] {
  return [...groupedBy(rows, ({ head }) => monthOfPeriod(head.invoice, periodField))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([firstDay, ofMonth]) => ({
      ...{ firstDay, ...totalsOf(ofMonth) },
      buyers: byRate(ofMonth).flatMap((ofRate) => buyersOf(ofRate, buyerOf)),
    }));
}

const totalsOf = (rows: readonly VatRow[]): Totals => ({
  rates: byRate(rows).map(rateFigures),
  all: figuresOf(rows),
});

/** From high to low, rows without VAT last. */
const byRate = (rows: readonly VatRow[]): readonly NonEmpty<VatRow>[] =>
  [...groupedBy(rows, ({ rate }) => rate).values()].sort(([a], [b]) => compareRates(a.row, b.row));

/** The rows have one rate. */
function rateFigures(rows: NonEmpty<VatRow>): RateFigures {
  const [{ rate, row }] = rows;
  return { rate, hasVat: row.taxRate !== null || isRateUnreadable(row), ...figuresOf(rows) };
}

/** The rows have one rate. */
const buyersOf = (rows: readonly VatRow[], buyerOf: BuyerOf): readonly BuyerFigures[] =>
  [...groupedBy(rows, buyerOf)]
    .map(([buyer, ofBuyer]) => ({ buyer, ...rateFigures(ofBuyer) }))
    .sort((a, b) => b.withVat - a.withVat || compareBuyers(a.buyer, b.buyer));

const figuresOf = (rows: readonly VatRow[]): VatFigures => ({
  invoices: new Set(rows.map(({ head }) => head.invoice.id)).size,
  ...amounts(
    rows.map(({ sum }) => sum),
    rows.map(({ vat }) => vat),
  ),
});
