/** What a refresh cost, against making both sheets without asking the cache first. */

export interface RefreshStatistics {
  /** Lines of the brief sheet. */
  readonly invoices: number;
  /** Product rows on the detail sheet. */
  readonly rows: number;
  readonly requests: { readonly total: number; readonly byMethod: Readonly<Record<string, number>> };
  readonly cache: CacheCounts;
  readonly baselineRequests: number;
  readonly savedPercent: number;
  readonly durationMs: number;
}

export interface CacheCounts {
  readonly hits: number;
  readonly misses: number;
  readonly stores: number;
  readonly evictions: number;
  readonly bytes: number;
}

export const addCounts = (a: CacheCounts, b: CacheCounts): CacheCounts => ({
  hits: a.hits + b.hits,
  misses: a.misses + b.misses,
  stores: a.stores + b.stores,
  evictions: a.evictions + b.evictions,
  bytes: a.bytes + b.bytes,
});

export const NO_COUNTS: CacheCounts = { hits: 0, misses: 0, stores: 0, evictions: 0, bytes: 0 };
