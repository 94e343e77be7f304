/** The small decisions about a request: which days, under which name in the cache, where a redirect leads. */
import type { DateField } from '../../../src/bitrix24/decode-invoice';
import { camelName, filterSpelling, readField } from '../../../src/bitrix24/field-names';
import { toDecimal, toInteger } from '../../../src/bitrix24/json';
import { QUERY_KINDS, soleRequest } from '../../../src/bitrix24/queries';
import { readInvoices } from '../../../src/bitrix24/read-invoices';
import { readRequisitesOf } from '../../../src/bitrix24/read-buyers';
import { readRedirect } from '../../../src/bitrix24/redirect';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import { query } from '../../../src/domain/query';
import { converse, says } from './a-conversation';

describe('The cache knows a query', () => {
  test('by a request that stays the same, so that what was kept is found again', () => {
    const kept = QUERY_KINDS.filter((kind) => !('nonce' in soleRequest(query(kind, 7)).params));
    expect(Object.fromEntries(kept.map((kind) => [kind, soleRequest(query(kind, 7))]))).toEqual({
      invoice: { method: 'crm.item.list', params: { entityTypeId: 31, id: 7 } },
      total: { method: 'crm.item.list', params: { entityTypeId: 31, select: ['id'], start: 0 } },
      stages: { method: 'crm.status.list', params: {} },
      categories: { method: 'crm.category.list', params: { entityTypeId: 31 } },
      fields: { method: 'crm.item.fields', params: { entityTypeId: 31 } },
      profile: { method: 'profile', params: {} },
      invoices: { method: 'crm.item.list', params: { entityTypeId: 31, after: 7 } },
      older: { method: 'crm.item.list', params: { entityTypeId: 31, asked: 'older', after: 7 } },
      rows: { method: 'crm.item.productrow.list', params: { ownerType: 'SI', ownerId: 7 } },
      link: { method: 'crm.requisite.link.list', params: { ENTITY_TYPE_ID: 31, ENTITY_ID: 7 } },
      requisite: { method: 'crm.requisite.list', params: { ID: 7 } },
      companyRequisites: { method: 'crm.requisite.list', params: { ENTITY_TYPE_ID: 4, ENTITY_ID: 7 } },
      contactRequisites: { method: 'crm.requisite.list', params: { ENTITY_TYPE_ID: 3, ENTITY_ID: 7 } },
      company: { method: 'crm.item.list', params: { entityTypeId: 4, id: 7 } },
      contact: { method: 'crm.item.list', params: { entityTypeId: 3, id: 7 } },
    });
  });
});

describe('Invoices of a period are asked for', () => {
  const field = (name: string, type: DateField['type']): DateField => ({ name: name as FieldName, type });
  const period = {
    field: 'CLOSEDATE' as FieldName,
    from: '2026-04-01' as IsoDate,
    to: '2026-06-30' as IsoDate,
  };
  const daysAskedFor = (...dateFields: readonly DateField[]): unknown => {
    const read = readInvoices({ period, dateFields }, query('invoices', 0, 'filtered'));
    return converse(read, says({ items: [] })).calls[0]?.params['filter'];
  };
  const exactly = { '>id': 0, '>=closedate': '2026-04-01', '<closedate': '2026-07-01' };
  const wider = { '>id': 0, '>=closedate': '2026-03-31', '<closedate': '2026-07-02' };

  test('by its own days where its field has no clock, whatever the others have', () => {
    expect(daysAskedFor()).toEqual(exactly);
    expect(daysAskedFor(field('CLOSEDATE', 'date'))).toEqual(exactly);
    expect(daysAskedFor(field('CLOSEDATE', 'date'), field('UF_CRM_SHIPPED', 'datetime'))).toEqual(exactly);
  });

  test('with a day more on both sides where it has one', () => {
    expect(daysAskedFor(field('CLOSEDATE', 'datetime'))).toEqual(wider);
    expect(daysAskedFor(field('UF_CRM_SHIPPED', 'date'), field('CLOSEDATE', 'datetime'))).toEqual(wider);
  });
});

test('A read of requisites hands on what it had only once it has had something', () => {
  const read = readRequisitesOf(4, [query('companyRequisites', 1)]);
  const requisite = { ID: 5, ENTITY_TYPE_ID: 4, ENTITY_ID: 1 };
  const first = read.next();
  const second = read.next(says([requisite], { next: 50 }));
  expect(first.value).not.toHaveProperty('soFar');
  expect(second.value).toMatchObject({
    params: { filter: { ENTITY_TYPE_ID: 4, '@ENTITY_ID': [1], '>ID': 5 } },
    soFar: { after: 5, found: [[1, [{ id: 5 }]]] },
  });
});

describe('A redirect', () => {
  const ASKED = 'https://demo.bitrix24.ru/rest/1/s3cret/profile';
  test.each([
    [ASKED, 'http://evil.ru/', { kind: 'elsewhere', host: 'evil.ru' }],
    ['http://localhost/x', 'https://evil.ru/', { kind: 'elsewhere', host: 'evil.ru' }],
    ['http://[::1]:8024/x', 'https://[::1]/', { kind: 'otherScheme', scheme: 'https' }],
    ['http://127.0.0.1/x', 'http://127.0.0.1:80/y', { kind: 'sameHost', url: 'http://127.0.0.1/y' }],
    ['http://127.0.0.1/x', 'http://127.0.0.1:8024/y', { kind: 'elsewhere', host: '127.0.0.1:8024' }],
    [ASKED, 'https://demo.bitrix24.ru:4430/y', { kind: 'elsewhere', host: 'demo.bitrix24.ru:4430' }],
  ])('of %s to %s', (asked, location, redirect) => {
    expect(readRedirect(asked, location)).toEqual(redirect);
  });
});

describe('A name of a field', () => {
  test.each([
    ['UF_CRM_5_1651168135', 'ufCrm5_1651168135'],
    ['UF_CRM_12345_1', 'ufCrm_12345_1'],
    ['XUF_CRM_5_16', 'xufCrm516'],
    ['UF_CRM_SMART_INVOICE_16', 'ufCrm_SMART_INVOICE_16'],
    ['UF_CRM_5_PAID', 'ufCrm5Paid'],
    ['UF_CRM_A_B', 'ufCrm_a_b'],
    ['UF_A_B', 'uf_a_b'],
    ['UF_X1', 'ufX1'],
    ['OLD_A_B', 'old_a_b'],
    ['ACCOUNT_NUMBER', 'accountNumber'],
  ])('%s is spelled %s', (name, spelled) => {
    expect(camelName(name as FieldName)).toBe(spelled);
  });

  test('in a filter is its own where a digit touches a letter', () => {
    expect(filterSpelling('UF_CRM_A1' as FieldName)).toEqual({ key: 'UF_CRM_A1', needsOriginalNames: true });
    expect(filterSpelling('UF_CRM_1A' as FieldName)).toEqual({ key: 'UF_CRM_1A', needsOriginalNames: true });
    expect(filterSpelling('A1' as FieldName)).toEqual({ key: 'a1', needsOriginalNames: false });
    expect(filterSpelling('UF_CRM_PAID' as FieldName)).toEqual({
      key: 'ufCrm_paid',
      needsOriginalNames: false,
    });
  });

  test('is found in an answer as spelled, else as it is, else however it is written', () => {
    const name = 'UF_CRM_PAID' as FieldName;
    expect(readField({ ufCrmPaid: 1, UF_CRM_PAID: 2, uf_crm_paid: 3 }, name)).toBe(1);
    expect(readField({ uf_crm_paid: 3, UF_CRM_PAID: 2 }, name)).toBe(2);
    expect(readField({ other: 4, uf_crm_paid: 3 }, name)).toBe(3);
    expect(readField({ other: 4 }, name)).toBeUndefined();
  });
});

test('A number is read to its last sign', () => {
  expect(toDecimal('1e5', 'x')).toBe(100_000);
  expect(toDecimal('+1.5E-2', 'x')).toBe(0.015);
  expect(() => toInteger('12.0', 'x')).toThrow('x: expected a whole number');
  expect(() => toDecimal('1,5', 'x')).toThrow('x: expected a decimal number');
});
