/**
 * What the cache counts during one execution.
 */

export interface CacheStatistics {
  /** Logical answers asked for and given. */
  readonly hits: number;
  /** Logical answers asked for and not known. */
  readonly misses: number;
  /** Logical answers written to the platform's cache. */
  readonly stores: number;
  /** Kept answers removed as stale or for a bound; a damaged pack, whose answers nobody can count, is one. */
  readonly evictions: number;
  /** Bytes put into the platform's cache, answers written again with others included. */
  readonly bytes: number;
}

/** The same while counting. */
export type CacheCounters = { -readonly [Name in keyof CacheStatistics]: CacheStatistics[Name] };
