/**
 * The answers in the platform's cache: one read of all packs in an execution, one write a flush. Whatever
 * the store or the codec refuses costs misses; other executions may write the same slots at any time.
 */
import type { Life } from '../domain/query';
import { CACHE_LIFE_MAX_SECONDS } from '../platform/limits';
import type { CacheStore, Clock, Codec, Log } from '../platform/platform';
import { expiryOf, type PackEntry } from './packs';
import { planRing, type RingPlan } from './plan-ring';
import { emptySlot, loadRing, type Slot } from './slots';
import type { CacheCounters } from './statistics';

/**
 * Slots by life, 56 in all: enough for 10,000 invoices with 50,000 rows, and few of the 1,000 items that a
 * cache holds (Google, CacheService reference). Long-lived answers have slots of their own, so that they
 * are neither written again nor pushed out for short-lived ones.
 */
const SLOTS = { rows: 30, ttl: 26 };

/** `rows` are kept as long as Google lets them, since their version says when they change. */
export type PackedLife = Exclude<Life, 'refresh'>;

const LIVES: readonly PackedLife[] = ['rows', 'ttl'];

type PackedBatch = Readonly<Record<PackedLife, readonly PackEntry[]>>;

interface PackedAnswersParts {
  readonly store: CacheStore;
  readonly codec: Codec;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Pick<Log, 'warn'>;
  /** What the names of all slots begin with. */
  readonly slotPrefix: string;
  readonly ttlSeconds: number;
  readonly counters: CacheCounters;
}

interface Ring {
  readonly lifeSeconds: number;
  slots: readonly Slot[];
}

export class PackedAnswers {
  private readonly rings: Readonly<Record<PackedLife, Ring>>;
  private readonly index = new Map<string, PackEntry>();
  private readonly warnings = new Set<string>();
  private isLoaded = false;

  constructor(private readonly parts: PackedAnswersParts) {
    const slots = (life: PackedLife): Slot[] =>
      Array.from({ length: SLOTS[life] }, (_, index) => emptySlot(`${parts.slotPrefix}.${life}.${index}`));
    this.rings = {
      rows: { lifeSeconds: CACHE_LIFE_MAX_SECONDS, slots: slots('rows') },
      ttl: { lifeSeconds: parts.ttlSeconds, slots: slots('ttl') },
    };
  }

  lifeSeconds(life: PackedLife): number {
    return this.rings[life].lifeSeconds;
  }

  /** The entry under the key that is fresh now. The key is asked for only if there is anything to look in. */
  find(key: () => string): PackEntry | undefined {
    this.load();
    if (this.index.size === 0) return undefined;
    const entry = this.index.get(key());
    return entry !== undefined && expiryOf(entry) > this.parts.clock.now() ? entry : undefined;
  }

  /** Writes the batch; what the store does not take is lost. */
  write(batch: PackedBatch): void {
    this.load();
    this.attempt('The cache could not be written; what it missed will be asked again.', () => {
      const now = this.parts.clock.now();
      const plans = [...this.plans(batch, now)];
      const texts = new Map(plans.flatMap(({ plan }) => [...plan.texts]));
      if (texts.size === 0) return;
      const life = Math.max(...plans.map(({ plan }) => plan.expiresAt)) - now;
      // Never 0, since what is written has a live answer; the longest life at most, since a clock may be put back.
      const seconds = Math.min(Math.ceil(life / 1000), CACHE_LIFE_MAX_SECONDS);
      this.parts.store.putAll(Object.fromEntries(texts), seconds);
      for (const { ring, plan } of plans) this.commit(ring, plan);
    });
  }

  private *plans(batch: PackedBatch, now: number): Iterable<{ ring: Ring; plan: RingPlan }> {
    for (const life of LIVES) {
      const ring = this.rings[life];
      const incoming = batch[life].filter((entry) => expiryOf(entry) > now);
      if (incoming.length > 0) yield { ring, plan: planRing(ring.slots, incoming, now, this.parts.codec) };
    }
  }

  private commit(ring: Ring, plan: RingPlan): void {
    const { counters } = this.parts;
    ring.slots = plan.slots;
    counters.stores += plan.stored;
    counters.evictions += plan.evicted;
    for (const text of plan.texts.values()) counters.bytes += text.length;
  }

  private load(): void {
    if (this.isLoaded) return;
    this.isLoaded = true;
    this.attempt('The cache could not be read; what it held will be asked again.', () => {
      const texts = this.parts.store.getAll(LIVES.flatMap((life) => slotNames(this.rings[life])));
      const useless = LIVES.flatMap((life) => this.adopt(this.rings[life], texts));
      if (useless.length > 0) this.parts.store.removeAll(useless);
    });
  }

  /** Takes over the ring's packs and gives the names of slots that hold nothing to serve. */
  private adopt(ring: Ring, texts: Readonly<Record<string, string>>): readonly string[] {
    const now = this.parts.clock.now();
    const loaded = loadRing(slotNames(ring), texts, ring.lifeSeconds, now, this.parts.codec);
    ring.slots = loaded.slots;
    this.parts.counters.evictions += loaded.evicted;
    for (const [key, entry] of loaded.fresh) this.index.set(key, entry);
    return loaded.useless;
  }

  /** Once a text is enough: a store that refuses one call mostly refuses the next ones too. */
  private attempt(warning: string, action: () => void): void {
    try {
      action();
    } catch {
      if (!this.warnings.has(warning)) this.parts.log.warn(warning);
      this.warnings.add(warning);
    }
  }
}

function slotNames(ring: Ring): string[] {
  return ring.slots.map((slot) => slot.name);
}
