/** Whether the product rows of an invoice, as the detail sheet shows them, add up to the invoice's own sum. */
import type { InvoiceRecord, PortalDecimal } from '../domain/records';
import { ExactSum } from './ExactSum';
import { multiply, rounded } from './money';
import type { DetailLine } from './report-model';
import { isVatUnknown } from './totals';

export interface DifferingSums {
  readonly ofRows: number;
  readonly ofInvoice: number;
  /** No more than rounding may make of it. */
  readonly isSlight: boolean;
}

const KOPECK = 1 / 100;

/**
 * Both sums in kopecks, null where they are equal to the kopeck or cannot be compared: an invoice without a sum
 * or without rows, a row without price or quantity.
 */
export function differingSums(
  opportunity: PortalDecimal | null,
  lines: readonly Pick<DetailLine, 'sum'>[],
): DifferingSums | null {
  if (opportunity === null) return null;
  return difference(
    opportunity,
    lines.map(({ sum }) => sum),
    KOPECK,
  );
}

/**
 * The same of VAT; an invoice without a tax value has none. The portal rounds the VAT of an invoice once, the report
 * that of each row: half a kopeck a row is rounding.
 */
export function differingVat(
  invoice: Pick<InvoiceRecord, 'taxValue' | 'unreadable'>,
  lines: readonly Pick<DetailLine, 'vat'>[],
): DifferingSums | null {
  if (isVatUnknown(invoice)) return null;
  return difference(
    invoice.taxValue ?? 0,
    lines.map(({ vat }) => vat),
    Math.max(1, Math.floor(lines.length / 2)) * KOPECK,
  );
}

function difference(
  invoice: PortalDecimal,
  ofLines: readonly (number | null)[],
  slight: number,
): DifferingSums | null {
  if (ofLines.length === 0) return null;
  const rows = new ExactSum();
  for (const value of ofLines) {
    if (value === null) return null;
    rows.add(value);
  }
  const ofRows = rows.toNumber();
  const ofInvoice = rounded(multiply(invoice, 1));
  if (ofRows === ofInvoice) return null;
  rows.add(-ofInvoice);
  return { ofRows, ofInvoice, isSlight: Math.abs(rows.toNumber()) <= slight };
}
