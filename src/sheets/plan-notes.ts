/** A plan with the people's notes in its last columns. */
import type { InvoiceId } from '../domain/ids';
import type { NoteLines } from '../notes/assign-notes';
import { EMPTY_CELL, type NoteCell, type NoteLine } from '../notes/NoteCell';
import type { CellValue, Color, PlannedRow, RowStyle, SheetPlan } from '../report/SheetPlan';
import { PLAIN_FORMAT } from './cell-formats';
import { type NoteColumns, noteColumnsOf } from './read-notes';

/** The invoices of a plan's lines: their ids stand right before its note columns. */
export const idsIn = (plan: SheetPlan): readonly InvoiceId[] => {
  const { first } = noteColumnsOf(plan);
  return plan.body.map(({ values }) => values[first - 1] as InvoiceId);
};

/** @param headers what stands over the note columns, '' where the plan's own header is to stand */
export function planWith(plan: SheetPlan, lines: NoteLines, headers: readonly string[]): SheetPlan {
  const columns = noteColumnsOf(plan);
  const { first, count } = columns;
  if (count === 0) return plan;
  const styleOf = stylesWith(columns);
  const empty = Array.from({ length: count }, () => EMPTY_CELL);
  const ids = idsIn(plan);
  const body = plan.body.map((row, index): PlannedRow => {
    const line = lines.get(ids[index] as InvoiceId) ?? empty;
    const values = line.map(({ value }): CellValue => (value === '' ? null : value));
    return { ...row, values: [...row.values.slice(0, first), ...values], style: styleOf(row.style, line) };
  });
  const titles = plan.header.values.map((title, column) => headers[column - first] || title);
  return { ...plan, header: { ...plan.header, values: titles }, body };
}

/** Rows that look alike go on sharing one style. */
function stylesWith({ first }: NoteColumns): (style: RowStyle, line: NoteLine) => RowStyle {
  const made = new Map<RowStyle, Map<string, RowStyle>>();
  return (style, line) => {
    const known = made.get(style) ?? new Map<string, RowStyle>();
    made.set(style, known);
    const key = JSON.stringify(line.map(({ format, fill, color, isBold }) => [format, fill, color, isBold]));
    const own = known.get(key) ?? styleWith(style, line, first);
    known.set(key, own);
    return own;
  };
}

function styleWith(style: RowStyle, line: NoteLine, first: number): RowStyle {
  const changed = <T>(own: readonly T[], of: (cell: NoteCell) => T): readonly T[] => [
    ...own.slice(0, first),
    ...line.map(of),
  ];
  return {
    ...style,
    formats: changed(style.formats, ({ format }) => format || PLAIN_FORMAT),
    fills: changed(style.fills, ({ fill }) => fill as Color | null),
    weights: changed(style.weights, ({ isBold }) => (isBold ? 'bold' : 'normal')),
    colors: changed(style.colors, ({ color }) => (color ?? '#000000') as Color),
  };
}
