import fc from 'fast-check';
import { BigDecimal, multiply } from '../../../src/report/money';
import { vatWithin } from '../../../src/report/vat';
import { decimal, exact, hundredths, times } from './arbitraries';

function expectedVat(gross: ReturnType<typeof exact>, rate: number | string): number {
  const { numerator, denominator } = exact(rate);
  return hundredths(times(gross, { numerator, denominator: 100n * denominator + numerator }));
}

describe("a row's VAT", () => {
  it.each([
    [120, 1, 20, 20],
    [100, 1, 20, 16.67],
    [100, 1, 22, 18.03],
    [110, 1, 10, 10],
    [107, 1, 7, 7],
    [105, 1, 5, 5],
    [0.35, 1000, 20, 58.33],
    [99.99, 100, 20, 1666.5],
    [13.61, 2500, 20, 5670.83],
    [0.03, 1, 20, 0.01],
    [-0.03, 1, 20, -0.01],
    [-100, 1, 20, -16.67],
    [100, 1, 0, 0],
    [100, 1, 18.1818, 15.38],
    [100, 1, '20.00', 16.67],
    [100, 1, 100, 50],
    [100, 1, -50, -100],
    [100, 1, -300, 150],
    ['90071992547409.93', 1, 20, 15011998757901.66],
    [1234.56789012, 0.3333, '20.0000', 68.58],
    // A rate of more decimals than whole numbers hold.
    [120, 1, '20.00000000000', 20],
    ['90071992547409.93', 1000, '20.00000000000', 15011998757901655],
  ])('of %p × %p at %p %% is %p', (price, quantity, rate, vat) => {
    expect(vatWithin(multiply(price, quantity), rate)).toBe(vat);
  });

  it('is worked out in whole numbers where they suffice, since dividing others takes many times longer', () => {
    const division = jest.spyOn(BigDecimal.prototype, 'div');
    expect(vatWithin(multiply(13.61, 2500), '20.00')).toBe(5670.83);
    expect(division).not.toHaveBeenCalled();
    division.mockRestore();
  });

  it('is taken from the unrounded gross sum', () => {
    // 0.0299 × 20 / 120 = 0.00498; of the rounded gross, 0.03, it would be a kopeck.
    expect(vatWithin(multiply('0.025', '1.196'), 20)).toBe(0);
    expect(vatWithin(multiply('0.0299', 1), 20)).toBe(0);
    expect(vatWithin(multiply('0.03', 1), 20)).toBe(0.01);
  });

  it('does not exist at −100 %', () => {
    expect(vatWithin(multiply(100, 1), -100)).toBeNull();
    expect(vatWithin(multiply('99999999999999999', 1), '-100')).toBeNull();
    expect(vatWithin(multiply(100, 1), '-100.00000000000')).toBeNull();
  });

  it('is gross × rate / (100 + rate) rounded half away from zero, whatever the sizes', () => {
    fc.assert(
      fc.property(decimal(8), decimal(4), decimal(4, 10 ** 7), (price, quantity, rate) => {
        fc.pre(Number(rate) !== -100);
        const gross = times(exact(price), exact(quantity));
        expect(vatWithin(multiply(price, quantity), rate)).toBe(expectedVat(gross, rate));
      }),
      { numRuns: 1_000 },
    );
  });

  it('lies between zero and the gross sum, on its side of zero', () => {
    fc.assert(
      fc.property(decimal(2, 10 ** 12), fc.integer({ min: 0, max: 1_000 }), (price, rate) => {
        const vat = vatWithin(multiply(price, 1), rate) ?? NaN;
        expect(Math.abs(vat)).toBeLessThanOrEqual(Math.abs(Number(price)) + 0.005);
        expect(vat * Number(price)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('grows with the rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.nat(100), fc.nat(100), (kopecks, rate, more) => {
        const gross = multiply(`${kopecks}e-2`, 1);
        expect(vatWithin(gross, rate + more)).toBeGreaterThanOrEqual(vatWithin(gross, rate) ?? NaN);
      }),
    );
  });
});
