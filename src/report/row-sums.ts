/** Whether the product rows of an invoice, as the detail sheet shows them, add up to the invoice's own sum. */
import type { PortalDecimal } from '../domain/records';
import { ExactSum } from './ExactSum';
import { multiply, rounded } from './money';
import type { DetailLine } from './report-model';

export interface DifferingSums {
  readonly ofRows: number;
  readonly ofInvoice: number;
  readonly isByOneKopeck: boolean;
}

const KOPECK = 0.01;

/**
 * Both sums in kopecks, null where they are equal to the kopeck or cannot be compared: an invoice without a sum
 * or without rows, a row without price or quantity.
 */
export function differingSums(
  opportunity: PortalDecimal | null,
  lines: readonly Pick<DetailLine, 'sum'>[],
): DifferingSums | null {
  if (opportunity === null || lines.length === 0) return null;
  const rows = new ExactSum();
  for (const { sum } of lines) {
    if (sum === null) return null;
    rows.add(sum);
  }
  const ofRows = rows.toNumber();
  const ofInvoice = rounded(multiply(opportunity, 1));
  if (ofRows === ofInvoice) return null;
  rows.add(-ofInvoice);
  return { ofRows, ofInvoice, isByOneKopeck: Math.abs(rows.toNumber()) === KOPECK };
}
