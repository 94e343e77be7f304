/** What the cache and the coalescing of requests save, against making both sheets without them. */
import { PAGE_SIZE } from './portal';

/**
 * Requests of the naive scheme: for each sheet the list, its last empty page, and for each invoice its rows,
 * its link and its requisite.
 */
export function baselineRequests(invoices: number, sheets: 1 | 2): number {
  return sheets * (3 * invoices + Math.ceil(invoices / PAGE_SIZE) + 1);
}

/** Per cent with one decimal; below 0 where more was asked than the naive scheme would. */
export function savedPercent(requests: number, baseline: number): number {
  return Math.round((1 - requests / baseline) * 1000) / 10;
}
