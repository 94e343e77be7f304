/** In which order currencies stand, and which of them counts as the report's own. Their sums never meet. */
import type { CurrencyCode } from '../domain/ids';

const FIRST_CURRENCY = 'RUB' as CurrencyCode;

/** RUB first, then by code, those without one last. */
export function compareCurrencies(a: CurrencyCode, b: CurrencyCode): number {
  if (a === b) return 0;
  if ((a === FIRST_CURRENCY) !== (b === FIRST_CURRENCY)) return a === FIRST_CURRENCY ? -1 : 1;
  if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** RUB if any invoice has it or there is none, else the one with the most invoices, the first of those by code. */
export function mainCurrency(ofInvoices: readonly CurrencyCode[]): CurrencyCode {
  if (ofInvoices.length === 0 || ofInvoices.includes(FIRST_CURRENCY)) return FIRST_CURRENCY;
  const counts = new Map<CurrencyCode, number>();
  for (const currency of ofInvoices) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [main = [FIRST_CURRENCY]] = [...counts].sort(([a, m], [b, n]) => n - m || compareCurrencies(a, b));
  return main[0];
}
