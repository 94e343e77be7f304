/** The VAT rates of product rows: how a sheet calls them and in which order they stand. */
import type { ProductRow } from '../domain/records';
import { WITHOUT_VAT } from '../texts/sheet-texts';
import { bigOf } from './money';

type Rated = Pick<ProductRow, 'taxRate' | 'unreadable'>;

export const isRateUnreadable = ({ unreadable }: Rated): boolean => unreadable?.includes('taxRate') === true;

/** «22 %», «16,67 %», «без НДС»; null where it cannot be read. */
export function rateName(row: Rated): string | null {
  if (isRateUnreadable(row)) return null;
  return row.taxRate === null ? WITHOUT_VAT : `${bigOf(row.taxRate).toFixed().replace('.', ',')}\u00a0%`;
}

/** From high to low, then rows without VAT, last those whose rate cannot be read. */
export function compareRates(a: Rated, b: Rated): number {
  const place = (row: Rated): number => (isRateUnreadable(row) ? 2 : row.taxRate === null ? 1 : 0);
  if (a.taxRate === null || b.taxRate === null) return place(a) - place(b);
  return bigOf(b.taxRate).cmp(bigOf(a.taxRate));
}
