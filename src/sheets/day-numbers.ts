/**
 * getValues gives a cell with a date format as a Date: the instant of its wall-clock time in the spreadsheet's
 * time zone (Google, Range.getValues). Here it becomes the cell's number again.
 */
import { DAY_MILLISECONDS } from '../domain/durations';

const HOURS_PER_DAY = 24;
const MILLISECONDS_PER_SECOND = 1_000;
/** Day number 0 of a spreadsheet is 1899-12-30. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Days since 1899-12-30, with the time of day as a fraction; a day's first instant is a whole number. */
export type DayNumberOf = (date: Date) => number;

/** As `Platform.formatTime`. */
type FormatTime = (milliseconds: number, zone: string, pattern: string) => string;

/** What the clock on the wall shows at an instant, as if it were UTC: milliseconds since 1970, whole seconds. */
type WallClock = (instant: number) => number;

/** Of `Utilities.formatDate`: year, month, day, hour, minute, second. */
const WALL_CLOCK = 'yyyy MM dd HH mm ss';

/**
 * @param timeZone the spreadsheet's, as `getSpreadsheetTimeZone` gives it
 * @param formatTime tells the time in zones that the script engine does not know by name (`GMT+03:00`, new ones)
 */
export function dayNumbersIn(timeZone: string, formatTime: FormatTime): DayNumberOf {
  const wallClock = engineClock(timeZone) ?? platformClock(timeZone, formatTime);
  const known = new Map<number, number>();
  return (date) => {
    const instant = date.getTime();
    const found = known.get(instant) ?? dayNumber(wallClock, instant);
    known.set(instant, found);
    return found;
  };
}

function dayNumber(wallClock: WallClock, instant: number): number {
  const days = daysAt(wallClock, instant);
  const day = Math.floor(days);
  // Where the clocks go forward at midnight the day begins at 01:00, and so does a cell that holds the bare day.
  return day > daysAt(wallClock, instant - 1) ? day : days;
}

function daysAt(wallClock: WallClock, instant: number): number {
  const milliseconds =
    ((instant % MILLISECONDS_PER_SECOND) + MILLISECONDS_PER_SECOND) % MILLISECONDS_PER_SECOND;
  return (wallClock(instant) + milliseconds - DAY_ZERO) / DAY_MILLISECONDS;
}

/** The day number of a day that is shown as `dd.MM.yyyy`, whatever follows. */
export function dayNumberShown(text: string): number {
  const [day = 0, month = 0, year = 0] = text.slice(0, 10).split('.').map(Number);
  return (Date.UTC(year, month - 1, day) - DAY_ZERO) / DAY_MILLISECONDS;
}

/** null where the engine does not know the zone, for which it throws a RangeError (ECMA-402). */
function engineClock(timeZone: string): WallClock | null {
  try {
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
    return (instant) => {
      const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
      const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
      return wallTime([
        ...[part('year'), part('month'), part('day')],
        ...[part('hour'), part('minute'), part('second')],
      ]);
    };
  } catch {
    return null;
  }
}

function platformClock(timeZone: string, formatTime: FormatTime): WallClock {
  return (instant) => wallTime(formatTime(instant, timeZone, WALL_CLOCK).split(' ').map(Number));
}

function wallTime([
  year = 0,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): number {
  // Some engines print midnight as 24.
  return Date.UTC(year, month - 1, day, hour % HOURS_PER_DAY, minute, second);
}
