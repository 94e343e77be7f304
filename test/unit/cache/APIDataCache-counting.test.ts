/** What counts as a hit, a miss, a store, an eviction and a byte. */
import type { ProductRow } from '../../../src/domain/records';
import { query } from '../../../src/domain/query';
import { Portal } from './a-cache';
import { aCompany, aRow, requisiteId } from './answers';

describe('APIDataCache', () => {
  it('counts one miss for a query nobody answered and one hit for each ask after that', () => {
    const cache = new Portal().cache();
    expect(cache.find(query('company', 5))).toBeUndefined();
    cache.keep(query('company', 5), aCompany(5, 'ООО «Ромашка»'), 'ttl');
    expect(cache.find(query('company', 5))).toEqual({ answer: aCompany(5, 'ООО «Ромашка»') });
    expect(cache.find(query('company', 5))).toEqual({ answer: aCompany(5, 'ООО «Ромашка»') });
    expect(cache.statistics).toMatchObject({ hits: 2, misses: 1 });
  });

  it('tells queries apart by kind, id and version', () => {
    const cache = new Portal().cache();
    cache.keep(query('rows', 5, '2026-03-01T10:00:00+03:00'), [], 'rows');
    expect(cache.find(query('rows', 5, '2026-03-01T10:00:01+03:00'))).toBeUndefined();
    expect(cache.find(query('rows', 6, '2026-03-01T10:00:00+03:00'))).toBeUndefined();
    expect(cache.find(query('link', 5, '2026-03-01T10:00:00+03:00'))).toBeUndefined();
    expect(cache.statistics).toMatchObject({ hits: 0, misses: 3 });
  });

  it('counts a hit when an earlier execution knew the answer', () => {
    const portal = new Portal();
    const earlier = portal.cache();
    earlier.keep(query('link', 7), requisiteId(9), 'ttl');
    earlier.flush();
    const later = portal.cache();
    expect(later.find(query('link', 7))).toEqual({ answer: 9 });
    expect(later.find(query('link', 8))).toBeUndefined();
    expect(later.statistics).toEqual({ hits: 1, misses: 1, stores: 0, evictions: 0, bytes: 0 });
  });

  it('counts the answers it stored and the bytes it put', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(query('link', 7), requisiteId(9), 'ttl');
    cache.keep(query('rows', 7, 'v1'), [aRow(1, 'Труба')], 'rows');
    cache.keep(query('rows', 8, 'v1'), 'unavailable', 'refresh');
    expect(cache.statistics).toMatchObject({ stores: 0, bytes: 0 });
    cache.flush();
    expect(cache.statistics).toMatchObject({ stores: 2, bytes: portal.store.bytesPut });
    cache.keep(query('link', 8), null, 'ttl');
    cache.flush();
    expect(cache.statistics).toMatchObject({ stores: 3, bytes: portal.store.bytesPut, evictions: 0 });
  });

  it('counts a stale answer as evicted that a rewritten pack leaves out', () => {
    const portal = new Portal();
    const cache = portal.cache();
    for (const id of [7, 8]) {
      cache.keep(query('link', id), requisiteId(9), 'ttl');
      cache.flush();
      portal.clock.passSeconds(300);
    }
    expect(cache.statistics).toMatchObject({ stores: 2, evictions: 1 });
  });

  it('counts an answer as evicted that memory has no room for', () => {
    const cache = new Portal().cache();
    cache.keep(query('link', 7), requisiteId(9), 'refresh');
    cache.keep(query('rows', 7, 'v1'), Array<ProductRow>(200_000).fill(aRow(1, 'Труба')), 'refresh');
    expect(cache.statistics.evictions).toBe(1);
    expect(cache.find(query('link', 7))).toBeUndefined();
  });

  it('gives a copy of its statistics', () => {
    const cache = new Portal().cache();
    const before = cache.statistics;
    cache.find(query('link', 7));
    expect(before.misses).toBe(0);
  });

  it.each([null, false, 0, '', []])('knows that %j is an answer', (answer) => {
    const portal = new Portal();
    const first = portal.cache();
    // A query's answer may be any JSON value as far as the cache is concerned.
    first.keep(query('link', 7), answer as never, 'ttl');
    first.flush();
    expect(first.find(query('link', 7))).toEqual({ answer });
    expect(portal.cache().find(query('link', 7))).toEqual({ answer });
  });

  it.each([-1, 0.5, 21_601, NaN])('refuses a TTL of %d seconds', (ttlSeconds) => {
    const refusal = new RangeError(`expected ttlSeconds 0…21600 but received ${ttlSeconds}`);
    expect(() => new Portal().cache({ ttlSeconds })).toThrow(refusal);
  });

  it.each([0, 1, 21_600])('takes a TTL of %d seconds', (ttlSeconds) => {
    expect(() => new Portal().cache({ ttlSeconds })).not.toThrow();
  });
});
