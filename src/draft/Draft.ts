/**
 * What a paused refresh has fetched so far, as text for cells: bound to its run, connection and settings, with a
 * checksum. The next execution of the same refresh asks for everything again and finds it here.
 */
import type { UnfinishedRead } from '../bitrix24/read';
import type { MemoryEntry } from '../cache/AnswerMemory';
import { PACK_FORMAT } from '../cache/packs';
import { sha256Hex } from '../hash/sha256';
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
  /** Fixed when the refresh started. */
  readonly period: Period;
  /** What the cache knew, as its snapshot. */
  readonly answers: readonly MemoryEntry[];
  /** The reads that have had some of their pages. */
  readonly unfinished: readonly UnfinishedRead[];
}

type Body = Pick<Draft, 'answers' | 'unfinished'>;

/** UTF-16 units of one cell; Google takes 50,000. */
export const DRAFT_CELL_LENGTH = 45_000;

/** Keeps a slice from being read as a number or a formula: Base64 may begin with `+`. */
const SLICE_MARK = 'z';

interface Head {
  /** Of the records within: the add-on may have been updated since, and a draft holds what the cache's packs hold. */
  readonly format: number;
  readonly owner: DraftOwner;
  readonly period: Period;
  readonly sum: string;
}

/** The cells of one column, the head first. */
export function draftCells({ owner, period, answers, unfinished }: Draft, codec: Codec): readonly string[] {
  const content: Body = { answers, unfinished };
  const body = codec.compress(JSON.stringify(content));
  const head: Head = { format: PACK_FORMAT, owner, period, sum: sha256Hex(body) };
  const cells = [JSON.stringify(head)];
  const length = DRAFT_CELL_LENGTH - SLICE_MARK.length;
  for (let at = 0; at < body.length; at += length) cells.push(SLICE_MARK + body.slice(at, at + length));
  return cells;
}

/** null for anything but an undamaged draft of this owner, as this version of the add-on writes it. */
export function readDraft(cells: readonly unknown[], owner: DraftOwner, codec: Codec): Draft | null {
  try {
    const [first, ...slices] = cells.map(String).filter((cell) => cell !== '');
    const head = JSON.parse(first ?? '') as Head;
    const body = slices.map((slice) => slice.slice(SLICE_MARK.length)).join('');
    const isOurs = (['runId', 'spreadsheetId', 'scope'] as const).every(
      (key) => head.owner[key] === owner[key],
    );
    if (!isOurs || head.format !== PACK_FORMAT || head.sum !== sha256Hex(body)) return null;
    return {
      owner: head.owner,
      period: head.period,
      ...(JSON.parse(codec.expand(body)) as Body),
    };
  } catch {
    return null;
  }
}
