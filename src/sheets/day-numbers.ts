/**
 * getValues gives a cell with a date format as a Date: the instant of its wall-clock time in the spreadsheet's
 * time zone (Google, Range.getValues). Here it becomes the cell's number again.
 */

const MILLISECONDS_PER_DAY = 86_400_000;
const HOURS_PER_DAY = 24;
const MILLISECONDS_PER_SECOND = 1_000;
/** Day number 0 of a spreadsheet is 1899-12-30. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Days since 1899-12-30, with the time of day as a fraction; a day's first instant is a whole number. */
export type DayNumberOf = (date: Date) => number;

/** @param timeZone the spreadsheet's, as `getSpreadsheetTimeZone` gives it */
export function dayNumbersIn(timeZone: string): DayNumberOf {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour12: false,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  return (date) => {
    const instant = date.getTime();
    const found = known.get(instant) ?? dayNumber(format, instant);
    known.set(instant, found);
    return found;
  };
}

function dayNumber(format: Intl.DateTimeFormat, instant: number): number {
  const days = daysAt(format, instant);
  const day = Math.floor(days);
  // Where the clocks go forward at midnight the day begins at 01:00, and so does a cell that holds the bare day.
  return day > daysAt(format, instant - 1) ? day : days;
}

function daysAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wallClock = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    // Some engines print midnight as 24.
    part('hour') % HOURS_PER_DAY,
    part('minute'),
    part('second'),
  );
  const milliseconds =
    ((instant % MILLISECONDS_PER_SECOND) + MILLISECONDS_PER_SECOND) % MILLISECONDS_PER_SECOND;
  return (wallClock + milliseconds - DAY_ZERO) / MILLISECONDS_PER_DAY;
}
