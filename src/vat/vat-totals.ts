/** How the rows of «Полный» and the invoices of «Краткий» agree, by currency, and what makes the difference. */
import type { CurrencyCode, InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { exactDifference } from '../report/ExactSum';
import type { Report } from '../report/report-model';
import { amounts, type Amounts } from './amounts';

export interface VatTotals {
  /** `''` also in a report without invoices. */
  readonly currency: CurrencyCode;
  readonly rows: Amounts;
  readonly invoices: Amounts;
  /** Rows less invoices: the part of invoices without readable rows, and the rest. */
  readonly difference: Amounts;
  readonly ofRowless: Amounts;
  readonly ofOthers: Amounts;
}

const NOTHING: Amounts = { withVat: 0, withoutVat: 0, vat: 0 };

/** In the order of the totals of «Краткий»; one of zeros in a report without invoices. */
export function vatTotals({
  brief,
  detail,
  totals,
}: Pick<Report, 'brief' | 'detail' | 'totals'>): readonly VatTotals[] {
  const lines = detail.flatMap(({ head, lines: ofInvoice }) =>
    ofInvoice === 'unavailable' ? [] : ofInvoice.map((line) => ({ invoice: head.invoice, line })),
  );
  const withRows = new Set<InvoiceId>(lines.map(({ invoice }) => invoice.id));
  return totals.map(({ currency }) => {
    const ofCurrency = lines.filter(({ invoice }) => invoice.currency === currency);
    const invoices = brief.map(({ head }) => head.invoice).filter((invoice) => invoice.currency === currency);
    const rows = amounts(
      ofCurrency.map(({ line }) => line.sum),
      ofCurrency.map(({ line }) => line.vat),
    );
    const ofInvoices = amountsOf(invoices);
    const difference = less(rows, ofInvoices);
    const ofRowless = less(NOTHING, amountsOf(invoices.filter(({ id }) => !withRows.has(id))));
    return {
      ...{ currency, rows, difference, ofRowless },
      invoices: ofInvoices,
      ofOthers: less(difference, ofRowless),
    };
  });
}

const amountsOf = (invoices: readonly InvoiceRecord[]): Amounts =>
  amounts(
    invoices.map(({ opportunity }) => opportunity),
    invoices.map(({ taxValue }) => taxValue),
  );

const less = (from: Amounts, taken: Amounts): Amounts => ({
  withVat: exactDifference(from.withVat, taken.withVat),
  withoutVat: exactDifference(from.withoutVat, taken.withoutVat),
  vat: exactDifference(from.vat, taken.vat),
});
