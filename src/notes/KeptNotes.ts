/**
 * What the memory holds of notes: those of invoices outside the report, and while a write is under way all that it is to
 * bring to the sheet. Put there before the first cell, so that whatever becomes of the write, nothing is lost.
 */
import type { InvoiceId, IsoDate } from '../domain/ids';
import { type AssignedNotes, type NoteLines, outside } from './assign-notes';
import { hasWords, isEmpty, type NoteLine } from './NoteCell';

/** How people know an invoice. */
export interface InvoiceNames {
  readonly number: string;
  readonly buyer: string;
}

export interface ParkedNotes extends InvoiceNames {
  readonly id: InvoiceId;
  /** The portal whose invoice it is: host, with its port if it has one. */
  readonly portal: string;
  /** The day on which they left the sheet. */
  readonly since: IsoDate;
  readonly cells: NoteLine;
}

export interface KeptNotes {
  /** Of the write that they were kept for; the sheet bears it too once that is done. */
  readonly stamp: string;
  /** Whose invoices the sheet shows. */
  readonly portal: string;
  /** Note columns of that write. */
  readonly columns: number;
  /** Which of them have a rule for what may be entered; absent in what older versions kept. */
  readonly ruled?: readonly boolean[];
  /** Ids that the sheet may show. */
  readonly known: readonly InvoiceId[];
  readonly parked: readonly ParkedNotes[];
  /** Of the parked ones those that the write was to bring back. */
  readonly returning: readonly InvoiceId[];
  /** All lines of the write. */
  readonly lines: readonly (readonly [InvoiceId, NoteLine])[];
}

/** Where they lie between refreshes. */
export interface NoteKeeper {
  read(): KeptNotes | null;
  /** @throws what Google refuses */
  write(notes: KeptNotes): void;
}

const YEARS_KEPT = 3;

/** Of a kept state that which holds now: what a finished write has brought back is on the sheet alone. */
export function parkedIn(kept: KeptNotes | null, stampOnSheet: string): readonly ParkedNotes[] {
  if (kept === null) return [];
  const isDone = kept.stamp === stampOnSheet;
  const returned = new Set(isDone ? kept.returning : []);
  const left = (notes: ParkedNotes): ParkedNotes =>
    returned.has(notes.id) && notes.portal === kept.portal
      ? { ...notes, cells: outside(notes.cells, kept.columns) }
      : notes;
  return kept.parked.map(left).filter(({ cells }) => !cells.every(isEmpty));
}

/** Those that no line of the sheet shows, once its write is done. */
export function outsideOf(kept: KeptNotes): readonly ParkedNotes[] {
  return parkedIn(kept, kept.stamp).filter(({ cells }) => cells.some(hasWords));
}

export const linesOf = (parked: readonly ParkedNotes[], portal: string): NoteLines =>
  new Map(parked.filter((notes) => notes.portal === portal).map(({ id, cells }) => [id, cells]));

export interface ParkingParts {
  readonly portal: string;
  readonly today: IsoDate;
  /** What was parked before. */
  readonly before: readonly ParkedNotes[];
  /** What the lines on the sheet say of themselves. */
  readonly names: ReadonlyMap<InvoiceId, InvoiceNames>;
}

/** What is to be parked now, that of other portals included. */
export function parkedWith(lines: NoteLines, parts: ParkingParts): readonly ParkedNotes[] {
  const { portal, today, before, names } = parts;
  const own = new Map(before.filter((notes) => notes.portal === portal).map((notes) => [notes.id, notes]));
  const oldest = yearsBefore(today, YEARS_KEPT);
  const parked = [...lines].map(([id, cells]): ParkedNotes => {
    const known = own.get(id);
    const { number = '', buyer = '' } = names.get(id) ?? known ?? {};
    return { id, portal, number, buyer, since: names.has(id) ? today : (known?.since ?? today), cells };
  });
  return [...before.filter((notes) => notes.portal !== portal), ...parked].filter(
    ({ since }) => since >= oldest,
  );
}

/** What is to be kept for a write of assigned notes. */
export const keptFor = (
  { lines, known, returning }: AssignedNotes,
  parked: readonly ParkedNotes[],
  write: Pick<KeptNotes, 'stamp' | 'portal' | 'columns' | 'ruled'>,
): KeptNotes => ({ ...write, known, parked, returning, lines: [...lines] });

/** The same day of an earlier year, or where that year has none the day that would come before the next one. */
const yearsBefore = (day: IsoDate, years: number): IsoDate =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}` as IsoDate;
