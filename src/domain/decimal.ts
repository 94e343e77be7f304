/**
 * Exact decimals of the portal as integers: what a double cannot hold exactly (0.1, 13.61) becomes a whole
 * mantissa and a power of ten, so that money never meets binary fractions.
 */
import type { PortalDecimal } from './records';

/** The exact decimal `mantissa / 10^scale`; a mantissa read from the portal is below 10^15 in size, never −0. */
export interface ScaledInteger {
  readonly mantissa: number;
  readonly scale: number;
}

/**
 * Different decimals of up to 15 significant digits are different doubles (IEEE 754 binary64), so below this
 * bound a double stands for exactly one of them: its shortest form.
 */
const MANTISSA_LIMIT = 1e15;

/** Whole numbers, kopecks, quantities (4 decimals) and prices (8 decimals): Bitrix24 source, productrowtable.php. */
const USUAL_SCALES = [
  { scale: 0, power: 1 },
  { scale: 2, power: 1e2 },
  { scale: 4, power: 1e4 },
  { scale: 8, power: 1e8 },
] as const;

/** No column of the portal keeps more decimals; finer text is left to arbitrary precision. */
const FINEST_SCALE = 10;

const DECIMAL = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?$/;

/** The powers of ten that a double holds exactly. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** 10 to a power of 0…22, exactly; NaN for any other. */
export function powerOfTen(exponent: number): number {
  return POWERS_OF_TEN[exponent] ?? NaN;
}

/**
 * The decimal as an integer and a scale, or null where it needs more than 15 digits or 10 decimals.
 * Throws a RangeError on a text that is not a decimal (`12`, `-0.50`, `.5`, `1.0E+25`).
 */
export function toScaled(value: PortalDecimal): ScaledInteger | null {
  return typeof value === 'number' ? scaledNumber(value) : scaledText(value);
}

function scaledNumber(value: number): ScaledInteger | null {
  for (const { scale, power } of USUAL_SCALES) {
    const mantissa = Math.round(value * power);
    if (Math.abs(mantissa) >= MANTISSA_LIMIT) return null;
    // The product may be off by one; the quotient is correctly rounded, so this test cannot lie.
    if (mantissa / power === value) return { mantissa: mantissa + 0, scale };
  }
  return null;
}

function scaledText(text: string): ScaledInteger | null {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError('Expected a decimal but received another text.');
  const [, sign = '', body = '', exponent = '0'] = match;
  const point = body.indexOf('.');
  const decimals = point < 0 ? 0 : body.length - point - 1;
  const scale = decimals - Number(exponent);
  const digits = Number(body.replace('.', ''));
  const mantissa = (sign === '-' ? -digits : digits) * (scale < 0 ? powerOfTen(-scale) : 1);
  const fits = Math.abs(mantissa) < MANTISSA_LIMIT && scale <= FINEST_SCALE;
  return fits ? { mantissa: mantissa + 0, scale: Math.max(scale, 0) } : null;
}
