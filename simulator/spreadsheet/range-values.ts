/** The members of `Range` that read and write what cells hold. */
import { anything, grid, type Kind, type Members, mismatch, orNull, text } from '../signature';
import {
  type Cell,
  clearContent,
  type CellValue,
  hasContent,
  type RunStyle,
  type TextRun,
  UNCOMPUTED,
} from './cell';
import { type Context, onRange, read, write } from './context';
import type { RangeData } from './range-data';
import { enter } from './data-validation';
import { Display } from './Display';
import { isCovered } from './merge-members';
import { readTable } from './read-table';
import { lookOf, type RichText } from './rich-text';
import type { SheetModel } from './SheetModel';
import type { SpreadsheetModel } from './SpreadsheetModel';
import { readWritable, type Writable, writeValue } from './write-value';

type Range = GoogleAppsScript.Spreadsheet.Range;

type ReadCell<T> = (cell: Cell | undefined, row: number, column: number) => T;
type Store<T> = (cell: Cell, value: T, row: number, column: number, sheet: SheetModel) => void;

export function valueMembers(context: Context) {
  const table = <T>(range: RangeData, one: ReadCell<T>): T[][] =>
    read(context, range, () => range.sheet.map(range.area, one));
  const first = <T>(range: RangeData, one: ReadCell<T>): T =>
    read(context, range, () => {
      const { row, column } = range.area;
      return one(range.sheet.peek(row, column), row, column);
    });
  const put = <T>(range: RangeData, values: readonly (readonly T[])[], store: Store<T>): void => {
    const { sheet, area } = range;
    const run = (): void =>
      sheet.touchAll(area, (cell, row, column) => {
        const value = values[row - area.row]?.[column - area.column];
        if (value !== undefined && !isCovered(sheet, row, column)) store(cell, value, row, column, sheet);
      });
    write(context, range, run, aspectOf(store));
  };
  const everywhere = <T>(range: RangeData, value: T, store: Store<T>): void => {
    const { sheet, area } = range;
    const run = (): void =>
      sheet.touchAll(area, (cell, row, column) => store(cell, value, row, column, sheet));
    write(context, range, run, aspectOf(store));
  };

  const storeValue: Store<Writable> = (cell, value, row, column, sheet) =>
    enter(sheet, cell, row, column, (entered) => writeValue(entered, value, context.book));
  const storeFormula: Store<string> = (cell, formula) => {
    clearContent(cell);
    cell.formula = formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
  };
  const storeNote: Store<string | null> = (cell, note) => {
    cell.note = note ?? '';
  };
  const storeRichText: Store<RichText> = (cell, value, row, column, sheet) =>
    enter(sheet, cell, row, column, (entered) => {
      clearContent(entered);
      const stored = storedRichText(value, context.book);
      entered.value = stored.text;
      entered.runs = stored.text === '' ? [] : stored.runs;
    });
  // A note is none of what a table's columns have types for.
  const aspectOf = (store: unknown): 'values' | undefined => (store === storeNote ? undefined : 'values');
  const valueReader = (): ((cell: Cell | undefined) => CellValue | Date) => {
    const display = new Display(context.book.locale);
    const { calendar } = context.book;
    return (cell) => {
      if (!hasContent(cell) || !cell) return '';
      if (cell.value === '') return UNCOMPUTED;
      const isDay = typeof cell.value === 'number' && display.isDate(cell.style.numberFormat);
      return isDay ? calendar.dateOf(Number(cell.value)) : cell.value;
    };
  };
  const displayReader = (): ((cell: Cell | undefined) => string) => {
    const display = new Display(context.book.locale);
    return (cell) => (cell ? display.textOf(cell) : '');
  };
  const formula = (cell: Cell | undefined): string => cell?.formula ?? '';
  const note = (cell: Cell | undefined): string => cell?.note ?? '';
  const richText: ReadCell<object | null> = (cell, row, column) => {
    const value = richTextOf(cell);
    const echo = context.book.quirks.echoes['getLinkUrl'];
    if (value === null || echo === undefined) return value && context.richTexts.wrap(value);
    const runs = value.runs.map((run) => ({
      ...run,
      link: echo(run.link, { row, column, cell }) as string | null,
    }));
    return context.richTexts.wrap({ ...value, runs });
  };

  return {
    getValue: onRange().gives((range) => first(range, valueReader())),
    getValues: onRange().gives((range) => table(range, valueReader())),
    getDisplayValue: onRange().gives((range) => first(range, displayReader())),
    getDisplayValues: onRange().gives((range) => table(range, displayReader())),
    getFormula: onRange().gives((range) => first(range, formula)),
    getFormulas: onRange().gives((range) => table(range, formula)),
    getNote: onRange().gives((range) => first(range, note)),
    getNotes: onRange().gives((range) => table(range, note)),
    getRichTextValue: onRange().gives((range) => first(range, richText)),
    getRichTextValues: onRange().gives((range) => table(range, richText)),
    isBlank: onRange().gives((range) =>
      table(range, hasContent)
        .flat()
        .every((filled) => !filled),
    ),

    setValue: onRange(anything).chains((range, value) => everywhere(range, readWritable(value), storeValue)),
    setValues: onRange(grid).chains((range, rows) =>
      put(range, readTable(rows, range.area, writable, 'Object'), storeValue),
    ),
    setFormula: onRange(text).chains((range, source) => everywhere(range, source, storeFormula)),
    setNotes: onRange(grid).chains((range, rows) =>
      put(range, readTable(rows, range.area, orNull(text), 'String'), storeNote),
    ),
    setNote: onRange(orNull(text)).chains((range, content) => everywhere(range, content, storeNote)),
    setRichTextValue: onRange(context.richTexts.kind).chains((range, value) =>
      everywhere(range, value, storeRichText),
    ),
    setRichTextValues: onRange(grid).chains((range, rows) =>
      put(range, readTable(rows, range.area, context.richTexts.kind, 'RichTextValue'), storeRichText),
    ),
    clearContent: onRange().chains((range) => everywhere(range, null, clearContent)),
  } satisfies Members<Range>;
}

const writable: Kind<Writable> = (value) =>
  // A rich text is no value of a plain table: Google would store its description.
  typeof value === 'symbol' ? mismatch : readWritable(value);

/** Where the text becomes another, the style and the link of its first run hold for all of it. */
function storedRichText(value: RichText, { quirks }: SpreadsheetModel): RichText {
  const stored = quirks.storedText(value.text);
  const [first] = value.runs;
  if (stored === value.text || first === undefined) return { ...value, text: stored };
  return { ...value, text: stored, runs: [{ ...first, start: 0, end: stored.length }] };
}

/** Null where the cell holds no text (Google, Range.getRichTextValue). */
function richTextOf(cell: Cell | undefined): RichText | null {
  if (!cell) return { text: '', runs: [] };
  if (typeof cell.value !== 'string' || cell.formula !== '') return null;
  const { value: content } = cell;
  const runs = cell.runs.length > 0 ? cell.runs : [{ start: 0, end: content.length, style: {}, link: null }];
  return { text: content, runs: runs.map((run) => ({ ...run, style: readLook(cell, run) })) };
}

function readLook(cell: Cell, run: TextRun): RunStyle {
  const { fontFamily, ...look } = lookOf(cell, run);
  return fontFamily === null ? look : { ...look, fontFamily };
}
