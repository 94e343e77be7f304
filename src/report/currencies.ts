/** In which order currencies stand, and which one is the report’s own. Their sums never meet. */
import type { CurrencyCode } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { groupedBy } from './grouped-by';

const FIRST_CURRENCY = 'RUB' as CurrencyCode;

/** RUB first, then by code, those without one last. */
export function compareCurrencies(a: CurrencyCode, b: CurrencyCode): number {
  if (a === b) return 0;
  if ((a === FIRST_CURRENCY) !== (b === FIRST_CURRENCY)) return a === FIRST_CURRENCY ? -1 : 1;
  if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** RUB where any of the invoices is in it or there is none, else the one of most invoices, then by code. */
export function mainCurrency(invoices: Iterable<Pick<InvoiceRecord, 'currency'>>): CurrencyCode {
  const byCurrency = [...groupedBy(invoices, ({ currency }) => currency)];
  if (byCurrency.some(([currency]) => currency === FIRST_CURRENCY)) return FIRST_CURRENCY;
  const [main] = byCurrency.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareCurrencies(a, b));
  return main === undefined ? FIRST_CURRENCY : main[0];
}
