/** Sums with VAT, without it and of it, in one currency. */
import type { PortalDecimal } from '../domain/records';
import { exactDifference, exactSum } from '../report/ExactSum';

export interface Amounts {
  readonly withVat: number;
  readonly withoutVat: number;
  readonly vat: number;
}

/** null counts as 0. */
export function amounts(
  sums: readonly (PortalDecimal | null)[],
  ofVat: readonly (PortalDecimal | null)[],
): Amounts {
  const withVat = exactSum(sums.flatMap((sum) => sum ?? []));
  const vat = exactSum(ofVat.flatMap((value) => value ?? []));
  return { withVat, withoutVat: exactDifference(withVat, vat), vat };
}
