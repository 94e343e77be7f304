/**
 * A string as `setValue(s)` takes it: read as if a person had typed it (USER_ENTERED), in the spreadsheet's
 * locale, unless the cell is formatted as text (`@`) at that moment.
 */
import type { Calendar } from './Calendar';
import type { CellValue } from './cell';
import { parseDate } from './date-entry';
import type { Locale } from './locale';
import { parseNumber } from './number-entry';

export interface Entry {
  readonly value: CellValue;
  /** With its `=`; `''` where the entry is none. */
  readonly formula: string;
  /** The format that an "Automatic" cell takes on; null keeps it. */
  readonly numberFormat: string | null;
}

/** How a text cell (`@`) treats what is written into it. Google documents neither; both readings must be survived. */
export interface TextCellReading {
  /** `=…`, and `+…`, `-…`, `@…` that are no numbers, become live formulas in spite of the format. */
  readonly atCellParsesFormula: boolean;
  /** A leading apostrophe is taken as the quote prefix and lost. */
  readonly atCellConsumesApostrophe: boolean;
}

const text = (value: string): Entry => ({ value, formula: '', numberFormat: null });
const formula = (source: string): Entry => ({ value: '', formula: source, numberFormat: null });

export function parseEntry(typed: string, locale: Locale, calendar: Calendar): Entry {
  if (typed.startsWith("'")) return text(typed.slice(1));
  if (typed.startsWith('=') && typed.length > 1) return formula(typed);
  const boolean = parseBoolean(typed, locale);
  if (boolean !== undefined) return { value: boolean, formula: '', numberFormat: null };
  const parsed = parseNumber(typed, locale) ?? parseDate(typed, locale, calendar.currentYear());
  if (parsed) return { ...parsed, formula: '' };
  if (/^[+-]./s.test(typed)) return formula(`=${typed}`);
  return text(typed);
}

export function parseTextCellEntry(typed: string, locale: Locale, reading: TextCellReading): Entry {
  if (typed.startsWith("'") && reading.atCellConsumesApostrophe) return text(typed.slice(1));
  if (reading.atCellParsesFormula && typed.length > 1) {
    if (typed.startsWith('=')) return formula(typed);
    if (/^[+\-@]/.test(typed) && !parseNumber(typed, locale)) return formula(`=${typed}`);
  }
  return text(typed);
}

function parseBoolean(typed: string, locale: Locale): boolean | undefined {
  const word = typed.trim().toUpperCase();
  if (locale.truth.includes(word)) return true;
  return locale.untruth.includes(word) ? false : undefined;
}
