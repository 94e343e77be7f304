/** Exact decimals as the whole numbers of units that a database's DECIMAL is made of. */
import Big from 'big.js';
import { powerOfTen, toScaled } from '../src/domain/decimal';
import type { PortalDecimal } from '../src/domain/records';
import { bigOf, isScaled, toBig, type ExactDecimal } from '../src/report/money';

export const exactly = (value: PortalDecimal): ExactDecimal => toScaled(value) ?? bigOf(value);

/** The value in units of 10^−scale, rounded half away from zero. */
export function unitsOf(value: ExactDecimal, scale: number): bigint {
  if (isScaled(value) && value.scale <= scale) {
    const factor = powerOfTen(scale - value.scale);
    const units = value.mantissa * factor;
    return Number.isSafeInteger(units) ? BigInt(units) : BigInt(value.mantissa) * BigInt(factor);
  }
  return BigInt(toBig(value).round(scale, Big.roundHalfUp).toFixed(scale).replace('.', ''));
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

/** The exact product. */
export function times(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  if (isScaled(a) && isScaled(b)) {
    const mantissa = a.mantissa * b.mantissa;
    if (Number.isSafeInteger(mantissa)) return { mantissa: mantissa + 0, scale: a.scale + b.scale };
  }
  return toBig(a).times(toBig(b));
}
