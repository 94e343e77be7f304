/** The server's time zone: how dates and times are printed and how filter values are read. */
const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const DAY_LENGTH = 10;

/** Milliseconds that a zone's clock is ahead of UTC at a moment. */
type OffsetAt = (milliseconds: number) => number;

export class Zone {
  /** Milliseconds ahead of UTC at a moment. */
  readonly offsetAt: OffsetAt;

  /**
   * @param name an offset as in ISO 8601, `+03:00`, or an IANA name, `Europe/Berlin`
   * @param now the moment of the answer: days are printed by its offset
   */
  constructor(
    name: string,
    private readonly now = 0,
  ) {
    this.offsetAt = fixedOffset(name) ?? namedZone(name);
  }

  /**
   * What is left of a moment in a column of the database: whole seconds of the server's clock without its offset, so
   * that the hour which ends summer time is read back as its first passing.
   */
  asKept(milliseconds: number): number {
    return this.readBy(this, milliseconds);
  }

  /** What a server in another zone takes such a column for. */
  readBy(other: Zone, milliseconds: number): number {
    const whole = Math.floor(milliseconds / SECOND) * SECOND;
    return other.fromLocal(whole + this.offsetAt(whole));
  }

  /** A moment in server time: `2026-03-01T12:00:00+03:00`. */
  printTime(milliseconds: number): string {
    const offset = this.offsetAt(milliseconds);
    const size = Math.floor(Math.abs(offset) / MINUTE);
    const printed = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    return new Date(milliseconds + offset).toISOString().slice(0, 19) + printed;
  }

  /**
   * A calendar day: its local midnight, moved by today's offset instead of its own, so that summer days asked for
   * in winter are an hour off (Bitrix24 source, rest_util.php, ConvertDate, `date('Z')`).
   */
  printDay(day: string): string {
    const midnight = this.fromLocal(Date.parse(`${timestampYear(day)}T00:00:00Z`));
    return this.printTime(midnight + this.offsetAt(this.now));
  }

  /** The calendar day of a moment on the server's clock, `YYYY-MM-DD`. */
  dayOf(milliseconds: number): string {
    return this.printTime(milliseconds).slice(0, DAY_LENGTH);
  }

  /** A moment from ISO text; without an offset it is server time. null: not a date. */
  parseTime(text: string): number | null {
    const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?(Z|[+-]\d\d:?\d\d)?$/.exec(text.trim());
    if (!match) return null;
    const [, day = '', clock = '00:00:00', offset] = match;
    const moment = Date.parse(`${day}T${clock}${offset ?? 'Z'}`);
    if (Number.isNaN(moment)) return null;
    return offset === undefined ? this.fromLocal(moment) : moment;
  }

  /** The calendar day that a filter value means on the server, or null when it is not a date. */
  parseDay(text: string): string | null {
    const moment = this.parseTime(text);
    return moment === null ? null : this.dayOf(moment);
  }

  /** The moment at which the server's clock shows what UTC shows at `local`; a skipped one is the moment after. */
  private fromLocal(local: number): number {
    const before = local - this.offsetAt(local - DAY);
    const after = local - this.offsetAt(local + DAY);
    return this.offsetAt(before) === local - before || this.offsetAt(after) !== local - after
      ? before
      : after;
  }
}

/** Years of one or two digits are taken for others (PHP manual, `mktime`): 1C's empty 0001-01-01 is 2001-01-01. */
function timestampYear(day: string): string {
  const year = Number(day.slice(0, 4));
  if (year > 100) return day;
  return `${year < 70 ? 2_000 + year : 1_900 + year}${day.slice(4)}`;
}

function fixedOffset(name: string): OffsetAt | null {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(name);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  const offset = (match[1] === '-' ? -minutes : minutes) * MINUTE;
  return () => offset;
}

/** Zones are made anew for each request, and the platform takes its time over each moment. */
const offsetsOfZones = new Map<string, OffsetAt>();

function namedZone(name: string): OffsetAt {
  const known = offsetsOfZones.get(name);
  if (known) return known;
  const offsets = new Map<number, number>();
  const read = readOffset(name);
  const offsetAt: OffsetAt = (milliseconds) => {
    const offset = offsets.get(milliseconds) ?? read(milliseconds);
    offsets.set(milliseconds, offset);
    return offset;
  };
  offsetsOfZones.set(name, offsetAt);
  return offsetAt;
}

function readOffset(name: string): OffsetAt {
  const format = formatOf(name);
  return (milliseconds) => {
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(milliseconds));
    if (!match) throw new Error(`Expected an offset of ${name} but received none`);
    const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
    const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1_000;
    return sign === '-' ? -offset : offset;
  };
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    throw new Error(`Expected an offset such as +03:00 or a time zone but received ${name}`);
  }
}

const two = (number: number): string => String(number).padStart(2, '0');
