/** Evicted, damaged and refused entries cost misses: no error, no wrong data. */
import type { Codec } from '../../../src/platform/platform';
import { nodeCodec } from '../../support/nodeCodec';
import { query } from '../../../src/domain/query';
import { Portal } from './a-cache';
import { aRow, requisiteId } from './answers';

const link = query('link', 7);
const rows = query('rows', 7, 'v1');

function portalWithAnswers(): Portal {
  const portal = new Portal();
  const cache = portal.cache();
  cache.keep(link, requisiteId(9), 'ttl');
  cache.keep(rows, [aRow(1, 'Труба')], 'rows');
  cache.flush();
  return portal;
}

const refuse = (): never => {
  throw new Error('SECRET-IN-PLATFORM-TEXT');
};

describe('a cache that loses entries', () => {
  it('misses what the platform evicted and still knows the rest', () => {
    const portal = portalWithAnswers();
    const [lost] = [...portal.store.entries.keys()].filter((name) => name.includes('.ttl.'));
    portal.store.entries.delete(lost ?? '');
    const cache = portal.cache();
    expect(cache.find(link)).toBeUndefined();
    expect(cache.find(rows)).toEqual({ answer: [aRow(1, 'Труба')] });
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['foreign', () => '{"some":"thing"}'],
    ['changed in one letter', (text: string) => text.replace(/"body":"(.{40})./, '"body":"$1*')],
    ['changed in its time', (text: string) => text.replace(/"at":1/, '"at":2')],
  ])('misses a pack that is %s, removes it and counts it', (_, change) => {
    const portal = portalWithAnswers();
    portal.store.spoil(change);
    const cache = portal.cache();
    expect(cache.find(link)).toBeUndefined();
    expect(cache.find(rows)).toBeUndefined();
    expect(cache.statistics).toMatchObject({ hits: 0, misses: 2, evictions: 2 });
    expect(portal.store.entries.size).toBe(0);
    expect(portal.store.calls.removeAll).toBe(1);
  });

  it('writes again what it had lost', () => {
    const portal = portalWithAnswers();
    portal.store.spoil(() => 'damaged');
    const cache = portal.cache();
    cache.find(link);
    cache.keep(link, requisiteId(10), 'ttl');
    cache.flush();
    expect(portal.cache().find(link)).toEqual({ answer: 10 });
  });

  it.each([['getAll'], ['putAll'], ['removeAll']] as const)(
    'goes on when the platform refuses %s',
    (call) => {
      const portal = portalWithAnswers();
      portal.store.spoil(() => 'damaged');
      portal.store.refused.add(call);
      const cache = portal.cache();
      cache.find(link);
      cache.keep(link, requisiteId(11), 'ttl');
      cache.flush();
      cache.keep(rows, [], 'rows');
      cache.flush();
      expect(cache.find(link)).toEqual({ answer: 11 });
      expect(cache.find(rows)).toEqual({ answer: [] });
    },
  );

  it.each([
    ['getAll', 'The cache could not be read; what it held will be asked again.'],
    ['putAll', 'The cache could not be written; what it missed will be asked again.'],
  ] as const)('warns once, with a text of its own, when the platform refuses %s', (call, warning) => {
    const portal = portalWithAnswers();
    portal.store.refused.add(call);
    const cache = portal.cache();
    for (const id of [1, 2, 3]) {
      cache.find(query('link', id));
      cache.keep(query('link', id), null, 'ttl');
      cache.flush();
    }
    expect(portal.warnings).toEqual([warning]);
  });

  it('counts nothing as stored that the platform refused', () => {
    const portal = new Portal();
    portal.store.refused.add('putAll');
    const cache = portal.cache();
    cache.keep(link, requisiteId(9), 'ttl');
    cache.flush();
    expect(cache.statistics).toMatchObject({ stores: 0, bytes: 0, evictions: 0 });
  });

  it('reads the packs once even when the read was refused', () => {
    const portal = new Portal();
    portal.store.refused.add('getAll');
    const cache = portal.cache();
    cache.find(link);
    cache.find(rows);
    expect(portal.store.calls.getAll).toBe(1);
    expect(cache.statistics).toMatchObject({ hits: 0, misses: 2 });
  });

  it('still serves what it read when the removal of a damaged pack is refused', () => {
    const portal = portalWithAnswers();
    for (const name of portal.store.entries.keys())
      if (name.includes('.ttl.')) portal.store.entries.set(name, 'x');
    portal.store.refused.add('removeAll');
    expect(portal.cache().find(rows)).toBeDefined();
  });

  it.each<[string, Partial<Codec>]>([
    ['compress', { compress: refuse }],
    ['expand', { expand: refuse }],
  ])('goes on when the codec cannot %s', (_, broken) => {
    const portal = portalWithAnswers();
    const cache = portal.cache({ codec: { ...nodeCodec, ...broken } });
    cache.find(link);
    cache.keep(link, requisiteId(11), 'ttl');
    cache.flush();
    expect(cache.find(link)).toEqual({ answer: 11 });
    expect(portal.warnings.join()).not.toContain('SECRET');
  });

  it('keeps an answer too large for a pack in memory only', () => {
    const portal = new Portal();
    const cache = portal.cache({ codec: { ...nodeCodec, compress: (text) => text.padEnd(120_000, ' ') } });
    cache.keep(link, requisiteId(9), 'ttl');
    cache.flush();
    expect(portal.store.calls.putAll).toBe(0);
    expect(cache.find(link)).toEqual({ answer: 9 });
    expect(portal.warnings).toEqual([]);
  });
});
