/**
 * What the sheets that look back go by: the last report of both sheets, and what earlier ones have told of one another.
 * Unlike the memory of the portal it outlives other settings and a cleared cache.
 */
import type { Journal, JournalLine } from '../changes/journal';
import { decodeKnown, encodeKnown, type EncodedKnown, type KeptRecords } from '../changes/kept-known';
import type { KnownReport } from '../changes/known-report';
import type { SeenFinding } from '../checks/first-seen';

export interface ReportMemory {
  readonly known: KnownReport;
  readonly journal: Journal;
  /** Since when remarks have been on «Проверка данных»; null where it was never made. */
  readonly seen: readonly SeenFinding[] | null;
}

/** All of it but its lists. */
export interface ReportHead {
  readonly known: Omit<EncodedKnown, 'invoices' | 'buyers'>;
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
  | readonly ['buyer', EncodedKnown['buyers'][number]]
  | readonly ['invoice', EncodedKnown['invoices'][number]]
  | readonly ['line', JournalLine]
  | readonly ['seen', SeenTuple];

/** @param records what the memory holds of the portal's invoices */
export function partsOf(
  { known, journal, seen }: ReportMemory,
  records: KeptRecords,
): {
  readonly head: ReportHead;
  readonly entries: readonly (readonly ReportEntry[])[];
} {
  const { invoices, buyers, ...rest } = encodeKnown(known, records);
  return {
    head: { known: rest, folded: journal.folded, isChecked: seen !== null },
    entries: [
      buyers.map((buyer) => ['buyer', buyer]),
      invoices.map((invoice) => ['invoice', invoice]),
      journal.lines.map((line) => ['line', line]),
      (seen ?? []).map((one) => ['seen', [one.check, one.invoiceId, one.rowId, one.since, one.shownOn]]),
    ],
  };
}

/** @throws where something is missing */
export function wholeOf(
  { known, folded, isChecked }: ReportHead,
  entries: readonly ReportEntry[],
  records: KeptRecords,
): ReportMemory {
  const buyers: EncodedKnown['buyers'][number][] = [];
  const invoices: EncodedKnown['invoices'][number][] = [];
  const lines: JournalLine[] = [];
  const seen: SeenFinding[] = [];
  for (const [kind, entry] of entries) {
    if (kind === 'buyer') buyers.push(entry);
    else if (kind === 'invoice') invoices.push(entry);
    else if (kind === 'line') lines.push(entry);
    else seen.push(findingOf(entry));
  }
  return {
    known: decodeKnown({ ...known, buyers, invoices }, records),
    journal: { lines, folded },
    seen: isChecked ? seen : null,
  };
}

const findingOf = ([check, invoiceId, rowId, since, shownOn]: SeenTuple): SeenFinding => ({
  ...{ check, invoiceId, rowId, since, shownOn },
});
