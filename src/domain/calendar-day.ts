/** Calendar days: reading them from the portal's answers, counting with them, numbering them as Sheets does. */
import { DAY_MILLISECONDS } from './durations';
import type { IsoDate } from './ids';

/** The two date types of the portal's fields. */
export type DateFieldType = 'date' | 'datetime';

/** Day number of 1970-01-01 where day 0 is 1899-12-30 (Google, Sheets API reference, "Date/time values"). */
export const DAY_NUMBER_OF_1970 = 25_569;
const FIRST_DAY_NUMBER = -693_593; // 0001-01-01
const LAST_DAY_NUMBER = 2_958_465; // 9999-12-31

/** The last day of each month of a common year. */
const LAST_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const CODE_OF_ZERO = 48;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK_AND_OFFSET = /^[T ](\d{2}):(\d{2})[\d:.]*(?:Z|([+-])(\d{2}):?(\d{2})?)$/;
const MINUTES_IN_DAY = 1_440;
/** More than summer time moves a clock, and so little that no midnight east of −12:00 leaves its day. */
const SUMMER_MINUTES = 120;

/** Whether a value is a day that exists, as `YYYY-MM-DD`. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !ISO_DATE.test(value)) return false;
  const year = digits(value, 0, 4);
  const day = digits(value, 8, 10);
  return year >= 1 && day >= 1 && day <= lastDay(year, digits(value, 5, 7));
}

/** The last day of a month, 0 where there is no such month. */
function lastDay(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (LAST_DAYS[month - 1] ?? 0);
}

/**
 * The calendar day of a field's value, null where there is none (`""`, null, false, `[]`) or no such day. Of a
 * `date` the portal prints its local midnight moved by today's offset instead of the day's own, in the server's
 * zone (Bitrix24 source, rest_util.php, ConvertDate): UTC midnight of the day, or as much off as summer time is.
 * East of Greenwich that is the same day on the server's clock, elsewhere it is the day of UTC a little later.
 * A `datetime` is its server's day.
 */
export function calendarDay(value: unknown, type: DateFieldType): IsoDate | null {
  if (typeof value !== 'string') return null;
  const day = value.slice(0, 10);
  if (!isIsoDate(day)) return null;
  const after = type === 'date' ? daysAfterPrinted(value.slice(10)) : 0;
  return after === 0 ? day : addDays(day, after);
}

/** How many days after the printed one the day is that a `date` stands for. */
function daysAfterPrinted(clockAndOffset: string): number {
  const match = CLOCK_AND_OFFSET.exec(clockAndOffset);
  if (match === null) return 0;
  const [, hours, minutes, sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  if (sign === '+' && offset > 0) return 0;
  return Math.floor((Number(hours) * 60 + Number(minutes) + offset + SUMMER_MINUTES) / MINUTES_IN_DAY);
}

/** The day so many days later, or earlier when negative; never outside the years 0001…9999. */
export function addDays(day: IsoDate, days: number): IsoDate {
  const number = dayNumber(day) + days;
  return fromDayNumber(Math.min(Math.max(number, FIRST_DAY_NUMBER), LAST_DAY_NUMBER));
}

/** The same day so many years earlier, 28 February for a 29th that its year lacks; none before the year 1. */
export function yearsBefore(day: IsoDate, years: number): IsoDate {
  const year = Math.max(digits(day, 0, 4) - years, 1);
  const month = digits(day, 5, 7);
  return isoDate(year, month, Math.min(digits(day, 8, 10), lastDay(year, month)));
}

/** The day number of a cell: whole days since 1899-12-30. */
export const dayNumber = (day: IsoDate): number =>
  Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS + DAY_NUMBER_OF_1970;

const fromDayNumber = (number: number): IsoDate =>
  new Date((number - DAY_NUMBER_OF_1970) * DAY_MILLISECONDS).toISOString().slice(0, 10) as IsoDate;

/** The number in the digits from `start` to before `end`; ten thousand dates are read without a text for each part. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + text.charCodeAt(at) - CODE_OF_ZERO;
  return number;
}

/** The day of a year, a month (1…12) and a day of the month that exist. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as IsoDate;
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0');
