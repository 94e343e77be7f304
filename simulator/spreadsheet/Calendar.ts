/** Between instants and the day numbers of a sheet, through the spreadsheet's time zone. */
import { zoneForIntl } from '../fixed-offset';

const DAY = 86_400_000;
/** The day number of 1970-01-01: days since 1899-12-30. */
const EPOCH_DAY = 25_569;
/** Zones change their offset at multiples of this, milliseconds. */
const QUARTER_HOUR = 900_000;

export class Calendar {
  private readonly parts: Intl.DateTimeFormat;
  private readonly shift: number;
  private readonly offsets = new Map<number, number>();

  /** `zone` is an IANA name or a fixed offset; throws RangeError on an unknown one. */
  constructor(
    zone: string,
    private readonly now: () => number,
  ) {
    const { timeZone, shift } = zoneForIntl(zone);
    this.shift = shift;
    this.parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  }

  serialOf(instant: Date): number {
    const wall = instant.getTime() + this.offsetAt(instant.getTime());
    return wall / DAY + EPOCH_DAY;
  }

  dateOf(serial: number): Date {
    const wall = Math.round((serial - EPOCH_DAY) * DAY);
    const guess = wall - this.offsetAt(wall);
    return new Date(wall - this.offsetAt(guess));
  }

  /** What NOW() gives. */
  currentSerial(): number {
    return this.serialOf(new Date(this.now()));
  }

  currentYear(): number {
    return new Date(this.now() + this.offsetAt(this.now())).getUTCFullYear();
  }

  private offsetAt(instant: number): number {
    const slot = Math.floor(instant / QUARTER_HOUR);
    const known = this.offsets.get(slot);
    if (known !== undefined) return known;
    const start = slot * QUARTER_HOUR;
    const offset = this.wallClock(start) - start;
    this.offsets.set(slot, offset);
    return offset;
  }

  private wallClock(instant: number): number {
    const part: Record<string, string> = {};
    for (const { type, value } of this.parts.formatToParts(instant + this.shift)) part[type] = value;
    const read = (name: string): number => Number(part[name]);
    const year = part['era'] === 'BC' ? 1 - read('year') : read('year');
    const wall = new Date(0);
    wall.setUTCFullYear(year, read('month') - 1, read('day'));
    wall.setUTCHours(read('hour'), read('minute'), read('second'), 0);
    return wall.getTime();
  }
}

/** The day number of a calendar day, or undefined when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? time / DAY + EPOCH_DAY : undefined;
}

/** The wall clock of a day number, as the UTC fields of a date. */
export const wallClockOf = (serial: number): Date => new Date(Math.round((serial - EPOCH_DAY) * DAY));
