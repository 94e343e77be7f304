/** Dates and times as a person types them into a cell. What is no day of the calendar stays text. */
import { serialOfDay } from './Calendar';
import type { Locale } from './locale';

export interface DateEntry {
  /** Days since 1899-12-30; a time alone is a fraction of a day. */
  readonly value: number;
  readonly numberFormat: string;
}

const CENTURY_TURN = 30;

export function parseDate(text: string, locale: Locale, currentYear: number): DateEntry | undefined {
  const trimmed = text.trim();
  const time = parseTime(trimmed);
  if (time !== undefined) return { value: time, numberFormat: locale.timeFormat };

  const [, dayText = trimmed, timeText] =
    /^(.*\d)(?:T|,?\s+)(\d{1,2}:.*|\d{1,2}\s*[ap]m)$/i.exec(trimmed) ?? [];
  const day = parseDay(dayText, locale, currentYear);
  if (day === undefined) return undefined;
  if (timeText === undefined) return { value: day, numberFormat: locale.dateFormat };
  const ofDay = parseTime(timeText);
  if (ofDay === undefined) return undefined;
  return { value: day + ofDay, numberFormat: `${locale.dateFormat} ${locale.timeFormat}` };
}

function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?\s*([ap]m)?$/i.exec(text);
  if (!match) return undefined;
  const [, hourText, minuteText, secondText = '0', half] = match;
  if (minuteText === undefined && half === undefined) return undefined;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? '0');
  const second = Number(secondText);
  if (minute > 59 || second > 59 || hour > (half === undefined ? 23 : 12)) return undefined;
  const shift = half === undefined ? 0 : half.toLowerCase() === 'pm' ? 12 : 0;
  return ((half === undefined ? hour : hour % 12) + shift) / 24 + minute / 1440 + second / 86_400;
}

function parseDay(text: string, locale: Locale, currentYear: number): number | undefined {
  const parts = /^(\d{1,4})\s*([-/.])\s*(\d{1,4})(?:\s*\2\s*(\d{1,4}))?$/.exec(text);
  if (!parts) return parseNamedMonth(text, locale, currentYear);
  const [, a = '', , b = '', c] = parts;
  if (a.length === 4) return day(a, b, c ?? '1');
  if (c === undefined && b.length === 4) return day(b, a, '1');
  const year = c ?? String(currentYear);
  return locale.dayFirst ? day(year, b, a) : day(year, a, b);
}

function day(yearText: string, month: string, dayOfMonth: string): number | undefined {
  if (month.length > 2 || dayOfMonth.length > 2 || ![1, 2, 4].includes(yearText.length)) return undefined;
  const short = Number(yearText);
  const year = yearText.length === 4 ? short : short + (short < CENTURY_TURN ? 2000 : 1900);
  return serialOfDay(year, Number(month), Number(dayOfMonth));
}

/** `5 мая 2024`, `May 5, 2024`, `5 мая`. */
function parseNamedMonth(text: string, locale: Locale, currentYear: number): number | undefined {
  const words = /^(?:(\d{1,2})\s+(\p{L}+)\.?|(\p{L}+)\.?\s+(\d{1,2}))(?:,?\s+(\d{4})(?:\s*г\.)?)?$/u.exec(
    text,
  );
  if (!words) return undefined;
  const month = locale.months.get((words[2] ?? words[3] ?? '').toLowerCase()) ?? 0;
  return day(words[5] ?? String(currentYear), String(month), words[1] ?? words[4] ?? '');
}
