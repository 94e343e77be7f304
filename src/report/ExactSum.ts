/** Adds up the portal's decimals without losing a kopeck, whatever their size. */
import type { PortalDecimal } from '../domain/records';
import { BigDecimal, bigOf, cellNumber } from './money';

export class ExactSum {
  private sum = new BigDecimal(0);

  add(value: PortalDecimal): void {
    this.sum = this.sum.plus(bigOf(value));
  }

  /** The double nearest to the exact sum. */
  toNumber(): number {
    return cellNumber(this.sum.toString());
  }
}
