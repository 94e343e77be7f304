/** How long answers are served. */
import { query } from '../../../src/domain/query';
import { Portal } from './a-cache';
import { aRow, requisiteId } from './answers';

const link = query('link', 7);
const rows = query('rows', 7, '2026-03-01T10:00:00+03:00');

function portalWithAnswers(ttlSeconds = 300): Portal {
  const portal = new Portal();
  const cache = portal.cache({ ttlSeconds });
  cache.keep(link, requisiteId(9), 'ttl');
  cache.keep(rows, [aRow(1, 'Труба')], 'rows');
  cache.flush();
  return portal;
}

describe('the life of an answer', () => {
  it('ends with the TTL for a later execution, to the millisecond', () => {
    const portal = portalWithAnswers();
    portal.clock.milliseconds += 299_999;
    expect(portal.cache().find(link)).toBeDefined();
    portal.clock.milliseconds += 1;
    expect(portal.cache().find(link)).toBeUndefined();
  });

  it('is 21,600 s for versioned rows, whatever the TTL', () => {
    const portal = portalWithAnswers();
    portal.clock.passSeconds(21_599);
    expect(portal.cache().find(rows)).toBeDefined();
    portal.clock.passSeconds(1);
    expect(portal.cache().find(rows)).toBeUndefined();
  });

  it('begins when the answer is kept, not when it is written', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(link, requisiteId(9), 'ttl');
    portal.clock.passSeconds(200);
    cache.flush();
    expect(portal.store.expirations).toEqual([100]);
    portal.clock.passSeconds(100);
    expect(portal.cache().find(link)).toBeUndefined();
  });

  it('lasts to the end of the refresh that fetched it', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(link, requisiteId(9), 'ttl');
    cache.flush();
    portal.clock.passSeconds(1_000);
    expect(cache.find(link)).toEqual({ answer: 9 });
  });

  it('lasts to the end of a refresh that was served it once while it was fresh', () => {
    const cache = portalWithAnswers();
    const served = cache.cache();
    served.find(link);
    cache.clock.passSeconds(1_000);
    expect(served.find(link)).toEqual({ answer: 9 });
  });

  it('is looked at when the answer is asked for, not when the packs are read', () => {
    const portal = portalWithAnswers();
    const cache = portal.cache();
    cache.find(query('link', 1));
    portal.clock.passSeconds(300);
    expect(cache.find(link)).toBeUndefined();
  });

  it('becomes shorter when the TTL was lowered since, and rows keep theirs', () => {
    const portal = portalWithAnswers(3_600);
    portal.clock.passSeconds(59);
    expect(portal.cache({ ttlSeconds: 60 }).find(link)).toEqual({ answer: 9 });
    portal.clock.passSeconds(1);
    expect(portal.cache({ ttlSeconds: 60 }).find(link)).toBeUndefined();
    expect(portal.cache({ ttlSeconds: 60 }).find(rows)).toBeDefined();
  });

  it('does not become longer when the TTL was raised since', () => {
    const portal = portalWithAnswers(60);
    portal.clock.passSeconds(60);
    expect(portal.cache({ ttlSeconds: 3_600 }).find(link)).toBeUndefined();
  });

  it('is this execution only for what is kept for the refresh', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(rows, 'unavailable', 'refresh');
    cache.flush();
    expect(cache.find(rows)).toEqual({ answer: 'unavailable' });
    expect(portal.store.calls.putAll).toBe(0);
    expect(portal.cache().find(rows)).toBeUndefined();
  });

  it('is this execution only when a later answer for the refresh replaces one that was to be stored', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(rows, [], 'rows');
    cache.keep(rows, 'unavailable', 'refresh');
    cache.flush();
    expect(portal.cache().find(rows)).toBeUndefined();
  });

  it('ends with the epoch and belongs to one connection', () => {
    const portal = portalWithAnswers();
    expect(portal.cache({ epoch: 2 }).find(link)).toBeUndefined();
    expect(portal.cache({ connection: 'd'.repeat(64) }).find(link)).toBeUndefined();
    expect(portal.cache().find(link)).toBeDefined();
  });

  it('removes packs without a fresh answer in one call and counts their answers as evicted', () => {
    const portal = portalWithAnswers();
    portal.clock.passSeconds(300);
    const cache = portal.cache();
    cache.find(link);
    cache.find(rows);
    expect(portal.store.calls.removeAll).toBe(1);
    expect(portal.store.entries.size).toBe(1);
    expect(cache.statistics).toMatchObject({ hits: 1, misses: 1, evictions: 1 });
  });

  it.each([
    ['without a store', { store: null }],
    ['with a TTL of 0', { ttlSeconds: 0 }],
  ])('is this execution only %s, rows included', (_, changes) => {
    const portal = portalWithAnswers();
    const before = { ...portal.store.calls };
    const cache = portal.cache(changes);
    expect(cache.find(rows)).toBeUndefined();
    cache.keep(rows, [], 'rows');
    cache.flush();
    expect(cache.find(rows)).toEqual({ answer: [] });
    expect(portal.store.calls).toEqual(before);
    expect(portal.warnings).toEqual([]);
    expect(cache.statistics).toEqual({ hits: 1, misses: 1, stores: 0, evictions: 0, bytes: 0 });
  });
});
