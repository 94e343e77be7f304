/** Days, moments and durations as people read them; moments as the clock of the spreadsheet shows them. */
import { DAY_MILLISECONDS } from '../domain/durations';
import { momentTexts } from '../texts/frame-texts';

const FIELDS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
};

/** In the zone of the reader's browser until the spreadsheet's is known. */
let clock = new Intl.DateTimeFormat('en-GB', FIELDS);

/** Tells moments as the sheets do, wherever the reader is. */
export function tellIn(timeZone: string): void {
  try {
    clock = new Intl.DateTimeFormat('en-GB', { ...FIELDS, timeZone });
  } catch {
    // Google knows zones that this browser does not.
  }
}

/** `2026-05-12` → `12.05.2026` */
export const formatDay = (day: string): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** `2031-01-01`, `2031-01-31` → `1–31 января 2031`; over a month's end `1 марта 2031 — 5 апреля 2031`. */
export function formatDays(from: string, to: string): string {
  if (from === to) return wholeDay(from);
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return isOneMonth ? `${Number(from.slice(8))}–${wholeDay(to)}` : `${wholeDay(from)} — ${wholeDay(to)}`;
}

const wholeDay = (day: string): string =>
  `${Number(day.slice(8))} ${momentTexts.months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** The calendar day as `YYYY-MM-DD`. */
export const localDay = (moment: Date): string => shown(moment).slice(0, 10);

const timeOf = (moment: Date): string => shown(moment).slice(11, 16);

/** `2026-05-12T14:05…` */
function shown(moment: Date): string {
  const [day = 1, month = 1, year = 0, hour = 0, minute = 0] = clock
    .formatToParts(moment)
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => Number(value));
  return new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString();
}

/** An ISO time as `сегодня в 14:05`, `3 мая в 09:00`, in another year `3 мая 2025 в 09:00`. */
export function formatMoment(iso: string, now: Date): string {
  const moment = new Date(iso);
  return momentTexts.at(formatDayWord(localDay(moment), now), timeOf(moment));
}

/** An ISO time as it stands behind «с»: `14:05` of today, `3 мая, 09:00`. */
export function formatSince(iso: string, now: Date): string {
  const moment = new Date(iso);
  const [day, today] = [localDay(moment), localDay(now)];
  return day === today ? timeOf(moment) : `${calendarDay(day, today)}, ${timeOf(moment)}`;
}

/** An ISO time as short as it can be told: `29.11 14:05`. */
export function formatStamp(iso: string): string {
  const moment = new Date(iso);
  return `${formatDay(localDay(moment)).slice(0, 5)}\u00a0${timeOf(moment)}`;
}

/** Whole days of the calendar from that ISO time to `now`. */
export const daysSince = (iso: string, now: Date): number =>
  daysBetween(localDay(new Date(iso)), localDay(now));

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;

/** A day as `завтра`, `1 января`, in another year `1 января 2027`. */
export function formatDayWord(day: string, now: Date): string {
  const today = localDay(now);
  switch (daysBetween(today, day)) {
    case 0:
      return momentTexts.today;
    case -1:
      return momentTexts.yesterday;
    case 1:
      return momentTexts.tomorrow;
    default:
      return calendarDay(day, today);
  }
}

const calendarDay = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? wholeDay(day).slice(0, -5) : wholeDay(day);

/** Whole seconds as `45 с`, `2 мин 5 с`, `10 мин`, `1 ч 24 мин`. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return momentTexts.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return momentTexts.minutes(minutes, seconds % 60);
  return momentTexts.hours(Math.floor(minutes / 60), minutes % 60);
}

/** How long it took from one ISO time to the other, in whole seconds; nothing where that is not known or no time at all. */
export function formatSpan({
  startedAt,
  finishedAt,
}: Readonly<Record<'startedAt' | 'finishedAt', string | null>>): readonly string[] {
  if (startedAt === null || finishedAt === null) return [];
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  return seconds > 0 ? [formatDuration(seconds)] : [];
}

/** A minute or more, as exactly as anybody can foretell it: `1,5 мин`, `7 мин`, `25 мин`, `1 ч 25 мин`. */
export function formatAbout(seconds: number): string {
  const minutes = seconds / 60;
  const step = minutes < 5 ? 0.5 : minutes < 20 ? 1 : 5;
  const rounded = Math.round(minutes / step) * step;
  return Number.isInteger(rounded)
    ? formatDuration(rounded * 60)
    : momentTexts.halfMinutes(Math.floor(rounded));
}
