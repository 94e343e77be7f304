/** Exact arithmetic for expectations: fractions of big integers, rounded only where the report rounds. */

export interface Fraction {
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/** The decimal that JSON prints for the number, exactly. */
export function exactly(value: number): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new Error(`Expected a finite number but received ${value}`);
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const scale = decimals.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${decimals}`);
  return scale >= 0
    ? { numerator: digits, denominator: 10n ** BigInt(scale) }
    : { numerator: digits * 10n ** BigInt(-scale), denominator: 1n };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

export const times = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** The share of VAT in a gross amount at `rate` per cent: gross × rate / (100 + rate). */
export const vatWithin = (gross: Fraction, rate: number): Fraction => {
  const { numerator, denominator } = exactly(rate);
  return times(gross, { numerator, denominator: 100n * denominator + numerator });
};

/** To hundredths, half away from zero. */
export function rounded({ numerator, denominator }: Fraction): number {
  const size = numerator < 0n ? -numerator : numerator;
  const hundredths = (size * 200n + denominator) / (denominator * 2n);
  const digits = hundredths.toString().padStart(3, '0');
  const value = Number(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
  return numerator < 0n && hundredths > 0n ? -value : value;
}
