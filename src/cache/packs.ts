/**
 * Packs: many logical answers in one entry of the platform's cache, compressed, each pack with its own
 * keys, times and checksum, so that a pack needs no other one and a damaged one gives nothing.
 */
import { CACHE_VALUE_MAX_BYTES } from '../platform/limits';
import type { Codec } from '../platform/platform';
import { sealed, unsealed, type Seal } from './seal';

/** Bytes of a pack: a little less than an entry may have. */
export const MAX_PACK_BYTES = 0.99 * CACHE_VALUE_MAX_BYTES;

/** Characters of plain JSON in a byte of pack to begin with; the next packs of a call go by the last one's ratio. */
const CHARACTERS_PER_BYTE = 2;

/** Share of the estimated room that is used, since the next answers may compress worse than the last. */
const FILL_FACTOR = 0.97;

/** One logical answer with its key and times. */
export interface PackEntry {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  /** How long after `keptAt` it may be served. */
  readonly lifeSeconds: number;
  /** A JSON value. */
  readonly answer: unknown;
}

export interface Pack {
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
  readonly entries: readonly PackEntry[];
}

/** A pack with the text that goes into the store; the text is ASCII, so its length is its bytes. */
export interface SealedPack extends Pack {
  readonly text: string;
}

type Row = readonly [key: string, keptAt: number, lifeSeconds: number, answer: unknown];

interface PackText extends Seal {
  readonly at: number;
  readonly body: string;
}

/** The first millisecond at which the answer may not be served any more. */
export function expiryOf(entry: PackEntry): number {
  return entry.keptAt + entry.lifeSeconds * 1000;
}

/** When the last of the entries expires; 0 without entries. */
export function latestExpiry(entries: readonly PackEntry[]): number {
  return entries.reduce((latest, entry) => Math.max(latest, expiryOf(entry)), 0);
}

/**
 * Puts the entries, in their order, into as few packs of at most `MAX_PACK_BYTES` as its estimates allow.
 * An entry that is too large alone is left out. Throws what the codec throws.
 */
export function sealPacks(entries: readonly PackEntry[], at: number, codec: Codec): SealedPack[] {
  const texts = entries.map(({ key, keptAt, lifeSeconds, answer }) =>
    JSON.stringify([key, keptAt, lifeSeconds, answer] satisfies Row),
  );
  const packs: SealedPack[] = [];
  const firstBudget = MAX_PACK_BYTES * CHARACTERS_PER_BYTE;
  let budget = firstBudget;
  let start = 0;
  while (start < texts.length) {
    const { end, characters } = take(texts, start, budget);
    const { head, body } = sealed({ at }, `[${texts.slice(start, end).join(',')}]`, codec);
    const text = JSON.stringify({ ...head, body } satisfies PackText);
    if (text.length <= MAX_PACK_BYTES) {
      packs.push({ at, entries: entries.slice(start, end), text });
      start = end;
    } else if (end - start === 1) {
      start = end;
      budget = firstBudget;
      continue;
    }
    budget = Math.floor((characters * FILL_FACTOR * MAX_PACK_BYTES) / text.length);
  }
  return packs;
}

/** The pack in the text; null when it is damaged, cut off, foreign or of another format. Never throws. */
export function openPack(text: string, codec: Codec): Pack | null {
  try {
    const { body, ...head } = JSON.parse(text) as PackText;
    const rows = unsealed(head, body, codec);
    if (typeof head.at !== 'number' || !Array.isArray(rows) || !rows.every(isRow)) return null;
    const entries = rows.map(([key, keptAt, lifeSeconds, answer]) => ({ key, keptAt, lifeSeconds, answer }));
    return { at: head.at, entries };
  } catch {
    return null;
  }
}

/** As many texts from `start` on as fit the budget, at least one. */
function take(texts: readonly string[], start: number, budget: number): { end: number; characters: number } {
  let end = start;
  let characters = 0;
  for (const text of texts.slice(start)) {
    if (end > start && characters + text.length > budget) break;
    characters += text.length;
    end += 1;
  }
  return { end, characters };
}

function isRow(value: unknown): value is Row {
  if (!Array.isArray(value)) return false;
  const row: readonly unknown[] = value;
  return (
    row.length === 4 && typeof row[0] === 'string' && typeof row[1] === 'number' && typeof row[2] === 'number'
  );
}
