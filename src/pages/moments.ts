/** Days, moments and durations as people read them; moments in the time zone of the reader's browser. */
import { DAY_MILLISECONDS } from '../domain/durations';
import { momentTexts } from '../texts/frame-texts';

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

/** The reader's calendar day as `YYYY-MM-DD`. */
export const localDay = (moment: Date): string =>
  [
    String(moment.getFullYear()).padStart(4, '0'),
    twoDigits(moment.getMonth() + 1),
    twoDigits(moment.getDate()),
  ].join('-');

/** An ISO time as `сегодня в 14:05`, `3 мая в 09:00`, in another year `3 мая 2025 в 09:00`. */
export function formatMoment(iso: string, now: Date): string {
  const moment = new Date(iso);
  return momentTexts.at(dayWord(moment, now), timeOf(moment));
}

/** An ISO time as it stands behind «с»: `14:05` of today, `3 мая, 09:00`. */
export function formatSince(iso: string, now: Date): string {
  const moment = new Date(iso);
  const time = timeOf(moment);
  return localDay(moment) === localDay(now) ? time : `${calendarDay(moment, now)}, ${time}`;
}

/** Whole days of the reader's calendar from that ISO time to `now`. */
export function daysSince(iso: string, now: Date): number {
  const [from, to] = [new Date(iso), now].map((moment) => Date.parse(localDay(moment)));
  return Math.round(((to ?? 0) - (from ?? 0)) / DAY_MILLISECONDS);
}

const timeOf = (moment: Date): string => `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;

/** A day as `завтра`, `1 января`, in another year `1 января 2027`. */
export function formatDayWord(day: string, now: Date): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayWord(new Date(year, month - 1, date), now);
}

function dayWord(moment: Date, now: Date): string {
  const isSameDay = (days: number): boolean =>
    localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)) === localDay(moment);
  if (isSameDay(0)) return momentTexts.today;
  if (isSameDay(-1)) return momentTexts.yesterday;
  if (isSameDay(1)) return momentTexts.tomorrow;
  return calendarDay(moment, now);
}

function calendarDay(moment: Date, now: Date): string {
  const day = `${moment.getDate()} ${momentTexts.months[moment.getMonth()] ?? ''}`;
  return moment.getFullYear() === now.getFullYear() ? day : `${day} ${moment.getFullYear()}`;
}

/** Whole seconds as `45 с`, `2 мин 5 с`, `10 мин`, `1 ч 24 мин`. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return momentTexts.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return momentTexts.minutes(minutes, seconds % 60);
  return momentTexts.hours(Math.floor(minutes / 60), minutes % 60);
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

const twoDigits = (number: number): string => String(number).padStart(2, '0');
