/** The table of query kinds: what the compiler cannot see of an entry. */
import { kindsBefore, QUERIES, QUERY_KINDS, READ_PHASES, soleRequest } from '../../../src/bitrix24/queries';
import { query } from '../../../src/domain/query';

const IDS = [1, 2];

describe('the kinds of queries', () => {
  it.each(QUERY_KINDS)('%s is planned after all kinds whose answers bring queries of it', (kind) => {
    const earlier = QUERY_KINDS.slice(0, QUERY_KINDS.indexOf(kind));
    expect(earlier).toEqual(expect.arrayContaining([...kindsBefore(kind)]));
  });

  it.each(QUERY_KINDS)('%s is read in no earlier phase than those it comes after', (kind) => {
    const place = (each: typeof kind) => READ_PHASES.indexOf(QUERIES[each].phase);
    for (const earlier of kindsBefore(kind)) expect(place(earlier)).toBeLessThanOrEqual(place(kind));
  });

  it('are known in the cache by requests of which no two are the same', () => {
    const requests = QUERY_KINDS.flatMap((kind) => {
      const ids = kind === 'invoices' || QUERIES[kind].groups !== 'alone' ? IDS : [0];
      return ids.map((id) => JSON.stringify(soleRequest(query(kind, id))));
    });
    expect(new Set(requests).size).toBe(requests.length);
  });
});
