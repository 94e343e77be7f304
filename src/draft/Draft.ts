/**
 * What a paused refresh has fetched so far, as text for cells: bound to its run, connection and settings, with a
 * checksum. The next execution of the same refresh asks for everything again and finds it here.
 */
import type { UnfinishedRead } from '../bitrix24/read';
import type { MemoryEntry } from '../cache/AnswerMemory';
import { sealed, unsealed, type Seal } from '../cache/seal';
import { canonical } from '../hash/canonical';
import type { IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import { CELL_TEXT_MAX_CHARS } from '../platform/limits';
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

/** UTF-16 units of one cell: nine tenths of what it takes. */
export const DRAFT_CELL_LENGTH = 0.9 * CELL_TEXT_MAX_CHARS;

/** Keeps a slice from being read as a number or a formula: Base64 may begin with `+`. */
const SLICE_MARK = 'z';

/** The cells of one column, the head first. */
export function draftCells(
  { owner, period, today, answers, unfinished }: Draft,
  codec: Codec,
): readonly string[] {
  const { head, body } = sealed({ owner, period, today }, JSON.stringify({ answers, unfinished }), codec);
  const cells = [JSON.stringify(head)];
  const length = DRAFT_CELL_LENGTH - SLICE_MARK.length;
  for (let at = 0; at < body.length; at += length) cells.push(SLICE_MARK + body.slice(at, at + length));
  return cells;
}

/** null for anything but an undamaged draft of this owner, as this version of the add-on writes it. */
export function readDraft(cells: readonly unknown[], owner: DraftOwner, codec: Codec): Draft | null {
  try {
    const [first, ...slices] = cells.map(String).filter((cell) => cell !== '');
    const head = JSON.parse(first ?? '') as Seal & Pick<Draft, 'owner' | 'period' | 'today'>;
    const body = slices.map((slice) => slice.slice(SLICE_MARK.length)).join('');
    const content = unsealed(head, body, codec) as Pick<Draft, 'answers' | 'unfinished'>;
    const isOurs = canonical(head.owner) === canonical(owner);
    return isOurs ? { owner, period: head.period, today: head.today, ...content } : null;
  } catch {
    return null;
  }
}
