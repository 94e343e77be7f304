/** Product rows out of replies: where a list of them goes on, where it ends, and which replies are not believed. */
import type { Reply } from '../../../src/bitrix24/Bitrix24Client';
import { readProductRows } from '../../../src/bitrix24/read-product-rows';
import type { ReadResult } from '../../../src/bitrix24/read';
import type { ProductRow } from '../../../src/domain/records';
import { query } from '../../../src/domain/query';
import { converse, numbers, refuses, says, type Conversation } from './a-conversation';
import { codeThrownBy } from './code-thrown-by';

const aRow = (id: number, ownerId = 1): object => ({
  id,
  ownerId,
  productName: 'Бетон',
  price: 1,
  quantity: 1,
});
const rows = (first: number, count: number): object => ({
  productRows: numbers(first, count).map((id) => aRow(id)),
});

const ask = (owners: readonly number[], ...replies: readonly Reply[]): Conversation =>
  converse(readProductRows(owners.map((id) => query('rows', id))), ...replies);

const idsOf = (result: ReadResult): unknown =>
  result === 'again'
    ? result
    : result.map(({ answer }) => (answer as readonly ProductRow[]).map(({ id }) => id));

describe('a list of rows', () => {
  it('goes on behind the last id as long as the portal names a next page', () => {
    const { calls, result } = ask([1], says(rows(1, 50), { next: 50 }), says(rows(51, 3)));
    expect(calls.map(({ params }) => params['filter'])).toEqual([
      { '=ownerType': 'SI', '=ownerId': 1 },
      { '=ownerType': 'SI', '=ownerId': 1, '>id': 50 },
    ]);
    expect(idsOf(result)).toEqual([numbers(1, 53)]);
  });

  it.each<readonly [number, string, Reply]>([
    [1, 'a full page that is all the portal counts', says(rows(1, 50), { total: 50 })],
    [2, 'a full page where the portal counts one more', says(rows(1, 50), { total: 51 })],
    [1, 'a full page where the portal does not count', says(rows(1, 50))],
    [1, 'a page that is not full, whatever the portal counts', says(rows(1, 49), { total: 60 })],
    [2, 'a page that is not full but names a next one', says(rows(1, 10), { next: 50 })],
    [1, 'an empty page, even if it names a next one', says(rows(1, 0), { next: 50 })],
  ])('takes %d request(s) where it begins with %s', (requests, _, first) => {
    expect(ask([1], first, says({ productRows: [] })).calls).toHaveLength(requests);
  });

  it('that never ends is given up', () => {
    let asked = 0;
    const read = readProductRows([query('rows', 1)]);
    const act = (): void => {
      for (let step = read.next(); !step.done; step = read.next(says(rows(asked, 1), { next: 50 })))
        asked += 1;
    };
    expect(codeThrownBy(act)).toBe('badAnswer');
    expect(asked).toBe(2_000);
  });

  it('of several invoices gives each its own, also nothing, in the order asked', () => {
    const productRows = [aRow(1, 7), aRow(2, 5), aRow(3, 7)];
    const { calls, result } = ask([7, 6, 5], says({ productRows }));
    expect(calls).toEqual([
      {
        method: 'crm.item.productrow.list',
        params: { filter: { '=ownerType': 'SI', '=ownerId': [7, 6, 5] }, order: { id: 'ASC' }, start: 0 },
      },
    ]);
    expect(idsOf(result)).toEqual([[1, 3], [], [2]]);
  });
});

describe('a refusal', () => {
  it.each(['ACCESS_DENIED', 'REQUIRED_ARG_MISSING'])(
    'of a list by %s has its owners asked singly',
    (code) => {
      expect(ask([1, 2], refuses(code)).result).toBe('again');
    },
  );

  it('of one invoice makes its rows unavailable for this refresh', () => {
    expect(ask([1], refuses('ACCESS_DENIED', 'accessDenied')).result).toEqual([
      { query: query('rows', 1), answer: 'unavailable', life: 'refresh' },
    ]);
  });

  it.each<readonly [string, readonly number[], Reply, string]>([
    ['for want of an argument, of one invoice', [1], refuses('REQUIRED_ARG_MISSING'), 'refused'],
    ['for the plan, of one invoice', [1], refuses('ACCESS_DENIED', 'subscription'), 'subscription'],
    ['for the plan, of a list', [1, 2], refuses('ACCESS_DENIED', 'subscription'), 'subscription'],
    ['with another code, of a list', [1, 2], refuses('INTERNAL', 'serverError'), 'serverError'],
    ['without a code, of one invoice', [1], refuses(undefined, 'timeout'), 'timeout'],
  ])('%s, ends the refresh', (_, owners, reply, code) => {
    expect(codeThrownBy(() => ask(owners, reply))).toBe(code);
  });
});

describe('a reply is not believed', () => {
  it.each<readonly [string, unknown]>([
    ['that is no object', 'x'],
    ['without a list', { productRows: {} }],
    ['with the rows of an invoice nobody asked about', { productRows: [aRow(1, 2)] }],
    ['with a row twice', { productRows: [aRow(1), aRow(1)] }],
    ['with ids that go back', { productRows: [aRow(2), aRow(1)] }],
  ])('%s', (_, result) => {
    expect(codeThrownBy(() => ask([1], says(result)))).toBe('badAnswer');
  });

  it('whose page begins before the end of the page before', () => {
    const act = (): unknown => ask([1], says(rows(1, 50), { next: 50 }), says(rows(50, 1)));
    expect(codeThrownBy(act)).toBe('badAnswer');
  });
});

describe('rows are kept', () => {
  const CHANGED = '2026-05-20T12:00:00+03:00';
  const lifeAt = (...clocks: readonly (number | undefined)[]): unknown => {
    const replies = clocks.map((clock, page) =>
      says(rows(page * 50 + 1, 50), {
        ...(clock === undefined ? {} : { startedAt: clock }),
        ...(page < clocks.length - 1 ? { next: 50 } : {}),
      }),
    );
    const { result } = converse(readProductRows([query('rows', 1, CHANGED)]), ...replies);
    return result === 'again' ? result : result[0]?.life;
  };
  const changedAt = Date.parse(CHANGED);

  it('long from five minutes after the change on', () => {
    expect(lifeAt(changedAt + 299_999)).toBe('refresh');
    expect(lifeAt(changedAt + 300_000)).toBe('rows');
  });

  it('by the clock of the first page', () => {
    expect(lifeAt(changedAt, changedAt + 600_000)).toBe('refresh');
    expect(lifeAt(changedAt + 600_000, changedAt)).toBe('rows');
  });

  it('for this refresh only where the first page shows no clock', () => {
    expect(lifeAt(undefined, changedAt + 600_000)).toBe('refresh');
  });
});
