/**
 * A ring of slots: a fixed set of the store's keys, each with one pack or none.
 */
import type { Codec } from '../platform/platform';
import { expiryOf, latestExpiry, openPack, type Pack, type PackEntry } from './packs';

export interface Slot {
  readonly name: string;
  /** When its pack was written, milliseconds since 1970; 0 without a pack. */
  readonly at: number;
  readonly bytes: number;
  /** Those of its pack's answers that no newer pack holds; none without a pack. */
  readonly entries: readonly PackEntry[];
  /** When the last of them expires, milliseconds since 1970; 0 without any. */
  readonly expiresAt: number;
}

interface LoadedRing {
  readonly slots: readonly Slot[];
  /** The fresh answers by key. */
  readonly fresh: ReadonlyMap<string, PackEntry>;
  /** Names of slots whose packs hold nothing to serve. */
  readonly useless: readonly string[];
  /** Stale answers in those packs; a damaged pack counts as one. */
  readonly evicted: number;
}

export function emptySlot(name: string): Slot {
  return { name, at: 0, bytes: 0, entries: [], expiresAt: 0 };
}

export function slotWith(name: string, { at, entries }: Pack, bytes: number): Slot {
  return { name, at, bytes, entries, expiresAt: latestExpiry(entries) };
}

/**
 * The ring that the store's texts make, whose answers live no longer than `lifeSeconds`, also those that
 * were kept under a longer setting.
 */
export function loadRing(
  names: readonly string[],
  texts: Readonly<Record<string, string>>,
  lifeSeconds: number,
  now: number,
  codec: Codec,
): LoadedRing {
  const slots = new Map(names.map((name) => [name, emptySlot(name)]));
  const fresh = new Map<string, PackEntry>();
  const useless: string[] = [];
  let evicted = 0;
  for (const { name, pack, bytes } of packsNewestFirst(names, texts, codec)) {
    const slot =
      pack === null ? emptySlot(name) : slotWith(name, withoutKnown(pack, fresh, lifeSeconds), bytes);
    if (slot.expiresAt > now) {
      slots.set(name, slot);
      for (const entry of slot.entries) if (expiryOf(entry) > now) fresh.set(entry.key, entry);
    } else {
      useless.push(name);
      evicted += pack === null ? 1 : slot.entries.length;
    }
  }
  return { slots: [...slots.values()], fresh, useless, evicted };
}

interface StoredPack {
  readonly name: string;
  /** Null where damaged. */
  readonly pack: Pack | null;
  readonly bytes: number;
}

function packsNewestFirst(
  names: readonly string[],
  texts: Readonly<Record<string, string>>,
  codec: Codec,
): StoredPack[] {
  const stored = names.flatMap((name) => {
    const text = texts[name];
    return text === undefined ? [] : [{ name, pack: openPack(text, codec), bytes: text.length }];
  });
  const age = ({ pack }: StoredPack): number => pack?.at ?? 0;
  return stored.sort((left, right) => age(right) - age(left));
}

function withoutKnown(pack: Pack, known: ReadonlyMap<string, PackEntry>, lifeSeconds: number): Pack {
  const entries = pack.entries.filter(({ key }) => !known.has(key));
  return { at: pack.at, entries: entries.map((entry) => shortened(entry, lifeSeconds)) };
}

function shortened(entry: PackEntry, lifeSeconds: number): PackEntry {
  return entry.lifeSeconds <= lifeSeconds ? entry : { ...entry, lifeSeconds };
}
