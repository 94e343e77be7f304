/** The totals under the brief sheet: a block for each currency, roubles first, the others by code. */
import { exactly, plus, rounded, ZERO } from './exact';
import type { ExpectedInvoice } from './expected-invoices';

export interface TotalLine {
  readonly label: string;
  readonly value: number;
  readonly format: string;
  readonly red: boolean;
}

/** From the first line of the first block on; null is an empty row. `suffix`: of a currency's formats, `''` for one. */
export function expectedTotals(
  invoices: readonly ExpectedInvoice[],
  suffix: (currency: string) => string,
): (TotalLine | null)[] {
  const found = [...new Set(invoices.map(({ currency }) => currency))];
  const others = found.filter((currency) => currency !== 'RUB').sort();
  const currencies = found.includes('RUB') || found.length === 0 ? ['RUB', ...others] : others;
  return currencies.flatMap((currency, index) => {
    const own = invoices.filter((invoice) => invoice.currency === currency);
    const taxed = own.filter(({ vat }) => vat !== null);
    const untaxed = own.filter(({ vat }) => vat === null);
    const named = suffix(currency) === '' ? '' : `, ${currency}`;
    const line = (label: string, values: readonly (number | null)[], red = false): TotalLine => ({
      ...{ label: `${label}${named}:`, value: sum(values), format: `#,##0.00${suffix(currency)}`, red },
    });
    return [
      ...(index === 0 ? [] : [null]),
      line('Всего счетов на сумму', sums(own)),
      line('Счетов без НДС на сумму', sums(untaxed)),
      line('Счетов с НДС на сумму', sums(taxed)),
      line(
        'Всего НДС в счетах',
        own.map(({ vat }) => vat),
        true,
      ),
    ];
  });
}

const sums = (invoices: readonly ExpectedInvoice[]) => invoices.map(({ sum: own }) => own);

const sum = (values: readonly (number | null)[]): number =>
  rounded(values.reduce((total, value) => plus(total, exactly(value ?? 0)), ZERO));
