/** The server's fixed offset from UTC: how dates and times are printed and how filter values are read. */
const MINUTE = 60_000;
const DAY_LENGTH = 10;

export class Zone {
  private readonly offsetMilliseconds: number;

  /** `offset` as in ISO 8601: `+03:00`, `-05:00`. */
  constructor(readonly offset: string) {
    const match = /^([+-])(\d\d):(\d\d)$/.exec(offset);
    if (!match) throw new Error(`Expected an offset such as +03:00 but received ${offset}`);
    const minutes = Number(match[2]) * 60 + Number(match[3]);
    this.offsetMilliseconds = (match[1] === '-' ? -minutes : minutes) * MINUTE;
  }

  /** A moment in server time: `2026-03-01T12:00:00+03:00`. */
  printTime(milliseconds: number): string {
    return new Date(milliseconds + this.offsetMilliseconds).toISOString().slice(0, 19) + this.offset;
  }

  /** A calendar day as the moment of its UTC midnight (Bitrix24 source, rest_util.php, ConvertDate). */
  printDay(day: string): string {
    return this.printTime(Date.parse(`${day}T00:00:00Z`));
  }

  /** The calendar day of a moment on the server's clock, `YYYY-MM-DD`. */
  dayOf(milliseconds: number): string {
    return this.printTime(milliseconds).slice(0, DAY_LENGTH);
  }

  /** A moment from ISO text; without an offset it is server time. null: not a date. */
  parseTime(text: string): number | null {
    const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?(Z|[+-]\d\d:?\d\d)?$/.exec(text.trim());
    if (!match) return null;
    const moment = Date.parse(`${match[1] ?? ''}T${match[2] ?? '00:00:00'}${match[3] ?? this.offset}`);
    return Number.isNaN(moment) ? null : moment;
  }

  /** The calendar day that a filter value means on the server, or null when it is not a date. */
  parseDay(text: string): string | null {
    const moment = this.parseTime(text);
    return moment === null ? null : this.dayOf(moment);
  }
}
