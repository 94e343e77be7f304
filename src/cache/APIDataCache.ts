/**
 * The central cache manager and request de-duplicator: every question to the CRM is asked here first.
 * Memory for one execution lies over the platform's cache for all of them.
 */
import { type Answers, type Life, type Query, type QueryKind, queryKey } from '../domain/query';
import type { CacheStore, Clock, Codec, Log } from '../platform/platform';
import { AnswerMemory, type Found, type MemoryEntry } from './AnswerMemory';
import { cacheKey, type CacheScope, type SoleRequest, slotPrefix } from './cache-key';
import { CACHE_LIFE_MAX_SECONDS } from '../platform/limits';
import { type PackedLife, PackedAnswers } from './PackedAnswers';
import type { PackEntry } from './packs';
import type { CacheCounters, CacheStatistics } from './statistics';

/**
 * Records in memory at most, an answer and each item of a list being one: 10,000 invoices with 50,000 rows,
 * links, buyers and requisites make about 150,000, some 50 MB.
 */
const MAX_RECORDS_IN_MEMORY = 200_000;

export interface APIDataCacheParts extends CacheScope {
  /** Null: nothing is kept across executions. */
  readonly store: CacheStore | null;
  readonly codec: Codec;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Pick<Log, 'warn'>;
  /** 0…21,600; 0 switches the cache across executions off, rows included. */
  readonly ttlSeconds: number;
  readonly soleRequest: (query: Query) => SoleRequest;
  /** In memory at most; as many as an execution has room for unless given. */
  readonly maxRecords?: number;
}

/** An answer that was not known when it was asked for has had its first question counted. */
const COUNTED_AS_MISS = { asked: 1 };

/** No records: they change seldom, and nobody looks at them in a report. */
const OF_PORTAL: ReadonlySet<QueryKind> = new Set(['stages', 'fields', 'profile'] as const);

interface Queued {
  readonly query: Query;
  readonly answer: unknown;
  readonly life: PackedLife;
  readonly keptAt: number;
}

/** An answer as this refresh has it. */
export interface ToldAnswer {
  /** That of its query. */
  readonly key: string;
  readonly answer: unknown;
  /** Milliseconds that it had been in the platform's cache when it was taken from there; 0 if it was not. */
  readonly age: number;
  readonly isAsked: boolean;
}

export class APIDataCache {
  private readonly memory: AnswerMemory;
  private readonly packs: PackedAnswers | null;
  private readonly queue = new Map<string, Queued>();
  private takesEarlier = true;
  private readonly renewed = new Set<string>();
  private readonly counters: CacheCounters = { hits: 0, misses: 0, stores: 0, evictions: 0, bytes: 0 };

  /** @throws RangeError unless `ttlSeconds` is a whole number from 0 to 21,600. */
  constructor(private readonly parts: APIDataCacheParts) {
    const { store, ttlSeconds } = parts;
    if (!Number.isInteger(ttlSeconds) || ttlSeconds < 0 || ttlSeconds > CACHE_LIFE_MAX_SECONDS) {
      throw new RangeError(`expected ttlSeconds 0…${CACHE_LIFE_MAX_SECONDS} but received ${ttlSeconds}`);
    }
    this.memory = new AnswerMemory(parts.maxRecords ?? MAX_RECORDS_IN_MEMORY);
    const isKept = store !== null && ttlSeconds > 0;
    this.packs = isKept
      ? new PackedAnswers({ ...parts, store, slotPrefix: slotPrefix(parts), counters: this.counters })
      : null;
  }

  get statistics(): CacheStatistics {
    return { ...this.counters };
  }

  /** The answer if it is known, in a wrapper because "nothing there" is an answer too; one hit or one miss. */
  find<K extends QueryKind>(query: Query<K>): { readonly answer: Answers[K] } | undefined {
    const name = queryKey(query);
    const found = this.memory.find(name) ?? this.findPacked(name, query);
    if (found === undefined) this.counters.misses += 1;
    else if (this.memory.countQuestion(name)) this.counters.hits += 1;
    return found as { readonly answer: Answers[K] } | undefined;
  }

  /** Keeps the answer to the end of this execution and, at the next flush, for as long as `life` says. */
  keep<K extends QueryKind>(query: Query<K>, answer: Answers[K], life: Life): void {
    const name = queryKey(query);
    this.remember(name, { answer }, COUNTED_AS_MISS);
    if (life === 'refresh' || this.packs === null) this.queue.delete(name);
    else this.queue.set(name, { query, answer, life, keptAt: this.parts.clock.now() });
  }

  /** Takes over answers by the key of their query; those that this execution has are newer. */
  know(answers: ReadonlyMap<string, unknown>): void {
    for (const [name, answer] of answers) {
      if (this.memory.find(name) === undefined) this.remember(name, { answer });
    }
  }

  /** What is not known yet of the CRM's records is asked for from here on, even if earlier refreshes have kept it. */
  takeNoEarlier(): void {
    this.takesEarlier = false;
  }

  /** From here on what earlier refreshes have kept is taken again. */
  takeEarlier(): void {
    this.takesEarlier = true;
  }

  /**
   * What earlier refreshes have left of this answer is asked for anew, and then replaced.
   * @returns false where this refresh has asked for it itself
   */
  renew(query: Query): boolean {
    const name = queryKey(query);
    if (this.memory.isOwn(name)) return false;
    this.memory.forget(name);
    this.renewed.add(name);
    return true;
  }

  /** Every answer of this execution by the key of its query, with its age in milliseconds. */
  *answers(): Iterable<ToldAnswer> {
    for (const [key, answer, asked, age] of this.memory.entries())
      yield { key, answer, age, isAsked: asked > 0 };
  }

  /**
   * All answers of this execution as a JSON value, for the next execution of the same refresh.
   * @param unanswered how many misses are still without an answer: they will be asked for, and counted, again
   */
  snapshot(unanswered: number): readonly MemoryEntry[] {
    this.counters.misses -= unanswered;
    return this.memory.entries();
  }

  /**
   * Takes over a snapshot: its answers stay valid to the end of the refresh, whatever their age. The next
   * execution asks for them from the start again; what was counted once is not counted twice.
   */
  restore(snapshot: readonly MemoryEntry[]): void {
    this.memory.restore(snapshot);
  }

  /** Writes what was kept since the last flush to the platform's cache, in one call. Never throws for the cache. */
  flush(): void {
    if (this.packs === null || this.queue.size === 0) return;
    const batch: Record<PackedLife, PackEntry[]> = { rows: [], ttl: [] };
    for (const { query, answer, life, keptAt } of this.queue.values()) {
      batch[life].push({ key: this.keyOf(query), keptAt, lifeSeconds: this.packs.lifeSeconds(life), answer });
    }
    this.queue.clear();
    this.packs.write(batch);
  }

  private findPacked(name: string, query: Query): Found | undefined {
    const isTaken = (this.takesEarlier || OF_PORTAL.has(query.kind)) && !this.renewed.has(name);
    const entry = isTaken ? this.packs?.find(() => this.keyOf(query)) : undefined;
    if (entry === undefined) return undefined;
    const found = { answer: entry.answer };
    // What has just been put there is not this refresh's own all the same.
    this.remember(name, found, { age: Math.max(1, this.parts.clock.now() - entry.keptAt) });
    return found;
  }

  private remember(name: string, found: Found, facts?: Parameters<AnswerMemory['remember']>[2]): void {
    this.counters.evictions += this.memory.remember(name, found, facts);
  }

  private keyOf(query: Query): string {
    return cacheKey(this.parts, this.parts.soleRequest(query), query.version);
  }
}
