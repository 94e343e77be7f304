/** Invoices, companies and contacts out of replies: what is asked, what comes of it, and what is not believed. */
import type { Reply } from '../../../src/bitrix24/Bitrix24Client';
import { decodeCompany } from '../../../src/bitrix24/decode-buyer';
import { ShapeError } from '../../../src/bitrix24/json';
import { decoded } from '../../../src/bitrix24/read';
import { readItems } from '../../../src/bitrix24/read-buyers';
import { readInvoices } from '../../../src/bitrix24/read-invoices';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { InvoicePage } from '../../../src/domain/records';
import { query } from '../../../src/domain/query';
import { converse, refuses, says, type Conversation } from './a-conversation';
import { codeThrownBy } from './code-thrown-by';

const aCompany = (id: number): object => ({ id, title: `ООО «${id}»` });
const anInvoice = (id: number): object => ({
  id,
  accountNumber: '1-2',
  opportunity: 120,
  currencyId: 'RUB',
  stageId: 'DT31_1:N',
  companyId: 0,
  contactId: null,
  updatedTime: '2026-05-20T12:00:00+03:00',
  begindate: '2026-05-20T03:00:00+03:00',
});

const companies = (...replies: readonly Reply[]): Conversation =>
  converse(
    readItems(4, [query('company', 5), query('company', 6)], ['id', 'title'], decodeCompany),
    ...replies,
  );

describe('companies by id', () => {
  it('are one request, with null for one that may not be read', () => {
    const { calls, result } = companies(says({ items: [aCompany(6)] }));
    expect(calls).toEqual([
      {
        method: 'crm.item.list',
        params: {
          entityTypeId: 4,
          select: ['id', 'title'],
          filter: { '@id': [5, 6] },
          order: { id: 'ASC' },
          start: -1,
        },
      },
    ]);
    expect(result).toEqual([
      { query: query('company', 5), answer: null, life: 'ttl' },
      { query: query('company', 6), answer: { id: 6, title: 'ООО «6»' }, life: 'ttl' },
    ]);
  });

  it.each<readonly [string, unknown]>([
    ['of no object', 'x'],
    ['without a list', {}],
    ['about a stranger', { items: [aCompany(7)] }],
    ['that says one twice', { items: [aCompany(5), aCompany(5)] }],
  ])('are not taken from a reply %s', (_, result) => {
    expect(codeThrownBy(() => companies(says(result)))).toBe('badAnswer');
  });
});

/** By a user field the portal may filter wrongly, by a standard one it does not. */
const page = (after: number, mayBeRefused: boolean, ...replies: readonly Reply[]): Conversation =>
  converse(
    readInvoices(
      {
        period: {
          field: (mayBeRefused ? 'UF_CRM_PAID' : 'BEGINDATE') as FieldName,
          from: '2026-05-01' as IsoDate,
          to: '2026-05-31' as IsoDate,
        },
        dateFields: [{ name: 'BEGINDATE' as FieldName, type: 'date' }],
      },
      query('invoices', after, 'filtered'),
    ),
    ...replies,
  );
const saysInvoices = (...ids: readonly number[]): Reply => says({ items: ids.map(anInvoice) });

/** The ids of a page's invoices. */
function idsOf({ result }: Conversation): unknown {
  if (result === 'again') return result;
  return result.map(({ answer }) => (answer as InvoicePage).items.map(({ id }) => id));
}

describe('a page of invoices', () => {
  it('is asked for by the period and is an answer to the end of the refresh', () => {
    const { calls, result } = page(0, false, saysInvoices(1));
    const filter = { '>id': 0, '>=begindate': '2026-05-01', '<begindate': '2026-06-01' };
    expect(calls).toMatchObject([{ method: 'crm.item.list', params: { entityTypeId: 31, filter } }]);
    expect(result).toMatchObject([
      {
        query: query('invoices', 0, 'filtered'),
        answer: {
          items: [{ id: 1, accountNumber: '1-2', opportunity: 120, dates: { BEGINDATE: '2026-05-20' } }],
          at: null,
        },
        life: 'refresh',
      },
    ]);
  });

  it('has every invoice once, and none that an earlier page had', () => {
    expect(idsOf(page(0, false, saysInvoices(1, 1, 2, 2)))).toEqual([[1, 2]]);
    expect(idsOf(page(2, false, saysInvoices(2, 2, 3)))).toEqual([[3]]);
  });

  it('may be empty, which is the end of the list', () => {
    expect(idsOf(page(7, false, saysInvoices()))).toEqual([[]]);
  });

  it.each<readonly [string, Reply]>([
    ['of nothing but what was read before', saysInvoices(2, 2)],
    ['that begins before the id asked about', saysInvoices(1, 3)],
    ['whose ids go back', saysInvoices(4, 3)],
    ['of no object', says('x')],
    ['without a list', says({ items: {} })],
  ])('%s is not believed', (_, reply) => {
    expect(codeThrownBy(() => page(2, true, reply))).toBe('badAnswer');
  });
});

describe('a refused page of invoices', () => {
  it('is an answer where the filter may be to blame', () => {
    expect(page(0, true, refuses('INVALID_ARG_VALUE', 'argument')).result).toEqual([
      { query: query('invoices', 0, 'filtered'), answer: 'refused', life: 'refresh' },
    ]);
  });

  it.each([
    ['the filter cannot be to blame', false, 'argument'],
    ['something else was refused', true, 'accessDenied'],
  ] as const)('ends the refresh where %s', (_, mayBeRefused, code) => {
    expect(codeThrownBy(() => page(0, mayBeRefused, refuses('X', code)))).toBe(code);
  });
});

describe('what goes wrong in taking a reply apart', () => {
  const failing = (error: Error) => (): never => {
    throw error;
  };

  it('is the portal’s fault where the shape is wrong, and names the method', () => {
    const act = (): unknown => decoded('profile', says({}), failing(new ShapeError('profile', 'an object')));
    expect(act).toThrow(
      expect.objectContaining({ code: 'badAnswer', details: { method: 'profile' } }) as Error,
    );
  });

  it('is not blamed on the portal where the program itself fails', () => {
    const own = new TypeError('x is not a function');
    expect(() => decoded('profile', says({}), failing(own))).toThrow(own);
  });
});
