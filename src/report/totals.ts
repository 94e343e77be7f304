/** The totals under the brief sheet, one block per currency: sums of different currencies never meet. */
import type { CurrencyCode } from '../domain/ids';
import type { InvoiceRecord, PortalDecimal } from '../domain/records';
import { compareCurrencies } from './currencies';
import { ExactSum } from './ExactSum';
import type { CurrencyTotals } from './report-model';

type Summed = Pick<InvoiceRecord, 'currency' | 'opportunity' | 'taxValue' | 'unreadable'>;

/** An invoice without VAT has a tax value of 0 or none. */
export function hasVat(taxValue: PortalDecimal | null): taxValue is PortalDecimal {
  return taxValue !== null && Number(taxValue) !== 0;
}

export function totalsByCurrency(invoices: readonly Summed[]): CurrencyTotals[] {
  const sums = new Map<CurrencyCode, Sums>();
  for (const invoice of invoices) {
    const block = sums.get(invoice.currency) ?? newSums();
    sums.set(invoice.currency, block);
    addInvoice(block, invoice);
  }
  if (sums.size === 0) sums.set('' as CurrencyCode, newSums());
  return [...sums]
    .sort(([a], [b]) => compareCurrencies(a, b))
    .map(([currency, block]) => ({
      currency,
      all: block.all.toNumber(),
      withoutVat: block.withoutVat.toNumber(),
      withVat: block.withVat.toNumber(),
      vat: block.vat.toNumber(),
    }));
}

type Sums = Readonly<Record<'all' | 'withoutVat' | 'withVat' | 'vat', ExactSum>>;

function newSums(): Sums {
  return { all: new ExactSum(), withoutVat: new ExactSum(), withVat: new ExactSum(), vat: new ExactSum() };
}

/** Whether the invoice has VAT is not known: it belongs neither to those with nor to those without. */
export const isVatUnknown = ({ unreadable }: Pick<InvoiceRecord, 'unreadable'>): boolean =>
  unreadable?.includes('taxValue') === true;

function addInvoice(block: Sums, invoice: Summed): void {
  const { opportunity, taxValue } = invoice;
  const taxed = hasVat(taxValue);
  if (taxed) block.vat.add(taxValue);
  if (opportunity === null) return;
  block.all.add(opportunity);
  if (!isVatUnknown(invoice)) (taxed ? block.withVat : block.withoutVat).add(opportunity);
}
