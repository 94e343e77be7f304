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
  const stored = names.flatMap((name) => {
    const text = texts[name];
    return text === undefined ? [] : [{ name, pack: openPack(text, codec), bytes: text.length }];
  });
  // The newest first; what cannot be read of them holds nothing.
  stored.sort((left, right) => (right.pack?.at ?? 0) - (left.pack?.at ?? 0));
  for (const { name, pack, bytes } of stored) {
    const entries = (pack?.entries ?? [])
      .filter(({ key }) => !fresh.has(key))
      .map((entry) => (entry.lifeSeconds <= lifeSeconds ? entry : { ...entry, lifeSeconds }));
    const slot = slotWith(name, { at: pack?.at ?? 0, entries }, bytes);
    if (slot.expiresAt > now) {
      slots.set(name, slot);
      for (const entry of entries) if (expiryOf(entry) > now) fresh.set(entry.key, entry);
    } else {
      useless.push(name);
      evicted += pack === null ? 1 : entries.length;
    }
  }
  return { slots: [...slots.values()], fresh, useless, evicted };
}
