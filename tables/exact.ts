/** Exact decimals as the whole numbers of units that a database's DECIMAL is made of. */
import Big from 'big.js';
import { powerOfTen } from '../src/domain/decimal';
import { isScaled, toBig, type ExactDecimal } from '../src/report/money';

/** The value in units of 10^−scale, rounded half away from zero. */
export function unitsOf(value: ExactDecimal, scale: number): bigint {
  if (isScaled(value) && value.scale <= scale) {
    const factor = powerOfTen(scale - value.scale);
    const units = value.mantissa * factor;
    return Number.isSafeInteger(units) ? BigInt(units) : BigInt(value.mantissa) * BigInt(factor);
  }
  return BigInt(toBig(value).round(scale, Big.roundHalfUp).toFixed(scale).replace('.', ''));
}
