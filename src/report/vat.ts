/** The VAT inside a product row's gross sum. */
import { powerOfTen, toScaled } from '../domain/decimal';
import type { PortalDecimal } from '../domain/records';
import { bigOf, isScaled, nearest, quotientInHundredths, toBig, type ExactDecimal } from './money';

/**
 * `gross × rate / (100 + rate)` of the unrounded gross, rounded half away from zero to hundredths. The rate is
 * in percent; null at −100 %, where no gross sum exists.
 */
export function vatInHundredths(gross: ExactDecimal, rate: PortalDecimal): ExactDecimal | null {
  const scaledRate = toScaled(rate);
  if (isScaled(gross) && scaledRate !== null) {
    const grossRate = 100 * powerOfTen(scaledRate.scale) + scaledRate.mantissa;
    if (grossRate === 0) return null;
    const hundredths = quotientInHundredths(gross.mantissa * scaledRate.mantissa, grossRate, gross.scale);
    if (hundredths !== null) return { mantissa: hundredths, scale: 2 };
  }
  const bigRate = bigOf(rate);
  const grossRate = bigRate.plus(100);
  if (grossRate.eq(0)) return null;
  return toBig(gross).times(bigRate).div(grossRate);
}

/** The same as the nearest double. */
export function vatWithin(gross: ExactDecimal, rate: PortalDecimal): number | null {
  const vat = vatInHundredths(gross, rate);
  return vat === null ? null : nearest(vat);
}
