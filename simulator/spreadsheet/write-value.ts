/** What `setValue(s)` makes of the values a script hands over. */
import { NotSimulatedError } from '../service';
import { type Cell, clearContent } from './cell';
import { type Entry, parseEntry, parseTextCellEntry } from './entry';
import { LIMITS } from '../limits';
import { refusals } from './refusals';
import type { SpreadsheetModel } from './SpreadsheetModel';

/** A value that Google stores in a documented way; a date is still an instant. */
export type Writable = string | number | boolean | Date;

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/**
 * Accepts what may be written and fails loudly on what Google stores in undocumented ways: NaN, infinities,
 * invalid dates, objects. null and undefined clear, like `''`.
 */
export function readWritable(value: unknown): Writable {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (value.length > LIMITS.cellCharacters) throw refusals.cellTooLong();
    return value;
  }
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (isDate(value) && Number.isFinite(value.getTime())) return value;
  throw new NotSimulatedError(`Writing ${describe(value)} into a cell`);
}

const describe = (value: unknown): string =>
  isDate(value)
    ? 'an invalid date'
    : typeof value === 'number'
      ? String(value)
      : `a value of type ${typeof value}`;

export function writeValue(cell: Cell, value: Writable, book: SpreadsheetModel): void {
  const entry = entryOf(cell, value, book);
  clearContent(cell);
  cell.value = typeof entry.value === 'string' ? book.quirks.storedText(entry.value) : entry.value;
  cell.formula = entry.formula;
  const { numberFormat } = cell.style;
  if (entry.numberFormat !== null && (numberFormat === null || numberFormat === 'General')) {
    cell.style = book.styles.with(cell.style, 'numberFormat', entry.numberFormat);
  }
}

function entryOf(cell: Cell, value: Writable, book: SpreadsheetModel): Entry {
  const { locale, calendar } = book;
  if (typeof value === 'string') {
    return cell.style.numberFormat === '@'
      ? parseTextCellEntry(value, locale, book.quirks)
      : parseEntry(value, locale, calendar);
  }
  if (typeof value === 'object') {
    const serial = calendar.serialOf(value);
    const numberFormat = Number.isInteger(serial)
      ? locale.dateFormat
      : `${locale.dateFormat} ${locale.timeFormat}`;
    return { value: serial, formula: '', numberFormat };
  }
  return { value, formula: '', numberFormat: null };
}
