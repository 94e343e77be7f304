import fc from 'fast-check';
import { toScaled } from '../../../src/domain/decimal';

/** The decimal `digits / 10^scale` as text, without any arithmetic. */
function decimalText(digits: number, scale: number): string {
  const text = String(Math.abs(digits)).padStart(scale + 1, '0');
  const body = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
  return digits < 0 ? `-${body}` : body;
}

function sameDecimal(value: ReturnType<typeof toScaled>, digits: number, scale: number): boolean {
  if (value === null) return false;
  return BigInt(value.mantissa) * 10n ** BigInt(scale) === BigInt(digits) * 10n ** BigInt(value.scale);
}

const mantissa = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });

describe('an exact decimal', () => {
  it.each([
    [0, 0, 0],
    [-0, 0, 0],
    [19000, 19000, 0],
    [0.1, 10, 2],
    [13.61, 1361, 2],
    [-99.99, -9999, 2],
    [1.005, 10050, 4],
    [0.12345678, 12345678, 8],
    [1e-8, 1, 8],
    ['12.50', 1250, 2],
    ['-0.5', -5, 1],
    ['.5', 5, 1],
    ['+7.00', 700, 2],
    ['5.', 5, 0],
    ['1.5E+3', 1500, 0],
    ['1e-3', 1, 3],
    ['000123.4', 1234, 1],
  ])('%p is %p / 10^%p', (value, expected, scale) => {
    expect(toScaled(value)).toEqual({ mantissa: expected + 0, scale });
  });

  it.each([1e15, 0.1 + 0.2, 1 / 3, '1000000000000000', '9007199254740993', '0.12345678901', '1e30', '0e99'])(
    '%p is left to arbitrary precision',
    (value) => {
      expect(toScaled(value)).toBeNull();
    },
  );

  it.each(['', 'abc', '1,5', '1 000', '--1', '1e', '1e1000', '0x10', 'NaN', '+-1', ' 1', '1\n'])(
    'the text %j is refused without being quoted',
    (text) => {
      expect(() => toScaled(text)).toThrow(new RangeError('Expected a decimal but received another text.'));
    },
  );

  it('of a number is its shortest decimal form, for every decimal of up to 15 digits', () => {
    fc.assert(
      fc.property(mantissa, fc.constantFrom(0, 2, 4, 8), (digits, scale) => {
        const value = toScaled(Number(decimalText(digits, scale)));
        // Trailing zeros may have to be added, which takes some mantissas over the limit.
        return value === null ? Math.abs(digits) >= 1e9 : sameDecimal(value, digits, scale);
      }),
    );
  });

  it('of a number is never another number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const value = toScaled(number);
        if (value !== null) expect(Number(decimalText(value.mantissa, value.scale)) + 0).toBe(number + 0);
      }),
    );
  });

  it('of a text is exact', () => {
    fc.assert(
      fc.property(mantissa, fc.integer({ min: 0, max: 10 }), (digits, scale) =>
        sameDecimal(toScaled(decimalText(digits, scale)), digits, scale),
      ),
    );
  });
});
