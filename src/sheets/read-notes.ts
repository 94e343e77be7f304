/** Reads the people's own columns of a table: what is needed to tell where notes belong, and their looks only where they move. */
import { addDays } from '../domain/calendar-day';
import type { InvoiceId, IsoDate } from '../domain/ids';
import type { FoundLine } from '../notes/assign-notes';
import { EMPTY_CELL, type NoteCell, type NoteValue } from '../notes/NoteCell';
import type { InvoiceNames } from '../notes/KeptNotes';
import { ownWidth, type SheetPlan } from '../report/SheetPlan';
import type { DataValidation, Range, Sheet } from '../platform/spreadsheet';
import { shownDay } from '../texts/sheet-texts';
import { asNumber, isDate } from './cell-comparison';
import { isAutomatic } from './cell-formats';
import { isCheckbox, type Rules } from './cell-rules';
import type { DayNumberOf } from './day-numbers';
import type { LocatedTable } from './locate-table';
import { isBlank, isTotal, type Row, rowSignsOf } from './report-rows';

/** Where note columns lie in a table: the first of them, from 0, and how many. */
export interface NoteColumns {
  readonly first: number;
  readonly count: number;
}

export const isIn = ({ first, count }: NoteColumns, column: number): boolean =>
  first <= column && column < first + count;

export const noteColumnsOf = (plan: SheetPlan): NoteColumns => {
  const first = ownWidth(plan);
  return { first, count: plan.columns.length - first };
};

export interface NotesOnSheet {
  readonly sheet: Sheet;
  readonly located: LocatedTable;
  readonly columns: NoteColumns;
  /** The last row that is looked at. */
  readonly lastRow: number;
  readonly rules: Rules;
  readonly dayNumberOf: DayNumberOf;
}

/** The note columns with that of the ids, from the header down; what is compared before they are written over. */
export const withIds = ({ sheet, located: { origin }, columns, lastRow }: NotesOnSheet): Range =>
  sheet.getRange(origin.row, origin.column + columns.first - 1, lastRow - origin.row + 1, columns.count + 1);

const notesOnly = ({ sheet, located: { origin }, columns, lastRow }: NotesOnSheet): Range =>
  sheet.getRange(origin.row, origin.column + columns.first, lastRow - origin.row + 1, columns.count);

/** Rows from the header on, ids and notes alone, as text in which days are numbers whatever their format. */
export const shownIn = (rows: readonly Row[], dayNumberOf: DayNumberOf): string =>
  JSON.stringify(rows.map((row) => row.map((cell) => asNumber(cell, dayNumberOf) ?? cell)));

/** Of the values that were read with the table, those that `withIds` would read now. */
export const rowsWithIds = ({ located, columns, lastRow }: NotesOnSheet): readonly Row[] =>
  Array.from({ length: lastRow - located.origin.row + 1 }, (_, r) =>
    Array.from({ length: columns.count + 1 }, (__, c) => located.values[r]?.[columns.first - 1 + c] ?? ''),
  );

/**
 * Of a column of the table the rule of its first line, which stands for all of a note column. That line is the first one
 * with an id; without any the row below the header.
 */
export function ruleOfColumn(
  rules: Rules,
  notes: Pick<NotesOnSheet, 'columns' | 'located'> | null,
  column: number,
): DataValidation | null {
  const hasId = (row: Row): boolean => typeof row[(notes?.columns.first ?? 0) - 1] === 'number';
  const line = notes?.located.values.findIndex((row, r) => r > 0 && hasId(row)) ?? -1;
  return rules[line === -1 ? 1 : line]?.[column] ?? null;
}

/** Of each note column. */
export const columnRules = (notes: NotesOnSheet): readonly (DataValidation | null)[] =>
  Array.from({ length: notes.columns.count }, (_, c) =>
    ruleOfColumn(notes.rules, notes, notes.columns.first + c),
  );

/** All rows below the header, by value alone. */
export function foundValues(notes: NotesOnSheet, plan: SheetPlan): readonly FoundLine[] {
  const { located, columns, rules, dayNumberOf } = notes;
  const formulas = notesOnly(notes).getFormulas();
  const ofColumn = columnRules(notes).map(isCheckbox);
  const signs = rowSignsOf(plan);
  return rowsWithIds(notes).flatMap(([id, ...values], r): FoundLine[] => {
    const isOffered = (c: number): boolean =>
      ofColumn[c] === true || isCheckbox(rules[r]?.[columns.first + c]);
    const formulaIn = (formulas[r] ?? []).findIndex((formula) => formula !== '');
    // A header is a name, and moves with no invoice; but a formula would be lost there too.
    if (r === 0 && formulaIn === -1) return [];
    const row = (located.values[r] ?? []).slice(0, columns.first - 1);
    return [
      {
        row: located.origin.row + r,
        id: r === 0 ? '' : id,
        isOfInvoice: !isBlank(row, plan.fixedColumns) && !isTotal(signs, row),
        cells:
          r === 0
            ? []
            : values.map((cell, c) => ({ ...EMPTY_CELL, value: valueOf(cell, isOffered(c), dayNumberOf) })),
        formulaIn,
      },
    ];
  });
}

/** An unticked checkbox is nothing. */
function valueOf(cell: unknown, isOffered: boolean, dayNumberOf: DayNumberOf): NoteValue {
  if (typeof cell === 'boolean') return cell || !isOffered ? cell : '';
  return asNumber(cell, dayNumberOf) ?? String(cell);
}

/** The same lines with looks and cell notes. */
export function withLooks(found: readonly FoundLine[], notes: NotesOnSheet): readonly FoundLine[] {
  const area = notesOnly(notes);
  const fills = area.getBackgrounds();
  const colors = area.getFontColors();
  const weights = area.getFontWeights();
  const comments = area.getNotes();
  const hasNumbers = found.some(({ cells }) => cells.some(({ value }) => typeof value === 'number'));
  const formats = hasNumbers ? area.getNumberFormats() : [];
  return found.map((line): FoundLine => {
    const r = line.row - notes.located.origin.row;
    const cells = line.cells.map(({ value }, c): NoteCell => ({
      value,
      format: typeof value === 'number' ? shownFormat(formats[r]?.[c]) : '',
      comment: comments[r]?.[c] ?? '',
      fill: colorOf(fills[r]?.[c], '#ffffff'),
      color: colorOf(colors[r]?.[c], '#000000'),
      isBold: isBold(weights[r]?.[c]),
    }));
    return { ...line, cells };
  });
}

const shownFormat = (format = ''): string => (isAutomatic(format) ? '' : format);

const colorOf = (color: string | undefined, plain: string): string | null => {
  const shown = (color ?? plain).toLowerCase();
  return shown === plain || !shown.startsWith('#') ? null : shown;
};

const isBold = (weight: string | null | undefined): boolean =>
  weight === 'bold' || Number(weight) >= BOLD_FROM;
const BOLD_FROM = 600;

/** What the lines say of their invoices, by id. */
export function namesIn(notes: NotesOnSheet, { columns }: SheetPlan): ReadonlyMap<InvoiceId, InvoiceNames> {
  const [number, buyer] = [
    columns.findIndex(({ hasLinks }) => hasLinks),
    columns.findIndex(({ total }) => total === 'label'),
  ];
  return new Map(
    notes.located.values
      .slice(1)
      .map((row) => [
        row[notes.columns.first - 1] as InvoiceId,
        { number: textIn(row[number]), buyer: textIn(row[buyer]) },
      ]),
  );
}

const textIn = (cell: unknown): string => (typeof cell === 'string' ? cell : '');

/** Headers that people have written over the note columns, '' where none is. */
export const headersIn = ({ located, columns, dayNumberOf }: NotesOnSheet): readonly string[] =>
  Array.from({ length: columns.count }, (_, c) =>
    headerText(located.values[0]?.[columns.first + c] ?? '', dayNumberOf),
  );

/** That of a spreadsheet's number 0. */
const DAY_ZERO = '1899-12-30' as IsoDate;

/** A day over a column is a name too; a checkbox is none. */
function headerText(cell: unknown, dayNumberOf: DayNumberOf): string {
  if (typeof cell === 'boolean') return '';
  return isDate(cell) ? shownDay(addDays(DAY_ZERO, Math.floor(dayNumberOf(cell)))) : String(cell);
}
