/** In which month of the report an invoice is. */
import { isoDate } from '../domain/calendar-day';
import type { FieldName, IsoDate } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';

/**
 * The first day of the month of an invoice of the report, so that none falls between months.
 * @param periodField the one that puts an invoice into the period
 */
export function monthOfPeriod({ dates }: Pick<InvoiceRecord, 'dates'>, periodField: FieldName): IsoDate {
  const day = dates[periodField] ?? null;
  if (day === null) throw new Error('Expected a day of the period');
  return isoDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1);
}
