/** Exact decimals as the whole numbers of units that a database's DECIMAL is made of. */
import Big from 'big.js';
import { toScaled } from '../src/domain/decimal';
import type { PortalDecimal } from '../src/domain/records';
import { bigOf, isScaled, toBig, type ExactDecimal } from '../src/report/money';

export const exactly = (value: PortalDecimal): ExactDecimal => toScaled(value) ?? bigOf(value);

/** The value in units of 10^−scale, rounded half away from zero. */
export function unitsOf(value: ExactDecimal, scale: number): bigint {
  if (isScaled(value) && value.scale <= scale) {
    return BigInt(value.mantissa) * 10n ** BigInt(scale - value.scale);
  }
  return BigInt(toBig(value).round(scale, Big.roundHalfUp).toFixed(scale).replace('.', ''));
}

/** The exact difference. */
export const minus = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => toBig(a).minus(toBig(b));
