/** How cells look: the formats and colours that both sheets share, and rows of eight cells made of them. */
import { NO_VAT } from '../texts/sheet-texts';
import { COLUMN_COUNT, type Color, type HorizontalAlignment, type RowStyle } from './SheetPlan';

export const TEXT_FORMAT = '@';
export const DATE_FORMAT = 'dd.mm.yyyy';
/** The automatic format: a number as it is. */
export const GENERAL_FORMAT = 'General';

const AMOUNT = '#,##0.00';
const BLACK: Color = '#000000';

/** `currency` is `''` where sums need not name it. */
export function moneyFormat(currency: string): string {
  return currency === '' ? AMOUNT : `${AMOUNT} [$${currency}]`;
}

/** Shows a zero as «нет»; the word stands alone, since it is no amount of any currency. */
export function noVatFormat(currency: string): string {
  return `${moneyFormat(currency)};-${moneyFormat(currency)};"${NO_VAT}"`;
}

/** A row whose eight cells differ in format and alignment only. */
export function rowStyle(
  formats: readonly string[],
  alignments: readonly HorizontalAlignment[],
  fill: Color | null,
  weight: 'bold' | 'normal' = 'normal',
  color: Color = BLACK,
): RowStyle {
  return {
    formats,
    alignments,
    fills: eightTimes(fill),
    weights: eightTimes(weight),
    colors: eightTimes(color),
  };
}

export function headerStyle(fill: Color): RowStyle {
  return rowStyle(eightTimes(TEXT_FORMAT), eightTimes<HorizontalAlignment>('center'), fill, 'bold');
}

export function eightTimes<T>(value: T): readonly T[] {
  return Array.from({ length: COLUMN_COUNT }, () => value);
}
