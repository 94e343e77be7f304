/** Columns wide enough for their own amounts: Google shows one that does not fit as «###». */
import type { PlannedColumn, PlannedRow } from './SheetPlan';

/** Pixels of a letter M's square at 10 points. */
const EM = 40 / 3;
/** Widths of Arial's characters, bold ones too, in em; letters are those of currencies, taken for an average capital. */
const DIGIT = 0.556;
const SEPARATOR = 0.278;
const SIGN = 0.333;
const LETTER = 0.722;
/** Pixels that a cell keeps free at its sides. */
const PADDING = 8;
/** So that a growing report changes a width but now and then. */
const STEP = 10;

/** The columns at their widths, but those of amounts as wide as the widest that stands in them, be it a total. */
export const fitting = (
  columns: readonly PlannedColumn[],
  rows: readonly PlannedRow[],
): readonly PlannedColumn[] =>
  columns.map((column, index) => {
    if (column.kind !== 'money' && column.kind !== 'vat') return column;
    const needed = Math.max(...largestOf(rows, index).map(([format, amount]) => widthOf(amount, format)), 0);
    return needed > column.width ? { ...column, width: Math.ceil(needed / STEP) * STEP } : column;
  });

/** The largest and the least number of a column in each format. */
function largestOf(
  rows: readonly PlannedRow[],
  column: number,
): (readonly [format: string, amount: number])[] {
  const largest = new Map<string, number>();
  const least = new Map<string, number>();
  for (const { values, style } of rows) {
    const amount = values[column];
    const format = style.formats[column] ?? '';
    if (typeof amount !== 'number') continue;
    if (amount > (largest.get(format) ?? 0)) largest.set(format, amount);
    if (amount < (least.get(format) ?? 0)) least.set(format, amount);
  }
  return [...largest, ...least];
}

function widthOf(amount: number, format: string): number {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const [, currency] = /\[\$(.+?)\]/.exec(format) ?? [];
  const text = amount.toLocaleString('en-US', digits) + (currency === undefined ? '' : ` ${currency}`);
  return Array.from(text, emOf).reduce((sum, em) => sum + em * EM, PADDING);
}

function emOf(character: string): number {
  if (/\d/.test(character)) return DIGIT;
  if (/[,. ]/.test(character)) return SEPARATOR;
  return character === '-' ? SIGN : LETTER;
}
