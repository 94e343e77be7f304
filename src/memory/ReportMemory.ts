/**
 * What the sheets that look back go by: the last report of both sheets, and what earlier ones have told of one another.
 * Unlike the memory of the portal it outlives other settings and a cleared cache.
 */
import type { Journal, JournalLine } from '../changes/journal';
import type { EncodedKnown } from '../changes/known-report';
import type { SeenFinding } from '../checks/first-seen';

export interface ReportMemory {
  readonly known: EncodedKnown;
  readonly journal: Journal;
  /** Since when remarks have been on «Проверка данных»; null where it was never made. */
  readonly seen: readonly SeenFinding[] | null;
}

/** All of it but its lists. */
export interface ReportHead {
  readonly known: Omit<EncodedKnown, 'invoices'>;
  readonly folded: Journal['folded'];
  readonly isChecked: boolean;
}

type SeenTuple = readonly [
  SeenFinding['check'],
  SeenFinding['invoiceId'],
  SeenFinding['rowId'],
  SeenFinding['since'],
  SeenFinding['shownOn'],
];

/** An entry of one of its lists, in the order of that list. */
export type ReportEntry =
  | readonly ['invoice', EncodedKnown['invoices'][number]]
  | readonly ['line', JournalLine]
  | readonly ['seen', SeenTuple];

export function partsOf({ known, journal, seen }: ReportMemory): {
  readonly head: ReportHead;
  readonly entries: readonly (readonly ReportEntry[])[];
} {
  const { invoices, ...rest } = known;
  return {
    head: { known: rest, folded: journal.folded, isChecked: seen !== null },
    entries: [
      invoices.map((invoice) => ['invoice', invoice]),
      journal.lines.map((line) => ['line', line]),
      (seen ?? []).map((one) => ['seen', [one.check, one.invoiceId, one.rowId, one.since, one.shownOn]]),
    ],
  };
}

export function wholeOf(
  { known, folded, isChecked }: ReportHead,
  entries: readonly ReportEntry[],
): ReportMemory {
  const invoices: EncodedKnown['invoices'][number][] = [];
  const lines: JournalLine[] = [];
  const seen: SeenFinding[] = [];
  for (const [kind, entry] of entries) {
    if (kind === 'invoice') invoices.push(entry);
    else if (kind === 'line') lines.push(entry);
    else seen.push(findingOf(entry));
  }
  return { known: { ...known, invoices }, journal: { lines, folded }, seen: isChecked ? seen : null };
}

const findingOf = ([check, invoiceId, rowId, since, shownOn]: SeenTuple): SeenFinding => ({
  ...{ check, invoiceId, rowId, since, shownOn },
});
