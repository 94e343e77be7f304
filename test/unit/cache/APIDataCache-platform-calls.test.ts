/** How often the platform's cache is called, and with what. */
import { sha256Hex } from '../../../src/hash/sha256';
import { query } from '../../../src/domain/query';
import { soleRequest, Portal } from './a-cache';
import { aCompany, aRow, requisiteId } from './answers';

describe('calls of the platform’s cache', () => {
  it('are none before memory cannot answer', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(query('link', 7), requisiteId(9), 'ttl');
    cache.find(query('link', 7));
    expect(portal.store.calls).toEqual({ getAll: 0, putAll: 0, removeAll: 0 });
  });

  it('are one read an execution and one write a flush', () => {
    const portal = new Portal();
    const cache = portal.cache();
    for (let id = 0; id < 50; id += 1) {
      cache.find(query('link', id));
      cache.keep(query('link', id), requisiteId(id), 'ttl');
      cache.keep(query('rows', id, 'v1'), [aRow(id, 'Труба')], 'rows');
      if (id % 10 === 9) cache.flush();
    }
    expect(portal.store.calls).toEqual({ getAll: 1, putAll: 5, removeAll: 0 });
  });

  it('are none at a flush with nothing to write', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.flush();
    expect(portal.store.calls.getAll).toBe(0);
    cache.keep(query('link', 7), null, 'ttl');
    cache.flush();
    cache.flush();
    expect(portal.store.calls).toEqual({ getAll: 1, putAll: 1, removeAll: 0 });
  });

  it('are no write when all that was kept has expired meanwhile', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(query('link', 7), null, 'ttl');
    portal.clock.passSeconds(300);
    cache.flush();
    expect(portal.store.calls.putAll).toBe(0);
  });

  it('keep what earlier executions wrote although this one only writes', () => {
    const portal = new Portal();
    for (const id of [1, 2, 3]) {
      const cache = portal.cache();
      cache.keep(query('link', id), requisiteId(id), 'ttl');
      cache.flush();
    }
    const last = portal.cache();
    expect([1, 2, 3].map((id) => last.find(query('link', id))?.answer)).toEqual([1, 2, 3]);
  });

  it('give the longest remaining life of what is written', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(query('link', 7), null, 'ttl');
    cache.flush();
    cache.keep(query('link', 8), null, 'ttl');
    cache.keep(query('rows', 8, 'v1'), [], 'rows');
    cache.flush();
    expect(portal.store.expirations).toEqual([300, 21_600]);
  });

  it('do not write answers of the other life again', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(query('link', 7), requisiteId(9), 'ttl');
    cache.flush();
    const [links] = [...portal.store.entries];
    portal.clock.passSeconds(1);
    cache.keep(query('rows', 7, 'v1'), [], 'rows');
    cache.flush();
    expect([...portal.store.entries][0]).toEqual(links);
    expect(portal.store.entries.size).toBe(2);
  });

  it('give a second to what has less than a second left', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(query('link', 7), null, 'ttl');
    portal.clock.milliseconds += 299_999;
    cache.flush();
    expect(portal.store.expirations).toEqual([1]);
  });

  it('give no longer life than the platform takes where the clock was put back', () => {
    const portal = new Portal();
    const cache = portal.cache();
    cache.keep(query('rows', 7, 'v1'), [], 'rows');
    portal.clock.passSeconds(-1);
    cache.flush();
    expect(portal.store.expirations).toEqual([21_600]);
  });

  it('hold no more than is asked of them: a request is made only for packs', () => {
    const portal = new Portal();
    let asked = 0;
    const cache = portal.cache({
      soleRequest: (query) => {
        asked += 1;
        return soleRequest(query);
      },
    });
    for (let id = 0; id < 100; id += 1) cache.find(query('link', id));
    expect(asked).toBe(0);
  });

  it('carry no text of the answers, the queries or the connection in the open', () => {
    const portal = new Portal();
    const connection = sha256Hex('https://portal.example/rest/1/s3cret/');
    const cache = portal.cache({ connection });
    cache.keep(query('company', 5), aCompany(5, 'OOO Romashka'), 'ttl');
    cache.flush();
    const everything = [...portal.store.entries].flat().join('\n');
    expect(everything).not.toMatch(/s3cret|portal\.example|Romashka|crm\.company/);
    expect(everything).not.toContain(connection);
  });
});
