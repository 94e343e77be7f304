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

const PAGE = 50;

/**
 * Requests of the naive scheme: for each sheet the list, its last empty page, and for each invoice its rows,
 * its link and its requisite.
 */
export function baselineRequests(invoices: number, sheets: 1 | 2): number {
  return sheets * (3 * invoices + Math.ceil(invoices / PAGE) + 1);
}

/** Per cent with one decimal. */
export function savedPercent(requests: number, baseline: number): number {
  return Math.round((1 - requests / baseline) * 1000) / 10;
}

export const addCounts = (a: CacheCounts, b: CacheCounts): CacheCounts => ({
  hits: a.hits + b.hits,
  misses: a.misses + b.misses,
  stores: a.stores + b.stores,
  evictions: a.evictions + b.evictions,
  bytes: a.bytes + b.bytes,
});

export const NO_COUNTS: CacheCounts = { hits: 0, misses: 0, stores: 0, evictions: 0, bytes: 0 };
