/**
 * What a paused refresh has fetched so far, as text for cells: bound to its run, connection and settings, with a
 * checksum. The next execution of the same refresh asks for everything again and finds it here.
 */
import type { UnfinishedRead } from '../bitrix24/read';
import type { MemoryEntry } from '../cache/AnswerMemory';
import { sealedCells, unsealedCells } from '../cache/seal';
import { canonical } from '../hash/canonical';
import type { IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import type { Codec } from '../platform/platform';

/** What a draft belongs to; it is of use to nothing else. */
export interface DraftOwner {
  readonly runId: string;
  readonly spreadsheetId: string;
  /** Fingerprint of connection and settings. */
  readonly scope: string;
}

export interface Draft {
  readonly owner: DraftOwner;
  /** Fixed when the refresh started, as is today's day. */
  readonly period: Period;
  readonly today: IsoDate;
  /** What the cache knew, as its snapshot. */
  readonly answers: readonly MemoryEntry[];
  /** The reads that have had some of their pages. */
  readonly unfinished: readonly UnfinishedRead[];
}

/** The cells of one column. */
export const draftCells = (
  { owner, period, today, answers, unfinished }: Draft,
  codec: Codec,
): readonly string[] => sealedCells({ owner, period, today }, JSON.stringify({ answers, unfinished }), codec);

/** null for anything but an undamaged draft of this owner, as this version of the add-on writes it. */
export function readDraft(cells: readonly unknown[], owner: DraftOwner, codec: Codec): Draft | null {
  try {
    const { label, content } = unsealedCells(cells, codec);
    const { owner: its, period, today } = label as Pick<Draft, 'owner' | 'period' | 'today'>;
    if (canonical(its) !== canonical(owner)) return null;
    return { owner, period, today, ...(content as Pick<Draft, 'answers' | 'unfinished'>) };
  } catch {
    return null;
  }
}
