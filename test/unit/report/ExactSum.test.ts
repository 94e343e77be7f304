import fc from 'fast-check';
import { ExactSum } from '../../../src/report/ExactSum';
import { BigDecimal } from '../../../src/report/money';
import { decimal, exact, type Fraction } from './arbitraries';

function sumOf(values: readonly (number | string)[]): number {
  const sum = new ExactSum();
  values.forEach((value) => sum.add(value));
  return sum.toNumber();
}

function plus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The double nearest to a sum of decimals with at most eight places. */
function nearest(sum: Fraction): number {
  const scaled = (sum.numerator * 10n ** 8n) / sum.denominator;
  return Number(`${scaled}e-8`) + 0;
}

describe('an exact sum', () => {
  it.each<[(number | string)[], number]>([
    [[], 0],
    [[0.1, 0.2], 0.3],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[-0.01, 0.01], 0],
    [['+1.50', '1e3'], 1001.5],
    [[0.005, 0.005], 0.01],
    [['90071992547409.91', '0.02'], 90071992547409.93],
    [[9e13, 9e13, 9e13, 0.01], 270000000000000.01],
    [[9e13, 0.01, 9e13, -9e13, -9e13], 0.01],
    [['1e20', 0.01, '-1e20'], 0.01],
  ])('of %j is %p', (values, sum) => {
    expect(sumOf(values)).toBe(sum);
  });

  it('adds hundredths in whole numbers, since arbitrary precision takes many times longer', () => {
    const addition = jest.spyOn(BigDecimal.prototype, 'plus');
    const multiplication = jest.spyOn(BigDecimal.prototype, 'times');
    expect(sumOf([13.61, '2.5', -7, 0.3])).toBe(9.41);
    expect(addition).not.toHaveBeenCalled();
    expect(multiplication).not.toHaveBeenCalled();
    addition.mockRestore();
    multiplication.mockRestore();
  });

  it('is the double nearest to the true sum, in any order', () => {
    fc.assert(
      fc.property(fc.array(decimal(8), { maxLength: 30 }), (values) => {
        const expected = nearest(values.map(exact).reduce(plus, { numerator: 0n, denominator: 1n }));
        expect(sumOf(values)).toBe(expected);
        expect(sumOf([...values].reverse())).toBe(expected);
      }),
    );
  });
});
