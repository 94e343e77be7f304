/** Exact sums that stay exact: they are kept, and summed up again at later refreshes. */
import type { CurrencyCode } from '../domain/ids';
import type { PortalDecimal } from '../domain/records';
import { compareCurrencies } from '../report/currencies';
import { ExactSum } from '../report/ExactSum';
import { bigOf } from '../report/money';

/** The exact sum of the values. */
export function exactDecimal(values: Iterable<PortalDecimal>): PortalDecimal {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.toDecimal();
}

/** Exact sums by currency: those of different ones never meet. */
export class SumsByCurrency {
  private readonly sums = new Map<CurrencyCode, ExactSum>();

  add(currency: CurrencyCode, value: PortalDecimal): void {
    const sum = this.sums.get(currency) ?? new ExactSum();
    this.sums.set(currency, sum);
    sum.add(value);
  }

  /** RUB first, then by code. */
  list(): readonly (readonly [CurrencyCode, PortalDecimal])[] {
    return [...this.sums]
      .sort(([a], [b]) => compareCurrencies(a, b))
      .map(([currency, sum]) => [currency, sum.toDecimal()]);
  }
}

/** The sum with the other sign, exactly. */
export function negated(value: PortalDecimal): PortalDecimal {
  if (typeof value === 'number') return 0 - value;
  return value.startsWith('-') ? value.slice(1) : `-${value.replace(/^\+/, '')}`;
}

/** Whether two decimals are the same amount, however they are written. */
export function isSameAmount(a: PortalDecimal | null, b: PortalDecimal | null): boolean {
  return a === b || (a !== null && b !== null && bigOf(a).eq(bigOf(b)));
}
