/** Sums of several currencies within a sentence. */
import { count, plural, type PluralForms } from './russian';

/** A sum of one currency. */
export interface Amount {
  /** Its code, `''` for none. */
  readonly currency: string;
  readonly all: number;
}

/** So many are told one by one: a report of more currencies is an odd one. */
const MOST_AMOUNTS = 5;
const CURRENCIES: PluralForms = ['валюте', 'валютах', 'валютах'];

/** `12 345,60 ₽, 100,00 USD и 5,00 EUR` */
export function listed(all: readonly Amount[], shown: (amount: Amount) => string): string {
  const told = all.slice(0, MOST_AMOUNTS).map(shown);
  const left = all.length - told.length;
  const last = left > 0 ? `ещё в ${count(left)} ${plural(left, CURRENCIES)}` : told.pop();
  return told.length === 0 ? String(last) : `${told.join(', ')} и ${last}`;
}
