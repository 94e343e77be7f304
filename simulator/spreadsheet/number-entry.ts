/** Numbers as a person types them into a cell: separators of the locale, percent, currency, exponent, parentheses. */
import type { Locale } from './locale';

export interface NumberEntry {
  readonly value: number;
  /** The format that an "Automatic" cell takes on; null keeps it. */
  readonly numberFormat: string | null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Google accepts blanks between digits in every locale: `22 34` becomes 2234. */
function numeralPattern(locale: Locale): RegExp {
  const grouped = `\\d{1,3}(?:[${escaped(locale.groups)}]\\d{3})+`;
  const fraction = `(?:${escaped(locale.decimal)}(\\d*))?`;
  return new RegExp(
    `^(${grouped}|\\d+(?: \\d+)*|(?=${escaped(locale.decimal)}\\d))${fraction}(?:[eE]([+-]?\\d{1,3}))?$`,
  );
}

export function parseNumber(text: string, locale: Locale): NumberEntry | undefined {
  let rest = text.trim();
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const sign = /^[+-]\s*/.exec(rest);
  if (sign) {
    if (negative) return undefined;
    negative = sign[0].startsWith('-');
    rest = rest.slice(sign[0].length);
  }
  const currency = locale.currencies.find((symbol) => rest.startsWith(symbol) || rest.endsWith(symbol));
  if (currency !== undefined) rest = rest.split(currency).join('').trim();
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1).trim();

  const numeral = numeralPattern(locale).exec(rest);
  if (!numeral) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = numeral;
  const size = Number(`${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}e${exponent}`);
  if (!Number.isFinite(size)) return undefined;
  const value = (negative ? -size : size) / (percent ? 100 : 1);
  return { value: value === 0 ? 0 : value, numberFormat: formatOf() };

  function formatOf(): string | null {
    if (currency !== undefined) return locale.currencyFormat;
    if (percent) return fraction === '' ? '0%' : '0.00%';
    if (numeral?.[3] !== undefined) return '0.00E+00';
    return null;
  }
}
