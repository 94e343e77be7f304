/** Adds up the portal's decimals without losing a kopeck, whatever their size. */
import type Big from 'big.js';
import { powerOfTen, toScaled } from '../domain/decimal';
import type { PortalDecimal } from '../domain/records';
import { BigDecimal, bigOf, cellNumber } from './money';

export class ExactSum {
  private hundredths = 0;
  /** What is finer than hundredths or does not fit the whole number above. */
  private rest: Big | null = null;

  add(value: PortalDecimal): void {
    const scaled = toScaled(value);
    if (scaled !== null && scaled.scale <= 2) {
      const hundredths = scaled.mantissa * powerOfTen(2 - scaled.scale);
      const sum = this.hundredths + hundredths;
      if (Number.isSafeInteger(hundredths) && Number.isSafeInteger(sum)) {
        this.hundredths = sum;
        return;
      }
    }
    this.rest = this.rest === null ? bigOf(value) : this.rest.plus(bigOf(value));
  }

  /** The double nearest to the exact sum. */
  toNumber(): number {
    if (this.rest === null) return cellNumber(this.hundredths / 100);
    return cellNumber(new BigDecimal(this.hundredths).times('0.01').plus(this.rest).toString());
  }
}

/** The double nearest to the exact sum of the values. */
export function exactSum(values: Iterable<PortalDecimal>): number {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.toNumber();
}

export const exactDifference = (from: number, taken: number): number => exactSum([from, -taken]);
