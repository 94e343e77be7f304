/**
 * Money as exact decimals: whole numbers while they fit a double, arbitrary precision beyond. Results are
 * rounded half away from zero to hundredths, as an accountant does by hand.
 */
import Big from 'big.js';
import { powerOfTen, toScaled, type ScaledInteger } from '../domain/decimal';
import type { Kopecks } from '../domain/ids';
import type { PortalDecimal } from '../domain/records';

/** Our own constructor, so that nobody else's settings reach it; only division rounds, to hundredths. */
export const BigDecimal = Big();
BigDecimal.DP = 2;
BigDecimal.RM = Big.roundHalfUp;

/** An exact decimal of any size. */
export type ExactDecimal = ScaledInteger | Big;

export function isScaled(value: ExactDecimal): value is ScaledInteger {
  return 'mantissa' in value;
}

/** big.js reads what the portal writes, a leading plus apart. */
export function bigOf(value: PortalDecimal): Big {
  return new BigDecimal(typeof value === 'number' ? value : value.replace(/^\+/, ''));
}

export function toBig(value: ExactDecimal): Big {
  return isScaled(value) ? new BigDecimal(value.mantissa).times(`1e-${value.scale}`) : value;
}

/** The nearest double, what a cell can hold; never −0. */
export function cellNumber(value: PortalDecimal): number {
  return Number(value) + 0;
}

export const exactly = (value: PortalDecimal): ExactDecimal => toScaled(value) ?? bigOf(value);

/** The exact product of what the portal has sent. */
export const multiply = (a: PortalDecimal, b: PortalDecimal): ExactDecimal => times(exactly(a), exactly(b));

/** The exact product. */
export function times(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  if (isScaled(a) && isScaled(b)) {
    const mantissa = a.mantissa * b.mantissa;
    if (Number.isSafeInteger(mantissa)) return { mantissa: mantissa + 0, scale: a.scale + b.scale };
  }
  return toBig(a).times(toBig(b));
}

/** The exact difference. */
export function minus(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  if (isScaled(a) && isScaled(b)) {
    const scale = Math.max(a.scale, b.scale);
    const x = a.mantissa * powerOfTen(scale - a.scale);
    const y = b.mantissa * powerOfTen(scale - b.scale);
    if ([x, y, x - y].every(Number.isSafeInteger)) return { mantissa: x - y, scale };
  }
  return toBig(a).minus(toBig(b));
}

/** The value rounded half away from zero to hundredths, exactly, of whatever size. */
export function inHundredths(value: ExactDecimal): ExactDecimal {
  const hundredths = isScaled(value) ? quotientInHundredths(value.mantissa, 1, value.scale) : null;
  return hundredths === null ? toBig(value).round(2) : { mantissa: hundredths, scale: 2 };
}

/** The same as the nearest double. */
export const rounded = (value: ExactDecimal): number => nearest(inHundredths(value));

/** What a cell can hold of hundredths. */
export const nearest = (value: ExactDecimal): number =>
  isScaled(value) ? fromHundredths(value.mantissa as Kopecks) : cellNumber(value.toString());

/** Times × part / whole, rounded half away from zero to so many decimals. The whole is not 0. */
export function shareOf(part: number, whole: number, decimals: number, times = 1): number {
  const Share = Big();
  Share.DP = decimals;
  Share.RM = Big.roundHalfUp;
  return cellNumber(new Share(part).times(times).div(whole).toString());
}

/** A whole number of hundredths as a cell's number; never −0. */
export function fromHundredths(hundredths: Kopecks): number {
  return hundredths / 100 + 0;
}

/**
 * `numerator / (denominator × 10^scale)` in whole hundredths, rounded half away from zero, or null where whole
 * numbers of a double do not suffice. The denominator is not 0.
 */
export function quotientInHundredths(numerator: number, denominator: number, scale: number): Kopecks | null {
  const top = scale < 2 ? numerator * powerOfTen(2 - scale) : numerator;
  const bottom = scale > 2 ? denominator * powerOfTen(scale - 2) : denominator;
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom)) return null;
  // Faster than `%`. Where division rounds up to a whole number, the remainder is a little below 0, and that is right.
  const whole = Math.trunc(top / bottom);
  const remainder = top - whole * bottom;
  if (2 * Math.abs(remainder) < Math.abs(bottom)) return whole as Kopecks;
  return (whole + (top > 0 === bottom > 0 ? 1 : -1)) as Kopecks;
}
