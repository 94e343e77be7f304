/** In which order currencies stand. Their sums never meet. */
import type { CurrencyCode } from '../domain/ids';

const FIRST_CURRENCY = 'RUB' as CurrencyCode;

/** RUB first, then by code, those without one last. */
export function compareCurrencies(a: CurrencyCode, b: CurrencyCode): number {
  if (a === b) return 0;
  if ((a === FIRST_CURRENCY) !== (b === FIRST_CURRENCY)) return a === FIRST_CURRENCY ? -1 : 1;
  if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}
