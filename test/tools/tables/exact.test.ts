import fc from 'fast-check';
import type { PortalDecimal } from '../../../src/domain/records';
import { exactly, minus, times } from '../../../src/report/money';
import { unitsOf } from '../../../tables/exact';
import { decimal, exact } from '../../unit/report/arbitraries';

describe('a decimal in units', () => {
  it.each([
    [1.005, 2, 101n],
    [-1.005, 2, -101n],
    ['1.004999', 2, 100n],
    [0, 2, 0n],
    ['9999999999999999.99', 2, 999999999999999999n],
    ['123456789012345678901234567890.12345678', 8, 12345678901234567890123456789012345678n],
    ['0.000000005', 8, 1n],
    [1e21, 2, 10n ** 23n],
    ['1.0E+25', 0, 10n ** 25n],
  ])('%p with %p decimals is %p', (value, scale, units) => {
    expect(unitsOf(exactly(value), scale)).toBe(units);
  });

  it('is the decimal itself where it has no more decimals', () => {
    fc.assert(
      fc.property(decimal(8), (value) => {
        const { numerator, denominator } = exact(value);
        expect(unitsOf(exactly(value), 8) * denominator).toBe(numerator * 10n ** 8n);
      }),
    );
  });
});

/** What a whole number of units of 10^−16 is; both sides of every rule are reached by sizes as well as by decimals. */
const inUnits = (value: PortalDecimal): bigint => {
  const { numerator, denominator } = exact(value);
  return (numerator * 10n ** 16n) / denominator;
};

it('takes decimals from each other and multiplies them exactly, of whatever size', () => {
  fc.assert(
    fc.property(decimal(8), decimal(8), (a, b) => {
      expect(unitsOf(minus(exactly(a), exactly(b)), 16)).toBe(inUnits(a) - inUnits(b));
      expect(unitsOf(times(exactly(a), exactly(b)), 16) * 10n ** 16n).toBe(inUnits(a) * inUnits(b));
    }),
  );
});

it('takes one decimal from another exactly', () => {
  expect(unitsOf(minus(exactly('9999999999999999.99'), exactly(0.01)), 2)).toBe(999999999999999998n);
});
