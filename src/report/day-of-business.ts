/** Days on which something was done, as against those that stand for none. */
import type { IsoDate } from '../domain/ids';

const FIRST_DAY_OF_BUSINESS = '2002-01-02';

/**
 * An exchange with 1C fills the fields of what has no date with its empty one: 01.01.0001 arrives as 2001-01-01, an
 * unset date as 1970-01-01 (PHP manual, `mktime`, years of two digits).
 */
export const dayOfBusiness = (day: IsoDate | null): IsoDate | null =>
  day !== null && day >= FIRST_DAY_OF_BUSINESS ? day : null;
