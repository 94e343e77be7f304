import { promisedFor, promisedWhole, sum, type Changes, type Term } from '../../../cli/bench/promised';

const NOTHING: Changes = {
  invoices: 1_000,
  namedBy: 0,
  isDue: false,
  isClick: false,
  facts: 0,
  changedRows: [],
  deleted: 0,
  hits: 0,
  ownerLists: true,
};
const total = (terms: readonly Term[]): number => sum(terms.map(({ requests }) => requests));
const of = (changes: Partial<Changes>): number => total(promisedFor({ ...NOTHING, ...changes }));
const spread = (invoices: number, rows: number): number[] => Array.from({ length: invoices }, () => rows);

describe('Where nothing has changed', () => {
  test('two requests are enough within the TTL, however many invoices there are', () => {
    expect([of({ invoices: 1 }), of({ invoices: 10_000 })]).toEqual([2, 2]);
  });

  test('four are after it, and one more for each kind of client that gives names', () => {
    expect([of({ isDue: true }), of({ isDue: true, namedBy: 2 })]).toEqual([4, 6]);
  });

  test('a click reads buyers whole, in thirty requests at most and not where links alone take more', () => {
    const click = { isDue: true, isClick: true };
    expect([of(click), of({ ...click, invoices: 1_500 }), of({ ...click, invoices: 1_501 })]).toEqual([
      32, 32, 4,
    ]);
  });
});

describe('What has changed', () => {
  test('adds a page of the list for each full fifty, the rows, and a link request for each fifty', () => {
    expect(of({ changedRows: spread(49, 1) })).toBe(2 + 1 + 1);
    expect(of({ changedRows: spread(100, 5) })).toBe(2 + 2 + 10 + 2);
    expect(of({ changedRows: spread(100, 5), ownerLists: false })).toBe(2 + 2 + 100 + 2);
  });

  test('adds two requests and the halvings down to a page for one that was deleted', () => {
    expect(of({ deleted: 1 })).toBe(2 + 2 + 5);
    expect(of({ deleted: 1, invoices: 10_000 })).toBe(2 + 2 + 8);
    expect(of({ deleted: 1, invoices: 10 })).toBe(2 + 2);
  });

  test('adds four and the halvings for each check that found something', () => {
    expect(of({ isDue: true, hits: 2 })).toBe(4 + 2 * (4 + 5));
  });
});

test('a list that is read whole takes its pages, one that is empty, its links, buyers and facts, and no rows', () => {
  const whole = { invoices: 1_000, requisites: 300, companies: 0, contacts: 0, facts: 3 };
  expect(total(promisedWhole(whole))).toBe(50);
  expect(total(promisedWhole({ ...whole, companies: 51, contacts: 1 }))).toBe(50 + 2 * (2 + 1));
});
