/** Pages of the invoice list: what a page brings, and when the list is not believed. */
import { readOf } from '../../../src/bitrix24/queries';
import type { ListSettings } from '../../../src/bitrix24/read-invoices';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { InvoiceRecord } from '../../../src/domain/records';
import { query, type Answers } from '../../../src/domain/query';
import { PAYMENT_DATE } from '../../../portal/data/a-portal';
import { changedAnswer, restFault } from '../../../portal/faults';
import type { Generation } from '../../../portal/generation';
import { aLine, codeThrownBy, type Line } from './a-line';

function listBy(field = 'BEGINDATE'): ListSettings {
  const name = field as FieldName;
  const period = { field: name, from: '2026-04-01' as IsoDate, to: '2026-06-30' as IsoDate };
  return { period, dateFields: [{ name, type: 'date' }] };
}

function page(
  line: Line,
  after = 0,
  mode = 'filtered',
  list = listBy(),
): readonly InvoiceRecord[] | 'refused' {
  const result = line.finish(readOf([query('invoices', after, mode)], list));
  if (result === 'again') throw new Error('A list of invoices is never asked for again');
  expect(result).toMatchObject([{ query: query('invoices', after, mode), life: 'refresh' }]);
  const { answer } = result[0] as { answer: Answers['invoices'] };
  return answer === 'refused' ? answer : answer.items;
}

const idsOf = (answer: readonly InvoiceRecord[] | 'refused'): unknown =>
  answer === 'refused' ? answer : answer.map(({ id }) => id);

const manyInvoices = (count: number, generation: Generation = 'mid'): Line =>
  aLine(
    (portal) => {
      for (let id = 1; id <= count; id++) portal.withInvoice({ ID: id, [PAYMENT_DATE]: '2026-05-01' });
    },
    { portal: { generation } },
  );

const changedItems = (line: Line, change: (items: { id: number }[]) => unknown[]): void => {
  const fault = changedAnswer((body) => {
    const answer = body as { result: { items: { id: number }[] } };
    return { ...answer, result: { items: change(answer.result.items) } };
  });
  line.portal.change({ faults: () => fault });
};

describe('a page of invoices', () => {
  it.each(['old', 'mid', 'new'] as const)(
    'is the fifty after an id, and empty at the end: %s',
    (generation) => {
      const line = manyInvoices(51, generation);
      expect(idsOf(page(line))).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      expect(idsOf(page(line, 50))).toEqual([51]);
      expect(idsOf(page(line, 51))).toEqual([]);
      expect(line.portal.requests.map(({ params }) => params['start'])).toEqual([-1, -1, -1]);
    },
  );

  it('may be without `isRecurring`, on a portal that does not know the field', () => {
    const line = manyInvoices(1);
    line.portal.change({ quirks: { recurring: false } });
    expect(page(line)).toMatchObject([{ id: 1, isRecurringTemplate: false }]);
  });

  it('has each invoice once, where joins of the portal repeat one', () => {
    const line = manyInvoices(3);
    changedItems(line, ([first, second, third]) => [first, first, second, second, third]);
    expect(idsOf(page(line))).toEqual([1, 2, 3]);
  });

  it('may be shorter than fifty and still not be the last', () => {
    const line = manyInvoices(60);
    changedItems(line, (items) => items.slice(0, 20));
    expect(idsOf(page(line, 20))).toEqual(Array.from({ length: 20 }, (_, index) => index + 21));
  });
});

describe('a list is not believed', () => {
  it.each<readonly [string, (items: { id: number }[]) => unknown[]]>([
    ['whose ids go back', (items) => [...items].reverse()],
    ['that repeats what came before', (items) => items.map((item) => ({ ...item, id: 1 }))],
    ['whose invoices have no id', (items) => items.map(() => [])],
    ['whose invoices are no objects', () => ['x']],
  ])('%s', (_, change) => {
    const line = manyInvoices(5);
    changedItems(line, change);
    expect(codeThrownBy(() => page(line, 1))).toBe('badAnswer');
  });
});

describe('a filter by a user field', () => {
  it('that the portal refuses is an answer: the list has to be read without it', () => {
    const line = manyInvoices(3, 'old');
    expect(page(line, 0, 'filtered', listBy(PAYMENT_DATE))).toBe('refused');
    expect(idsOf(page(line, 0, 'everything', listBy(PAYMENT_DATE)))).toEqual([1, 2, 3]);
  });

  it('brings the value of the field under its original name', () => {
    const [first] = page(manyInvoices(1), 0, 'filtered', listBy(PAYMENT_DATE)) as readonly InvoiceRecord[];
    expect(first?.dates).toEqual({ [PAYMENT_DATE]: '2026-05-01' });
  });

  it.each([
    ['on a later page', 50, 'filtered', PAYMENT_DATE],
    ['where nothing was filtered', 0, 'everything', PAYMENT_DATE],
    ['of a standard field', 0, 'filtered', 'BEGINDATE'],
  ] as const)('is an error where the portal refuses it %s', (_, after, mode, field) => {
    const line = manyInvoices(1);
    line.portal.change({ faults: () => restFault(400, 'INVALID_ARG_VALUE', 'x') });
    expect(codeThrownBy(() => page(line, after, mode, listBy(field)))).toBe('argument');
  });

  it('is an error where the portal refuses something else', () => {
    const line = manyInvoices(1);
    line.portal.change({ faults: () => restFault(400, 'ACCESS_DENIED', 'x') });
    expect(codeThrownBy(() => page(line, 0, 'filtered', listBy(PAYMENT_DATE)))).toBe('accessDenied');
  });
});
