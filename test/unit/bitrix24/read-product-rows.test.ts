/** Product rows of one invoice or several, page by page, on portals that take lists of owners and on those that do not. */
import { readOf } from '../../../src/bitrix24/queries';
import type { ReadResult } from '../../../src/bitrix24/read';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { ProductRows } from '../../../src/domain/records';
import { query } from '../../../src/domain/query';
import { changedAnswer, restFault } from '../../../portal/faults';
import type { Generation } from '../../../portal/generation';
import { aLine, codeThrownBy, type Line } from './a-line';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const PERIOD = {
  field: 'BEGINDATE' as FieldName,
  from: '2026-04-01' as IsoDate,
  to: '2026-06-30' as IsoDate,
};
const LIST = { period: PERIOD, dateFields: [] };

const readRows = (line: Line, ...owners: number[]): ReadResult =>
  line.finish(
    readOf(
      owners.map((id) => query('rows', id)),
      LIST,
    ),
  );

/** How many rows each owner got. */
function counts(result: ReadResult): unknown {
  if (result === 'again') return result;
  return result.map(({ query: { id }, answer }) => [id, (answer as ProductRows).length]);
}

const lineWith = (rowCounts: readonly number[], generation: Generation): Line =>
  aLine(
    (portal) =>
      rowCounts.forEach((count, index) =>
        portal.withInvoice({ ID: index + 1, rows: Array<object>(count).fill({}) }),
      ),
    { portal: { generation } },
  );

describe('the rows of one invoice', () => {
  it.each(
    GENERATIONS.flatMap((generation) =>
      [0, 1, 50, 51, 100, 120].map((count) => [generation, count] as const),
    ),
  )('are all there on %s: %i of them', (generation, count) => {
    const line = lineWith([count], generation);
    expect(counts(readRows(line, 1))).toEqual([[1, count]]);
    expect(line.asked).toHaveLength(Math.max(Math.ceil(count / 50), 1));
  });

  it('are asked for page by page behind the last id, by an owner who is a number', () => {
    const line = lineWith([51], 'new');
    readRows(line, 1);
    expect(line.portal.requests.map(({ params }) => params)).toEqual([
      { filter: { '=ownerType': 'SI', '=ownerId': 1 }, order: { id: 'ASC' }, start: 0 },
      { filter: { '=ownerType': 'SI', '=ownerId': 1, '>id': 50 }, order: { id: 'ASC' }, start: 0 },
    ]);
  });

  it('that may not be read are unavailable, which is an answer for this refresh only', () => {
    const line = lineWith([1], 'new');
    line.portal.change({ user: { admin: false, invoices: { except: [1] } } });
    expect(readRows(line, 1)).toEqual([{ query: query('rows', 1), answer: 'unavailable', life: 'refresh' }]);
  });

  it('are an error where the portal says that an argument is missing', () => {
    const line = lineWith([1], 'new');
    line.portal.change({ faults: () => restFault(400, 'REQUIRED_ARG_MISSING', 'x') });
    expect(codeThrownBy(() => readRows(line, 1))).toBe('refused');
  });

  it('are an error where the webhook is refused, not an unavailable invoice', () => {
    const line = lineWith([1], 'new');
    line.portal.change({ state: 'unpaid' });
    expect(codeThrownBy(() => readRows(line, 1))).toBe('subscription');
  });
});

describe('the rows of several invoices', () => {
  it.each(['old', 'mid'] as const)(
    'come in one list, each to its owner, with nothing for one without: %s',
    (generation) => {
      const line = lineWith([2, 0, 120, 1], generation);
      expect(counts(readRows(line, 1, 2, 3, 4))).toEqual([
        [1, 2],
        [2, 0],
        [3, 120],
        [4, 1],
      ]);
      expect(line.asked).toHaveLength(3);
    },
  );

  it('are asked for again one by one where the portal takes no lists', () => {
    const line = lineWith([1, 1], 'new');
    expect(readRows(line, 1, 2)).toBe('again');
    expect(line.portal.requests.map(({ error }) => error)).toEqual(['REQUIRED_ARG_MISSING']);
  });

  it('are asked for again one by one where the right to a list is refused', () => {
    const line = lineWith([1, 1, 1], 'mid');
    line.portal.change({ user: { admin: false, invoices: { except: [1] } } });
    expect(readRows(line, 2, 3)).toBe('again');
    expect(line.portal.requests.map(({ error }) => error)).toEqual(['ACCESS_DENIED']);
  });
});

describe('a page of rows that forgets to say `next`', () => {
  it('is followed by the next one as long as the total says that there is more', () => {
    const line = lineWith([120], 'new');
    const withoutNext = changedAnswer((body) => ({ ...(body as object), next: undefined }));
    line.portal.change({ faults: () => withoutNext });
    expect(counts(readRows(line, 1))).toEqual([[1, 120]]);
    expect(line.asked).toHaveLength(3);
  });
});

describe('an answer with rows', () => {
  const change = (
    line: Line,
    changes: (row: { id: number; ownerId: number }, index: number) => object,
  ): void => {
    const fault = changedAnswer((body) => {
      const answer = body as { result: { productRows: { id: number; ownerId: number }[] } };
      return { ...answer, result: { productRows: answer.result.productRows.map(changes) } };
    });
    line.portal.change({ faults: () => fault });
  };

  it.each<readonly [string, (row: { id: number; ownerId: number }, index: number) => object]>([
    ['of an invoice nobody asked about', (row, index) => (index === 1 ? { ...row, ownerId: 99 } : row)],
    ['twice', (row) => ({ ...row, id: 1 })],
    ['out of order', (row, index) => ({ ...row, id: 10 - index })],
    ['that have no owner', ({ id }) => ({ id })],
  ])('%s is not believed', (_, changes) => {
    const line = lineWith([3], 'mid');
    change(line, changes);
    expect(codeThrownBy(() => readRows(line, 1))).toBe('badAnswer');
  });
});

describe('how long rows are kept', () => {
  /** The invoice changed so many milliseconds before the portal answers. */
  function lifeOf(version: (portalTime: number) => string, generation: Generation = 'mid'): string {
    const line = lineWith([1], generation);
    const asked = query('rows', 1, version(line.clock.now()));
    const result = line.finish(readOf([asked], LIST));
    return result === 'again' ? result : (result[0]?.life ?? '');
  }
  const changedAgo = (milliseconds: number) => (now: number) => new Date(now - milliseconds).toISOString();

  it.each(['old', 'mid', 'new'] as const)(
    'is long where the invoice rested for five minutes by the clock of %s',
    (generation) => {
      expect(lifeOf(changedAgo(300_000), generation)).toBe('rows');
      expect(lifeOf(changedAgo(299_999), generation)).toBe('refresh');
      expect(lifeOf(changedAgo(-60_000), generation)).toBe('refresh');
    },
  );

  it('is this refresh only without a change time', () => {
    expect(lifeOf(() => '')).toBe('refresh');
    expect(lifeOf(() => 'yesterday')).toBe('refresh');
  });

  it('reads a change time with the offset of the portal', () => {
    const inMoscow = (now: number): string =>
      new Date(now - 300_000 + 10_800_000).toISOString().replace('.000Z', '+03:00');
    expect(lifeOf(inMoscow)).toBe('rows');
  });

  it('goes by the clock of the first page: later pages may already show a later state', () => {
    const line = aLine((portal) => portal.withInvoice({ ID: 1, rows: Array<object>(51).fill({}) }), {
      latency: 4000,
    });
    const result = line.finish(
      readOf([query('rows', 1, new Date(line.clock.now() - 298_000).toISOString())], LIST),
    );
    expect(result).toMatchObject([{ life: 'refresh' }]);
  });

  it('is this refresh only where the portal does not tell its clock', () => {
    const line = lineWith([1], 'mid');
    line.portal.change({
      faults: () => changedAnswer((body) => ({ result: (body as { result: object }).result })),
    });
    const result = line.finish(readOf([query('rows', 1, '2020-01-01T00:00:00+03:00')], LIST));
    expect(result).toMatchObject([{ life: 'refresh' }]);
  });
});
