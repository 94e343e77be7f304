/** Note lines as small as a test needs. */
import type { InvoiceId } from '../../../src/domain/ids';
import type { FoundLine, NotesToAssign } from '../../../src/notes/assign-notes';
import { EMPTY_CELL, type NoteCell, type NoteLine, type NoteValue } from '../../../src/notes/NoteCell';

export const id = (value: number): InvoiceId => value as InvoiceId;

export const cell = (value: NoteValue, look: Partial<NoteCell> = {}): NoteCell => ({
  ...EMPTY_CELL,
  value,
  ...look,
});

export const noteLine = (...values: NoteValue[]): NoteLine => values.map((value) => cell(value));

/** A row of an invoice with these notes; its id may be anything. */
export const found = (
  row: number,
  of: unknown,
  cells: NoteLine,
  more: Partial<FoundLine> = {},
): FoundLine => ({
  row,
  id: of,
  isOfInvoice: true,
  cells,
  formulaIn: -1,
  ...more,
});

/** One note column, nothing remembered, nothing cut short. */
export const toAssign = (more: Partial<NotesToAssign>): NotesToAssign => ({
  found: [],
  planned: [],
  columns: 1,
  columnsFound: 1,
  known: null,
  parked: new Map(),
  begun: null,
  ...more,
});
