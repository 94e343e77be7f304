/** What has become of invoices that are gone from the report, and whether those that came are new. */
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { changeTexts as TEXTS } from '../texts/change-texts';
import { tell, type Told } from './invoice-events';
import type { Journal, JournalLine, LastSeen } from './journal';
import type { KnownInvoice, KnownReport, Selection } from './known-report';
import type { StageOf } from './stages';

/** What is to be known of an invoice, wherever it stands. `createdTime` is absent where it was not asked for. */
export type FoundInvoice = Pick<InvoiceRecord, 'stageId' | 'dates'> & {
  readonly createdTime?: string | null;
};

/** What this refresh was told of invoices; null for one that was asked for and not found. */
export type Whereabouts = ReadonlyMap<InvoiceId, FoundInvoice | null>;

/** An invoice is new where it was created later than so long before the last refresh, in milliseconds. */
const NEW_WITHIN = 600_000;

export function isSameSelection(a: Selection, b: Selection): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.periodField === b.periodField &&
    a.excludeFailed === b.excludeFailed
  );
}

export const lastSeen = ({ periodDay, stageName }: KnownInvoice, selection: Selection): LastSeen => ({
  ...{ day: periodDay, stageName, selection },
});

/** null where what is known of it does not tell: the memory keeps little of what no sheet shows. */
export function fateOf(
  { day, stageName, selection }: LastSeen,
  found: FoundInvoice | null,
  stageOf: StageOf,
): Told | null {
  if (found === null) return tell('gone');
  const stage = stageOf(found.stageId);
  if (selection.excludeFailed && stage.semantics === 'F') {
    return tell('failed', stageName, stage.name);
  }
  const now = found.dates[selection.periodField];
  return now === undefined ? null : tell('left', TEXTS.day(day), TEXTS.day(now));
}

/** A moment of the portal's clock, from which on what was created is new; null where it tells none. */
export const createdSince = ({ toldAt }: KnownReport): number | null =>
  toldAt === null ? null : toldAt.time - NEW_WITHIN;

/** null where nobody has asked; what cannot be read is no new one. */
export function wasCreated(since: number | null, found: FoundInvoice | null | undefined): boolean | null {
  if (since === null || found === null) return false;
  if (found?.createdTime === undefined) return null;
  return Date.parse(found.createdTime ?? '') >= since;
}

/** Of an open line what it tells now; null where that is still not known. */
export function answered(
  { open }: JournalLine,
  found: FoundInvoice | null | undefined,
  stageOf: StageOf,
): Told | null {
  if (open === undefined || found === undefined) return null;
  if (open.lastSeen !== undefined) return fateOf(open.lastSeen, found, stageOf);
  const isNew = wasCreated(open.createdSince, found);
  return isNew === null ? null : tell(isNew ? 'created' : 'entered');
}

/** What the memory has kept of the last finished refresh of both sheets. */
export interface KeptChanges {
  readonly known: KnownReport;
  readonly journal: Journal;
}

interface Gone {
  /** null where there is none of use. */
  readonly kept: KeptChanges | null;
  readonly selection: Selection;
  /** Those of the report. */
  readonly ids: ReadonlySet<InvoiceId>;
  /** What the list has told. */
  readonly told: Whereabouts;
  readonly stageOf: StageOf;
}

/**
 * The invoices that have to be asked for by id before the sheet can be made: those that are gone from the report, and those
 * that refreshes without the sheet have left open, as far as the list does not tell.
 */
export function idsToAsk({ kept, selection, ids, told, stageOf }: Gone): readonly InvoiceId[] {
  if (kept === null) return [];
  const { known, journal } = kept;
  const gone = isSameSelection(known.selection, selection)
    ? [...known.invoices].filter(([id, invoice]) => {
        const found = told.get(id);
        if (ids.has(id)) return false;
        return found === undefined || fateOf(lastSeen(invoice, selection), found, stageOf) === null;
      })
    : [];
  const open = journal.lines.flatMap((line) => {
    const { id } = line;
    if (id === undefined || line.open === undefined) return [];
    return answered(line, told.get(id), stageOf) === null ? [id] : [];
  });
  return [...new Set([...gone.map(([id]) => id), ...open])].sort((a, b) => a - b);
}
