/** What a cell shows: `getDisplayValues` for the patterns that `number-format.ts` understands. */
import { wallClockOf } from './Calendar';
import { type Cell, UNCOMPUTED } from './cell';
import type { Locale } from './locale';
import { isDateFormat, parseNumberFormat, type Token } from './number-format';

/** From here on Sheets shows a number of an "Automatic" cell with an exponent. */
const EXPONENT_FROM = 1e15;
const AUTOMATIC_DIGITS = 15;
const EXPONENT_DIGITS = 2;

type Section = readonly Token[];

/** One per call: patterns are parsed once, not once a cell. */
export class Display {
  private readonly parsed = new Map<string, { sections: readonly Section[]; isDate: boolean }>();
  private readonly numerals = new Map<string, Intl.NumberFormat>();

  constructor(private readonly locale: Locale) {}

  isDate(pattern: string | null): boolean {
    return pattern !== null && this.parse(pattern).isDate;
  }

  textOf(cell: Cell): string {
    const { value } = cell;
    if (value === '' && cell.formula !== '') return UNCOMPUTED;
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return (value ? this.locale.truth : this.locale.untruth).at(-1) ?? '';
    return this.number(value, cell.style.numberFormat);
  }

  private number(value: number, pattern: string | null): string {
    if (pattern === null) return this.automatic(value);
    const { sections, isDate } = this.parse(pattern);
    const [first = []] = sections;
    if (isDate) return this.date(value, first);
    if (value === 0 && sections[2]) return this.fill(0, sections[2]);
    if (value < 0 && sections[1]) return this.fill(-value, sections[1]);
    return (value < 0 ? '-' : '') + this.fill(Math.abs(value), first);
  }

  private fill(size: number, section: Section): string {
    const scaled = section.some(({ kind }) => kind === 'percent') ? size * 100 : size;
    return section
      .map((token) => {
        if (token.kind === 'digits') return this.digits(scaled, token.text);
        return token.kind === 'general' || token.kind === 'text' ? this.automatic(scaled) : token.text;
      })
      .join('');
  }

  private digits(size: number, pattern: string): string {
    const [mantissa = '', exponent] = pattern.split(/E/i);
    const [whole = '', fraction = ''] = mantissa.split('.');
    if (exponent !== undefined) return this.exponential(size, fraction.length);
    return this.intl(pattern, {
      useGrouping: whole.includes(','),
      minimumIntegerDigits: Math.max(1, (whole.match(/0/g) ?? []).length),
      minimumFractionDigits: (fraction.match(/0/g) ?? []).length,
      maximumFractionDigits: fraction.length,
    }).format(size);
  }

  private automatic(value: number): string {
    if (Math.abs(value) >= EXPONENT_FROM) return this.exponential(value, EXPONENT_DIGITS);
    return this.intl('', { useGrouping: false, maximumFractionDigits: AUTOMATIC_DIGITS }).format(value);
  }

  private exponential(value: number, fractionDigits: number): string {
    const [mantissa = '', exponent = ''] = value.toExponential(fractionDigits).split('e');
    const [sign, digits] = [exponent.charAt(0), exponent.slice(1).padStart(2, '0')];
    return `${mantissa.replace('.', this.locale.decimal)}E${sign}${digits}`;
  }

  private date(serial: number, section: Section): string {
    const wall = wallClockOf(serial);
    const halfDay = section.some(({ text }) => /^a/i.test(text));
    return section
      .map((token, index) =>
        token.kind === 'date' ? this.dateField(wall, section, index, halfDay) : token.text,
      )
      .join('');
  }

  private dateField(wall: Date, section: Section, index: number, halfDay: boolean): string {
    const field = section[index]?.text ?? '';
    const letter = field.charAt(0).toLowerCase();
    const padded = (value: number): string => String(value).padStart(Math.min(field.length, 2), '0');
    if (letter === 'y') return String(wall.getUTCFullYear()).slice(field.length > 2 ? 0 : -2);
    if (letter === 'a') return wall.getUTCHours() < 12 ? 'AM' : 'PM';
    if (letter === 'h') return padded(halfDay ? wall.getUTCHours() % 12 || 12 : wall.getUTCHours());
    if (letter === 's') return padded(wall.getUTCSeconds());
    if (letter === 'm' && isMinute(section, index)) return padded(wall.getUTCMinutes());
    if (field.length <= 2) return padded(letter === 'd' ? wall.getUTCDate() : wall.getUTCMonth() + 1);
    const style = field.length === 3 ? 'short' : 'long';
    const name = letter === 'd' ? ({ weekday: style } as const) : ({ month: style } as const);
    return new Intl.DateTimeFormat(this.locale.tag, { ...name, timeZone: 'UTC' }).format(wall);
  }

  private parse(pattern: string) {
    const known = this.parsed.get(pattern);
    if (known) return known;
    const made = { sections: parseNumberFormat(pattern), isDate: isDateFormat(pattern) };
    this.parsed.set(pattern, made);
    return made;
  }

  private intl(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const known = this.numerals.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(this.locale.tag, options);
    this.numerals.set(key, made);
    return made;
  }
}

/** `m` means minutes right after hours or right before seconds (Sheets API, date and number formats). */
function isMinute(section: Section, index: number): boolean {
  const dates = section.map((token, at) => ({ token, at })).filter(({ token }) => token.kind === 'date');
  const place = dates.findIndex(({ at }) => at === index);
  const startsWith = (at: number, letter: string): boolean =>
    (dates[at]?.token.text ?? '').toLowerCase().replace('[', '').startsWith(letter);
  return startsWith(place - 1, 'h') || startsWith(place + 1, 's');
}
