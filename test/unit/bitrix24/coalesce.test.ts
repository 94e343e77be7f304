/** Which queries are asked for now, which wait, and which go together. */
import { planReads, type OwnerLists } from '../../../src/bitrix24/coalesce';
import { PAGE_SIZE } from '../../../src/domain/portal';
import { query, type Query, type QueryKind } from '../../../src/domain/query';

const queries = (kind: QueryKind, count: number, from = 1): Query[] =>
  Array.from({ length: count }, (_, index) => query(kind, from + index));

function plan(open: readonly Query[], active: readonly QueryKind[] = [], ownerLists: OwnerLists = 'taken') {
  const { chunks, waiting } = planReads(open, new Set(active), ownerLists);
  return {
    chunks: chunks.map((chunk) => `${chunk[0]?.kind ?? ''} × ${chunk.length}`),
    waiting: waiting.length,
  };
}

describe('queries that stand alone', () => {
  it.each(['invoices', 'total', 'stages', 'fields', 'profile'] as const)(
    'are asked one by one at once: %s',
    (kind) => {
      const open = queries(kind, 3);
      expect(plan(open, ['invoices', 'link', 'rows'])).toEqual({
        chunks: Array(3).fill(`${kind} × 1`),
        waiting: 0,
      });
    },
  );
});

describe('a chunk', () => {
  it('holds at most fifty queries of one kind', () => {
    expect(plan([...queries('link', 120), ...queries('rows', 51)])).toEqual({
      chunks: ['rows × 50', 'rows × 1', 'link × 50', 'link × 50', 'link × 20'],
      waiting: 0,
    });
  });

  it('is in the order of ids, whatever the order of the queries', () => {
    const shuffled = [query('link', 30), query('link', 4), query('link', 200), query('link', 7)];
    const [chunk] = planReads(shuffled, new Set(), 'taken').chunks;
    expect(chunk?.map(({ id }) => id)).toEqual([4, 7, 30, 200]);
  });
});

describe('less than a chunk', () => {
  it.each([
    ['link', 'invoices'],
    ['rows', 'invoices'],
    ['requisite', 'link'],
    ['companyRequisites', 'link'],
    ['companyRequisites', 'requisite'],
    ['contactRequisites', 'companyRequisites'],
    ['company', 'contactRequisites'],
    ['contact', 'company'],
    ['contact', 'invoices'],
  ] as const)('of %s waits while %s may bring more', (kind, earlier) => {
    expect(plan(queries(kind, 49), [earlier])).toEqual({ chunks: [], waiting: 49 });
    expect(plan(queries(kind, 49))).toEqual({ chunks: [`${kind} × 49`], waiting: 0 });
  });

  it.each([
    ['link', 'rows'],
    ['link', 'stages'],
    ['link', 'profile'],
    ['rows', 'link'],
    ['requisite', 'rows'],
    ['requisite', 'companyRequisites'],
    ['company', 'contact'],
  ] as const)('of %s does not wait for %s, which brings none', (kind, other) => {
    expect(plan(queries(kind, 49), [other])).toEqual({ chunks: [`${kind} × 49`], waiting: 0 });
  });

  it('waits for queries that are only asked for in this very plan', () => {
    const open = [...queries('link', 50), ...queries('requisite', 10)];
    expect(plan(open)).toEqual({ chunks: ['link × 50'], waiting: 10 });
  });

  it('waits for queries that wait themselves', () => {
    const open = [...queries('link', 10), ...queries('requisite', 10)];
    expect(plan(open, ['invoices'])).toEqual({ chunks: [], waiting: 20 });
  });
});

describe('a full chunk', () => {
  it('never waits, and what is left over does', () => {
    expect(plan(queries('requisite', 70), ['invoices', 'link'])).toEqual({
      chunks: ['requisite × 50'],
      waiting: 20,
    });
    expect(plan(queries('rows', 100), ['invoices'])).toEqual({
      chunks: ['rows × 50', 'rows × 50'],
      waiting: 0,
    });
  });
});

describe('rows of a portal', () => {
  it('that nobody knows yet are asked for by one list, the probe', () => {
    expect(plan(queries('rows', 120), [], 'unknown')).toEqual({ chunks: ['rows × 50'], waiting: 70 });
    expect(plan(queries('rows', 30), [], 'unknown')).toEqual({ chunks: ['rows × 30'], waiting: 0 });
  });

  it('are not asked for beside the probe', () => {
    expect(plan(queries('rows', 120), ['rows'], 'unknown')).toEqual({ chunks: [], waiting: 120 });
  });

  it('that takes no lists are asked for one by one, and none waits', () => {
    expect(plan(queries('rows', 60), ['invoices', 'rows'], 'refused')).toEqual({
      chunks: Array(60).fill('rows × 1'),
      waiting: 0,
    });
  });

  it.each(['unknown', 'refused'] as const)(
    'are alone in that: of links lists are taken (%s)',
    (ownerLists) => {
      expect(plan(queries('link', 120), [], ownerLists)).toEqual({
        chunks: ['link × 50', 'link × 50', 'link × 20'],
        waiting: 0,
      });
    },
  );

  it('that takes lists are asked for in as many lists as there are', () => {
    expect(plan(queries('rows', 120), ['rows'], 'taken').chunks).toEqual([
      'rows × 50',
      'rows × 50',
      'rows × 20',
    ]);
  });
});

describe('the size of a chunk', () => {
  it("is the portal's page", () => {
    expect(PAGE_SIZE).toBe(50);
  });
});
