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
    return this.rest === null ? cellNumber(this.hundredths / 100) : cellNumber(this.exactText(this.rest));
  }

  /** The exact sum itself, as text where no number stands for it alone. */
  toDecimal(): PortalDecimal {
    const text = this.exactText(this.rest ?? new BigDecimal(0));
    return toScaled(text) === null ? text : cellNumber(text);
  }

  private exactText(rest: Big): string {
    return new BigDecimal(this.hundredths).times('0.01').plus(rest).toString();
  }
}

/** The double nearest to the exact sum of the values. */
export function exactSum(values: Iterable<PortalDecimal>): number {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.toNumber();
}

export const exactDifference = (from: number, taken: number): number => exactSum([from, -taken]);
