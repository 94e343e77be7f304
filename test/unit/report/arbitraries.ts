/** Random decimals as the portal sends them, and an independent exact arithmetic to judge by. */
import fc from 'fast-check';

export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The exact value of a number's shortest decimal form or of a decimal text. */
export function exact(value: number | string): Fraction {
  const [body = '', exponent = '0'] = String(value).toLowerCase().split('e');
  const [whole = '', decimals = ''] = body.split('.');
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(`${whole}${decimals}`);
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-power) };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Rounded half away from zero to hundredths, as the double that is nearest. */
export function hundredths({ numerator, denominator }: Fraction): number {
  const negative = numerator < 0n !== denominator < 0n;
  const abs = (number: bigint): bigint => (number < 0n ? -number : number);
  const bottom = abs(denominator);
  const whole = (abs(numerator) * 200n + bottom) / (2n * bottom);
  const text = String(whole).padStart(3, '0');
  return Number(`${negative ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`) + 0;
}

/** Decimals of the given number of places, small and large, as numbers or as texts. */
export function decimal(places: number, largest = 10 ** 15): fc.Arbitrary<number | string> {
  const digits = fc.oneof(
    fc.integer({ min: -100_000, max: 100_000 }),
    fc.integer({ min: -largest, max: largest }),
  );
  return fc
    .tuple(digits, fc.integer({ min: 0, max: places }), fc.boolean())
    .map(([mantissa, scale, asText]) => {
      const text = `${mantissa}e-${scale}`;
      return asText ? text : Number(text);
    });
}
