/** The members of `Range` that read and write what cells hold. */
import {
  type Cell,
  clearContent,
  type CellValue,
  hasContent,
  type RunStyle,
  type TextRun,
  UNCOMPUTED,
} from './cell';
import { type Context, type RangeData, read, write } from './context';
import { enter } from './data-validation';
import { Display } from './Display';
import { isCovered } from './merge-members';
import { lookOf, type RichText } from './rich-text';
import {
  anything,
  grid,
  type Kind,
  type Members,
  mismatch,
  orNull,
  readTable,
  takes,
  text,
} from './signature';
import { readWritable, type Writable, writeValue } from './write-value';

type Range = GoogleAppsScript.Spreadsheet.Range;

export function valueMembers(context: Context, range: RangeData) {
  const { sheet, area } = range;
  const table = <T>(one: (cell: Cell | undefined) => T): T[][] =>
    read(context, range, () => sheet.map(area, one));
  const first = <T>(one: (cell: Cell | undefined) => T): T =>
    read(context, range, () => one(sheet.peek(area.row, area.column)));
  const put = <T>(
    values: readonly (readonly T[])[],
    store: (cell: Cell, value: T, row: number, column: number) => void,
  ): void =>
    write(context, range, () => {
      sheet.touchAll(area, (cell, row, column) => {
        const value = values[row - area.row]?.[column - area.column];
        if (value !== undefined && !isCovered(sheet, row, column)) store(cell, value, row, column);
      });
    });
  const everywhere = (store: (cell: Cell, row: number, column: number) => void): void =>
    write(context, range, () => sheet.touchAll(area, store));

  const storeValue = (cell: Cell, value: Writable, row: number, column: number): void =>
    enter(sheet, cell, row, column, (entered) => writeValue(entered, value, context.book));
  const storeFormula = (cell: Cell, formula: string): void => {
    clearContent(cell);
    cell.formula = formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
  };
  const storeNote = (cell: Cell, note: string | null): void => {
    cell.note = note ?? '';
  };
  const storeRichText = (cell: Cell, value: RichText, row: number, column: number): void =>
    enter(sheet, cell, row, column, (entered) => {
      clearContent(entered);
      entered.value = value.text;
      entered.runs = value.text === '' ? [] : value.runs;
    });
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
  const richText = (cell: Cell | undefined): object | null => {
    const value = richTextOf(cell);
    return value && context.richTexts.wrap(value);
  };

  return {
    getValue: takes().gives(() => first(valueReader())),
    getValues: takes().gives(() => table(valueReader())),
    getDisplayValue: takes().gives(() => first(displayReader())),
    getDisplayValues: takes().gives(() => table(displayReader())),
    getFormula: takes().gives(() => first(formula)),
    getFormulas: takes().gives(() => table(formula)),
    getNote: takes().gives(() => first(note)),
    getNotes: takes().gives(() => table(note)),
    getRichTextValue: takes().gives(() => first(richText)),
    getRichTextValues: takes().gives(() => table(richText)),
    isBlank: takes().gives(() =>
      table(hasContent)
        .flat()
        .every((filled) => !filled),
    ),

    setValue: takes(anything).chains((value) => {
      const writable = readWritable(value);
      everywhere((cell, row, column) => storeValue(cell, writable, row, column));
    }),
    setValues: takes(grid).chains((rows) => put(readTable(rows, area, writable, 'Object'), storeValue)),
    setFormula: takes(text).chains((source) => everywhere((cell) => storeFormula(cell, source))),
    setFormulas: takes(grid).chains((rows) => put(readTable(rows, area, text, 'String'), storeFormula)),
    setNote: takes(orNull(text)).chains((content) => everywhere((cell) => storeNote(cell, content))),
    setNotes: takes(grid).chains((rows) => put(readTable(rows, area, orNull(text), 'String'), storeNote)),
    clearNote: takes().chains(() => everywhere((cell) => storeNote(cell, null))),
    setRichTextValue: takes(context.richTexts.kind).chains((value) =>
      everywhere((cell, row, column) => storeRichText(cell, value, row, column)),
    ),
    setRichTextValues: takes(grid).chains((rows) =>
      put(readTable(rows, area, context.richTexts.kind, 'RichTextValue'), storeRichText),
    ),
    clearContent: takes().chains(() => everywhere(clearContent)),
  } satisfies Members<Range>;
}

const writable: Kind<Writable> = (value) =>
  // A rich text is no value of a plain table: Google would store its description.
  typeof value === 'symbol' ? mismatch : readWritable(value);

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
