/** Whether the amounts of the journal add up to the totals of the report, read off the sheet alone. */
import { exactly, plus, ZERO, type Fraction } from '../../oracle/exact';
import type { ExpectedInvoice } from '../../oracle/expected-invoices';
import { nearest } from '../../oracle/expected-words';
import type { SheetPicture } from '../../oracle/picture';

/** «Изменение суммы», from row 3 on. */
const AMOUNTS = /^(\d+):9$/;

export function wrongSums(
  { cells }: SheetPicture,
  invoices: readonly Pick<ExpectedInvoice, 'currency' | 'sum'>[],
): readonly string[] {
  const found = new Map<string, Fraction>();
  for (const [place, { value, format = '' }] of cells) {
    const [kind, amount = ''] = value.split(' ');
    if (!AMOUNTS.test(place) || kind !== 'number') continue;
    add(found, /\[\$(\w+)\]/.exec(format)?.[1] ?? '', Number(amount));
  }
  // With one currency no format names it.
  const isNamed = [...found.keys()].some((currency) => currency !== '');
  const expected = new Map<string, Fraction>();
  for (const { currency, sum } of invoices) add(expected, isNamed ? currency : '', sum ?? 0);
  return [...new Set([...found.keys(), ...expected.keys()])].flatMap((currency) => {
    const [is, should] = [found, expected].map((sums) => nearest(sums.get(currency) ?? ZERO));
    return is === should ? [] : [`the journal adds up to ${is} ${currency}, the report to ${should}`];
  });
}

const add = (sums: Map<string, Fraction>, currency: string, amount: number): void =>
  void sums.set(currency, plus(sums.get(currency) ?? ZERO, exactly(amount)));
