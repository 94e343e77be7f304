/**
 * The plan that puts new answers into a ring's slots. A plan changes nothing: it becomes the ring's state
 * once the store has taken its texts.
 */
import type { Codec } from '../platform/platform';
import { expiryOf, latestExpiry, MAX_PACK_BYTES, type PackEntry, type SealedPack, sealPacks } from './packs';
import { emptySlot, type Slot, slotWith } from './slots';

/** A pack of so many bytes is full enough: it is not compressed again for the little that still fits. */
const FULL_PACK_BYTES = 0.9 * MAX_PACK_BYTES;

/** Below this many bytes it costs less to write a pack again than to spend another slot. */
const SMALL_PACK_BYTES = 4_000;

export interface RingPlan {
  /** The ring once the texts are written. */
  readonly slots: readonly Slot[];
  /** Texts to write by slot name. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many of the incoming answers the texts hold. */
  readonly stored: number;
  /** How many kept answers the texts drop, stale ones and those the ring has no room for. */
  readonly evicted: number;
  /** When the last answer of the texts expires, milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Plans where incoming answers go. A pack with no more answers than come in is written again together with
 * them: as packs at least double so, an answer is compressed a logarithmic number of times however many
 * flushes a refresh has. Slots without a live answer are overwritten first, then the oldest.
 */
export function planRing(
  slots: readonly Slot[],
  incoming: readonly PackEntry[],
  now: number,
  codec: Codec,
): RingPlan {
  const absorbed = packsToRewrite(slots, incoming);
  const replaced = new Set(incoming.map((entry) => entry.key));
  const rewritten = absorbed
    .flatMap((slot) => slot.entries)
    .filter((entry) => expiryOf(entry) > now && !replaced.has(entry.key));
  const packs = sealPacks([...rewritten, ...incoming], now, codec).slice(-slots.length);

  const packOf = new Map<Slot, SealedPack>();
  for (const slot of [...absorbed, ...overwriteOrder(slots, absorbed, now)]) {
    const pack = packs[packOf.size];
    if (pack !== undefined) packOf.set(slot, pack);
  }
  const written = new Set(packs.flatMap((pack) => pack.entries));
  const touched = slots.filter((slot) => packOf.has(slot) || absorbed.includes(slot));
  const gone = touched.flatMap((slot) => slot.entries).filter((entry) => !written.has(entry));
  return {
    slots: slots.map((slot) => {
      const pack = packOf.get(slot);
      if (pack !== undefined) return slotWith(slot.name, pack, pack.text.length);
      return absorbed.includes(slot) ? emptySlot(slot.name) : slot;
    }),
    texts: new Map([...packOf].map(([slot, pack]) => [slot.name, pack.text])),
    stored: incoming.filter((entry) => written.has(entry)).length,
    evicted: gone.filter((entry) => !replaced.has(entry.key)).length,
    expiresAt: latestExpiry([...written]),
  };
}

/** The packs with the fewest answers first, as long as each has no more than all that is written with it. */
function packsToRewrite(slots: readonly Slot[], incoming: readonly PackEntry[]): Slot[] {
  const open = slots.filter((slot) => slot.entries.length > 0 && slot.bytes < FULL_PACK_BYTES);
  open.sort((left, right) => left.entries.length - right.entries.length);
  const absorbed: Slot[] = [];
  let answers = incoming.length;
  for (const slot of open) {
    if (slot.entries.length > answers && slot.bytes > SMALL_PACK_BYTES) break;
    absorbed.push(slot);
    answers += slot.entries.length;
  }
  return absorbed;
}

function overwriteOrder(slots: readonly Slot[], absorbed: readonly Slot[], now: number): Slot[] {
  const rank = (slot: Slot): number => (slot.expiresAt > now ? slot.at : 0);
  return slots.filter((slot) => !absorbed.includes(slot)).sort((left, right) => rank(left) - rank(right));
}
