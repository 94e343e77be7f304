import fc from 'fast-check';
import {
  BigDecimal,
  cellNumber,
  isScaled,
  multiply,
  quotientInHundredths,
  rounded,
} from '../../../src/report/money';
import { decimal, exact, hundredths, times } from './arbitraries';

describe('a row sum', () => {
  it.each([
    [0.35, 1000, 350],
    [99.99, 100, 9999],
    [1.005, 1, 1.01],
    [1.005, -1, -1.01],
    [-1.004, 1, -1],
    [0.1, 0.2, 0.02],
    [0.1, 0.05, 0.01],
    [2.675, 1, 2.68],
    [1.15, 0.5, 0.58],
    [-0.001, 1, 0],
    [0, -5, 0],
    [33.333333, 3, 100],
    [0.00000001, 0.0001, 0],
    ['0.005', 1, 0.01],
    ['1e3', '2.50', 2500],
    ['+90071992547409.93', '+1', 90071992547409.93],
    [1e14, 1, 1e14],
    ['90071992547409.93', 1, 90071992547409.93],
    [123456789.12345678, 1000, 123456789123.46],
  ])('%p × %p is %p', (price, quantity, sum) => {
    expect(rounded(multiply(price, quantity))).toBe(sum);
  });

  it('is the exact product rounded half away from zero, whatever the sizes', () => {
    fc.assert(
      fc.property(decimal(8), decimal(4), (price, quantity) => {
        expect(rounded(multiply(price, quantity))).toBe(hundredths(times(exact(price), exact(quantity))));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is right at every half kopeck', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), (kopecks) => {
        const half = `${kopecks}5e-3`;
        expect(rounded(multiply(half, 1))).toBe(hundredths(exact(half)));
        expect(rounded(multiply(Number(half), 1))).toBe(hundredths(exact(half)));
      }),
    );
  });

  it('is the opposite for the opposite quantity', () => {
    fc.assert(
      fc.property(decimal(8), fc.integer({ min: 1, max: 10_000 }), (price, quantity) => {
        expect(rounded(multiply(price, -quantity))).toBe(0 - rounded(multiply(price, quantity)));
      }),
    );
  });
});

describe('an ordinary row sum', () => {
  it('is rounded in whole numbers, since arbitrary precision takes many times longer', () => {
    const rounding = jest.spyOn(BigDecimal.prototype, 'round');
    expect(rounded(multiply(13.61, 2.5))).toBe(34.03);
    expect(rounding).not.toHaveBeenCalled();
    rounding.mockRestore();
  });
});

describe('a number for a cell', () => {
  it.each([-0, '-0', '-0.00'])('is never minus zero: %p', (value) => {
    expect(cellNumber(value)).toBe(0);
  });
});

describe('an exact product', () => {
  it.each([
    [99.99, 100, 9999_00, 2],
    ['2.50', '1e3', 250_000, 2],
    [-0.0001, 3, -3, 4],
    [94906265, 94906265, 9007199136250225, 0],
  ])('of %p and %p is whole numbers, which a double holds', (price, quantity, mantissa, scale) => {
    expect(multiply(price, quantity)).toEqual({ mantissa, scale });
  });

  it.each([
    [94906267, 94906267, '9007199515875289'],
    ['12345678901234567.89', 1, '12345678901234567.89'],
    [1, '0.00000000001', '1e-11'],
  ])('of %p and %p keeps every digit where a double would not', (price, quantity, product) => {
    const exactProduct = multiply(price, quantity);
    expect(isScaled(exactProduct) ? exactProduct : exactProduct.toString()).toBe(product);
  });
});

describe('a quotient in kopecks', () => {
  it.each([
    [1, 3, 0, 33],
    [2, 3, 1, 7],
    [-2, 3, 1, -7],
    [125, 1, 2, 125],
    [1_004, 1, 3, 100],
    [1_005, 1, 3, 101],
    [-1_005, 1, 3, -101],
    [1_005, -1, 3, -101],
    [-1_005, -1, 3, 101],
    [0, 7, 5, 0],
  ])('%p / (%p × 10^%p) is %p, rounded half away from zero', (numerator, denominator, scale, kopecks) => {
    expect(quotientInHundredths(numerator, denominator, scale)).toBe(kopecks);
  });

  it.each([
    [Number.MAX_SAFE_INTEGER, 1, 0],
    [1, Number.MAX_SAFE_INTEGER, 3],
    [2 ** 53, 1, 2],
  ])('%p / (%p × 10^%p) is left to arbitrary precision', (numerator, denominator, scale) => {
    expect(quotientInHundredths(numerator, denominator, scale)).toBeNull();
  });
});
