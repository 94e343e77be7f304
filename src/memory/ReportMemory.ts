/**
 * What the sheets that look back go by: the last report of both sheets, and what earlier ones have told of one another. Unlike the memory of the portal it outlives other settings and a cleared cache.
 */
import type { Journal, JournalLine } from '../changes/journal';
import type { EncodedKnown } from '../changes/known-report';

export interface ReportMemory {
  readonly known: EncodedKnown;
  readonly journal: Journal;
}

/** All of it but its lists. */
export interface ReportHead {
  readonly known: Omit<EncodedKnown, 'invoices'>;
  readonly folded: Journal['folded'];
}

/** An entry of one of its lists, in the order of that list. */
export type ReportEntry =
  readonly ['invoice', EncodedKnown['invoices'][number]] | readonly ['line', JournalLine];

export function partsOf({ known, journal }: ReportMemory): {
  readonly head: ReportHead;
  readonly entries: readonly (readonly ReportEntry[])[];
} {
  const { invoices, ...rest } = known;
  return {
    head: { known: rest, folded: journal.folded },
    entries: [invoices.map((invoice) => ['invoice', invoice]), journal.lines.map((line) => ['line', line])],
  };
}

export function wholeOf({ known, folded }: ReportHead, entries: readonly ReportEntry[]): ReportMemory {
  const invoices: EncodedKnown['invoices'][number][] = [];
  const lines: JournalLine[] = [];
  for (const [kind, entry] of entries) {
    if (kind === 'invoice') invoices.push(entry);
    else lines.push(entry);
  }
  return { known: { ...known, invoices }, journal: { lines, folded } };
}
