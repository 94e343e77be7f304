/**
 * Which notes belong beside which invoice. Pure: of what stands on the sheet and in the memory it makes the lines that are to
 * be written and those that are to be kept until their invoice comes back, or says why that cannot be told.
 */
import type { InvoiceId } from '../domain/ids';
import {
  EMPTY_CELL,
  hasValue,
  hasWords,
  inColumns,
  isEmpty,
  type NoteCell,
  type NoteLine,
  sameValues,
} from './NoteCell';

/** A row of the table as it stands on the sheet. */
export interface FoundLine {
  /** On the sheet, from 1. */
  readonly row: number;
  /** What stands in the column of ids. */
  readonly id: unknown;
  /** Whether it looks like the line of an invoice: something of the report's stands in it, and no total. */
  readonly isOfInvoice: boolean;
  readonly cells: NoteLine;
  /** The first of its note columns with a formula, from 0; -1 for none. */
  readonly formulaIn: number;
}

export type NoteLines = ReadonlyMap<InvoiceId, NoteLine>;

export interface NotesToAssign {
  /** From the header's next row to the last one of the table. */
  readonly found: readonly FoundLine[];
  /** The invoices that are to be shown, in their order, and in how many note columns. */
  readonly planned: readonly InvoiceId[];
  readonly columns: number;
  /** How many of them the sheet has; what lies in further ones can only be known by the memory. */
  readonly columnsFound: number;
  /** Whether an id was the report's; null where nobody knows. */
  readonly known: ReadonlySet<InvoiceId> | null;
  /** What the memory keeps of invoices outside the report. */
  readonly parked: NoteLines;
  /** What a write that was cut short was to bring to the sheet; null where none was. */
  readonly begun: NoteLines | null;
}

/** Why nothing may be written. Rows and columns as above. */
export type NoteTrouble =
  | { readonly kind: 'withoutId'; readonly row: number }
  | { readonly kind: 'doubled'; readonly row: number; readonly other: number; readonly id: InvoiceId }
  | { readonly kind: 'formula'; readonly row: number; readonly column: number }
  | { readonly kind: 'dropped'; readonly row: number; readonly column: number };

export interface AssignedNotes {
  /** A line for each planned invoice that has any. */
  readonly lines: NoteLines;
  /** Notes of invoices that are not shown, and those in columns that are not shown. */
  readonly parked: NoteLines;
  /** Those of them that are on the sheet once it is written, so that they need not be kept any longer. */
  readonly returning: readonly InvoiceId[];
  /** Ids that the sheet may show from now on. */
  readonly known: readonly InvoiceId[];
  /** Whether each line lies already where it belongs. */
  readonly isInPlace: boolean;
}

type Trouble = { readonly trouble: NoteTrouble };

export function assignNotes(all: NotesToAssign): AssignedNotes | Trouble {
  const known = knownIds(all);
  const taken = linesById(all, known);
  if ('trouble' in taken) return taken;
  const { planned, columns, parked, begun } = all;
  const shown = new Set(planned);
  const lines = new Map<InvoiceId, NoteLine>();
  const kept = new Map<InvoiceId, NoteLine>();
  const returning: InvoiceId[] = [];
  for (const id of new Set([...planned, ...taken.keys(), ...(begun?.keys() ?? []), ...parked.keys()])) {
    const line = wholeLine(id, taken, all);
    if (line.every(isEmpty)) continue;
    if (!shown.has(id)) {
      kept.set(id, line);
      continue;
    }
    lines.set(id, inColumns(line, columns));
    const rest = outside(line, columns);
    if (!taken.has(id)) returning.push(id);
    // Until it is sure that the sheet shows it, the memory keeps it whole.
    if (!taken.has(id)) kept.set(id, line);
    else if (!rest.every(isEmpty)) kept.set(id, rest);
  }
  const onSheet = all.found.flatMap(({ id }) => (known(id) ? [id] : []));
  return {
    lines,
    parked: kept,
    returning,
    known: [...new Set([...planned, ...onSheet])],
    isInPlace: returning.length === 0 && lieInOrder(all),
  };
}

/** What stays in the memory of a line whose first columns are on the sheet. */
export const outside = (line: NoteLine, columns: number): NoteLine =>
  line.map((cell, column) => (column < columns ? EMPTY_CELL : cell));

/** What the sheet says is the truth, in the columns that it has; all else is what the memory says. */
function wholeLine(
  id: InvoiceId,
  taken: NoteLines,
  { columnsFound, parked, begun }: NotesToAssign,
): NoteLine {
  const inMemory = begun?.get(id) ?? parked.get(id) ?? [];
  const onSheet = taken.get(id);
  if (onSheet === undefined) return inMemory;
  const further = (parked.get(id) ?? inMemory).slice(columnsFound);
  return [...inColumns(onSheet, columnsFound), ...further];
}

type IsKnown = (id: unknown) => id is InvoiceId;

/** Whether an id is, or was, one of the report's. */
function knownIds({ known, planned, parked, begun }: NotesToAssign): IsKnown {
  const all = new Set<unknown>([...(known ?? []), ...planned, ...parked.keys(), ...(begun?.keys() ?? [])]);
  const mayBe = (id: unknown): boolean => typeof id === 'number' && Number.isSafeInteger(id) && id > 0;
  return (id): id is InvoiceId => (known === null ? mayBe(id) : all.has(id));
}

/** The lines on the sheet by their ids, or the uppermost trouble. */
function linesById(all: NotesToAssign, known: IsKnown): NoteLines | Trouble {
  const lines = new Map<InvoiceId, FoundLine[]>();
  const troubles: NoteTrouble[] = [];
  for (const line of all.found) {
    const { row, id, cells, formulaIn } = line;
    const dropped = cells.findIndex((cell, column) => column >= all.columns && hasWords(cell));
    if (formulaIn !== -1) troubles.push({ kind: 'formula', row, column: formulaIn });
    else if (dropped !== -1) troubles.push({ kind: 'dropped', row, column: dropped });
    if (known(id)) lines.set(id, [...(lines.get(id) ?? []), line]);
    else if (isEntry(line, all)) troubles.push({ kind: 'withoutId', row });
  }
  const single = new Map<InvoiceId, NoteLine>();
  for (const [id, same] of lines) {
    const [one, other] = rivals(id, same, all);
    if (one !== undefined && other !== undefined)
      troubles.push({ kind: 'doubled', row: one.row, other: other.row, id });
    const [first] = same;
    const cells = (one ?? first)?.cells ?? [];
    single.set(id, all.begun === null ? cells : withLooks(cells, all.begun.get(id) ?? all.parked.get(id)));
  }
  const [trouble] = troubles.sort((a, b) => a.row - b.row);
  return trouble === undefined ? single : { trouble };
}

/** Whether somebody would lose something with a line that is no invoice's. */
function isEntry({ cells, isOfInvoice }: FoundLine, { begun }: NotesToAssign): boolean {
  // A write that was cut short has left looks where they do not belong.
  if (begun !== null) return cells.some(hasValue);
  return cells.some((cell) => hasWords(cell) || (isOfInvoice && !isEmpty(cell)));
}

/** Of lines with one id those of which any may be meant. */
function rivals(id: InvoiceId, same: readonly FoundLine[], { begun }: NotesToAssign): readonly FoundLine[] {
  if (begun === null) return same.filter(({ cells }) => !cells.every(isEmpty));
  // A write that was cut short has left the same line twice; one that is another was written by somebody since.
  const filled = same.filter(({ cells }) => cells.some(hasValue));
  const written = begun.get(id) ?? [];
  const changed = filled.filter(({ cells }) => !sameValues(cells, written));
  const different = changed.filter(
    ({ cells }, index) => changed.findIndex((other) => sameValues(other.cells, cells)) === index,
  );
  return different.length > 0 ? different : filled.slice(0, 1);
}

/** Values as they stand, looks as they were to become. */
function withLooks(cells: NoteLine, begun: NoteLine = []): NoteLine {
  return cells.map(({ value, format }, column): NoteCell => {
    const look = begun[column] ?? EMPTY_CELL;
    // A number that nobody has typed since may stand under the format of another line.
    return { ...look, value, format: value === look.value ? look.format : format };
  });
}

/** Whether each planned line stands where it is going to, and no other bears anything. */
function lieInOrder({ found, planned, columns, columnsFound, begun }: NotesToAssign): boolean {
  return (
    begun === null &&
    columns === columnsFound &&
    planned.every((id, index) => found[index]?.id === id) &&
    found.slice(planned.length).every(({ cells }) => cells.every(isEmpty))
  );
}
