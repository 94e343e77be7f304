/** Columns wide enough for their own amounts: Google shows one that does not fit as «###». */
import { FONT_SIZE, type ColumnKind, type PlannedColumn, type PlannedRow } from './SheetPlan';

/** Pixels of a letter M's square, for each point. */
const EM = 4 / 3;
/** Widths of Arial's characters, bold ones too, in em; letters are those of currencies, taken for an average capital. */
const DIGIT = 0.556;
const SEPARATOR = 0.278;
const SIGN = 0.333;
const LETTER = 0.722;
/** Pixels that a cell keeps free at its sides. */
const PADDING = 8;
/** So that a growing report changes a width but now and then. */
const STEP = 10;

/** Columns that may hold money. */
const HOLDING_MONEY: readonly ColumnKind[] = ['money', 'vat', 'mixed'];
const AMOUNT = '#,##0.00';

/** The columns at their widths, but those of amounts as wide as the widest that stands in them, be it a total. */
export const fitting = (
  columns: readonly PlannedColumn[],
  rows: readonly PlannedRow[],
): readonly PlannedColumn[] =>
  columns.map((column, index) => {
    if (!HOLDING_MONEY.includes(column.kind)) return column;
    const needed = Math.max(...largestOf(rows, index).map(widthOf), 0);
    return needed > column.width ? { ...column, width: Math.ceil(needed / STEP) * STEP } : column;
  });

interface ShownAmount {
  readonly amount: number;
  readonly format: string;
  /** Points. */
  readonly size: number;
}

/** The largest and the least amount of a column in each look. */
function largestOf(rows: readonly PlannedRow[], column: number): readonly ShownAmount[] {
  const largest = new Map<string, ShownAmount>();
  const least = new Map<string, ShownAmount>();
  for (const { values, style } of rows) {
    const amount = values[column];
    const format = style.formats[column] ?? '';
    if (typeof amount !== 'number' || !format.startsWith(AMOUNT)) continue;
    const size = style.sizes?.[column] ?? FONT_SIZE;
    const look = `${size} ${format}`;
    if (amount > (largest.get(look)?.amount ?? 0)) largest.set(look, { amount, format, size });
    if (amount < (least.get(look)?.amount ?? 0)) least.set(look, { amount, format, size });
  }
  return [...largest.values(), ...least.values()];
}

function widthOf({ amount, format, size }: ShownAmount): number {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const [, currency] = /\[\$(.+?)\]/.exec(format) ?? [];
  const text = amount.toLocaleString('en-US', digits) + (currency === undefined ? '' : ` ${currency}`);
  return Array.from(text, emOf).reduce((sum, em) => sum + em * EM * size, PADDING);
}

function emOf(character: string): number {
  if (/\d/.test(character)) return DIGIT;
  if (/[,. ]/.test(character)) return SEPARATOR;
  return character === '-' ? SIGN : LETTER;
}
