/** How columns are called: in the headers of the sheets, and where the settings offer them. */
import type { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../domain/column-names';
import { VALUE_TITLES as TITLES } from './sheet-texts';

type KnownColumn = (typeof BRIEF_COLUMNS)[number] | (typeof DETAIL_COLUMNS)[number];

/** The further columns that the report knows. */
export const COLUMN_TITLES: Readonly<Record<KnownColumn, string>> = {
  ...TITLES,
  ourCompany: TITLES.ownCompany,
  vatRate: TITLES.taxRate,
  priceWithoutVat: TITLES.netPrice,
};
