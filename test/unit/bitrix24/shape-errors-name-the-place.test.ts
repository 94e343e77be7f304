/** An answer of another shape: the error says which place of it, and what should stand there. */
import * as buyer from '../../../src/bitrix24/decode-buyer';
import * as invoice from '../../../src/bitrix24/decode-invoice';
import * as portal from '../../../src/bitrix24/decode-portal';
import * as json from '../../../src/bitrix24/json';
import { readTotal } from '../../../src/bitrix24/read-invoices';
import type { FieldName } from '../../../src/domain/ids';
import { messageOf } from '../../../src/domain/message-of';

/** What is wrong with the value; `''` where nothing is. */
function saidOf(decode: (value: unknown) => unknown, value: unknown): string {
  try {
    decode(value);
    return '';
  } catch (error) {
    return messageOf(error);
  }
}

const BEGINDATE = { name: 'BEGINDATE' as FieldName, type: 'date' } as const;

const LINK = { ENTITY_TYPE_ID: '31', ENTITY_ID: '7', REQUISITE_ID: '0' };
const ROW = { id: 1, ownerId: 7, ownerType: 'SI', productName: 'Стул', price: 1, quantity: 1 };
const REQUISITE = { ID: '1', ENTITY_TYPE_ID: '4', ENTITY_ID: '9' };
const INVOICE = {
  ...Object.fromEntries(invoice.INVOICE_SELECT.map((name) => [name, null])),
  id: 1,
  begindate: '',
};

const decodeInvoice = invoice.invoiceDecoder({ dateFields: [BEGINDATE] });
const decodeTotal = (result: unknown) => readTotal(result, { total: 1 });

describe('A record that is another than was asked for names the place', () => {
  test.each([
    ['link: expected an object', buyer.decodeLink, 'x'],
    ['link.ENTITY_TYPE_ID: expected a whole number', buyer.decodeLink, { ...LINK, ENTITY_TYPE_ID: 'x' }],
    ['link.ENTITY_TYPE_ID: expected an invoice', buyer.decodeLink, { ...LINK, ENTITY_TYPE_ID: 2 }],
    ['link.ENTITY_ID: expected an id', buyer.decodeLink, { ...LINK, ENTITY_ID: '0' }],
    ['link.REQUISITE_ID: expected an id or none', buyer.decodeLink, { ...LINK, REQUISITE_ID: -1 }],
    ['requisite: expected an object', buyer.decodeRequisite, null],
    ['requisite.ID: expected an id', buyer.decodeRequisite, { ...REQUISITE, ID: null }],
    ['requisite.ENTITY_TYPE_ID: expected an id', buyer.decodeRequisite, { ...REQUISITE, ENTITY_TYPE_ID: '' }],
    ['requisite.ENTITY_ID: expected an id or none', buyer.decodeRequisite, { ...REQUISITE, ENTITY_ID: {} }],
    ['requisite.NAME: expected text', buyer.decodeRequisite, { ...REQUISITE, NAME: {} }],
    ['company: expected an object', buyer.decodeCompany, 1],
    ['company.id: expected an id', buyer.decodeCompany, { id: 0, title: '' }],
    ['company.title: expected a value or null', buyer.decodeCompany, { id: 1 }],
    ['company.title: expected text', buyer.decodeCompany, { id: 1, title: [1] }],
    ['contact: expected an object', buyer.decodeContact, 1],
    ['contact.secondName: expected a value or null', buyer.decodeContact, { id: 1, name: '', lastName: '' }],
    ['contact.id: expected an id', buyer.decodeContact, { id: null, name: '', lastName: '', secondName: '' }],
    ['contact.name: expected text', buyer.decodeContact, { id: 1, name: {}, lastName: '', secondName: '' }],
    ['invoice: expected an object', decodeInvoice, [1]],
    ['invoice.id: expected an id', decodeInvoice, { ...INVOICE, id: null }],
    ['invoice.stageId: expected a value or null', decodeInvoice, { ...INVOICE, stageId: undefined }],
    ['invoice.opportunity: expected a decimal number', decodeInvoice, { ...INVOICE, opportunity: {} }],
    ['invoice.currencyId: expected text', decodeInvoice, { ...INVOICE, currencyId: {} }],
    ['invoice.BEGINDATE: expected a date or null', decodeInvoice, { ...INVOICE, begindate: undefined }],
    ['invoice.BEGINDATE: expected an ISO date', decodeInvoice, { ...INVOICE, begindate: { day: 1 } }],
    ['row: expected an object', invoice.decodeProductRow, ''],
    ['row.price: expected a value or null', invoice.decodeProductRow, { ...ROW, price: undefined }],
    ['row.ownerType: expected an invoice', invoice.decodeProductRow, { ...ROW, ownerType: 'D' }],
    ['row.id: expected an id', invoice.decodeProductRow, { ...ROW, id: 0 }],
    ['row.ownerId: expected an id', invoice.decodeProductRow, { ...ROW, ownerId: null }],
    ['row.sort: expected a whole number', invoice.decodeProductRow, { ...ROW, sort: {} }],
    ['result: expected an object', decodeTotal, null],
    ['items: expected a list', decodeTotal, {}],
  ])('%s', (said, decode, value) => {
    expect(saidOf(decode, value)).toBe(said);
  });
});

describe('What the portal says of itself names the place', () => {
  test.each([
    ['statuses: expected a list', portal.decodeStages, {}],
    ['status: expected an object', portal.decodeStages, [null]],
    ['status.STATUS_ID: expected a value or null', portal.decodeStages, [{}]],
    ['status.STATUS_ID: expected text', portal.decodeStages, [{ STATUS_ID: {} }]],
    ['status.NAME: expected text', portal.decodeStages, [{ STATUS_ID: 'DT31_1:N', NAME: {} }]],
    ['result: expected an object', portal.decodeFields, ''],
    ['fields: expected an object', portal.decodeFields, {}],
    ['fields.begindate: expected an object', portal.decodeFields, { fields: { begindate: 1 } }],
    ['field.title: expected text', portal.decodeFields, { fields: { a: { title: {} } } }],
    ['profile: expected an object', portal.decodeProfile, 'x'],
    ['profile.NAME: expected text', portal.decodeProfile, { NAME: {} }],
    ['profile.LAST_NAME: expected text', portal.decodeProfile, { LAST_NAME: {} }],
    ['profile.ID: expected an id', portal.decodeProfile, { NAME: 'x' }],
    ['profile.ADMIN: expected Y or N', portal.decodeProfile, { ID: 1, ADMIN: 'maybe' }],
    ['result: expected an object', portal.decodeCategories, 1],
    ['categories: expected a list', portal.decodeCategories, {}],
    ['category: expected an object', portal.decodeCategories, { categories: [1] }],
    ['category.id: expected a whole number', portal.decodeCategories, { categories: [{}] }],
    ['category.name: expected text', portal.decodeCategories, { categories: [{ id: 0, name: {} }] }],
    ['scopes: expected a list', portal.decodeScopes, 'crm'],
    ['scope: expected text', portal.decodeScopes, [{}]],
    ['server time: expected text', portal.decodeServerTime, {}],
    ['server time: expected an ISO time', portal.decodeServerTime, 'noon'],
  ])('%s', (said, decode, value) => {
    expect(saidOf(decode, value)).toBe(said);
  });
});

describe('Of values that are scarcely of their kind', () => {
  const largest = Number.MAX_SAFE_INTEGER;

  test('those are taken that a double carries to the last digit', () => {
    expect(json.toText(largest, 'x')).toBe('9007199254740991');
    expect(json.toText(-largest, 'x')).toBe('-9007199254740991');
    expect(json.toId(String(1e14), 'x')).toBe(1e14);
    expect(json.toInteger('-12', 'x')).toBe(-12);
  });

  test.each([
    [json.toText, largest + 1, 'text'],
    [json.toText, NaN, 'text'],
    [json.toId, -1, 'an id or none'],
    [json.toId, 1.5, 'an id or none'],
    [json.toId, '1234567890123456', 'an id or none'],
    [json.toInteger, 1.5, 'a whole number'],
    [json.toInteger, '1.5', 'a whole number'],
    [json.toInteger, '1234567890123456', 'a whole number'],
    [json.toDecimal, '1e999', 'a decimal number'],
    [json.toDecimal, '1e+1234', 'a decimal number'],
    [json.toDecimal, '.5', 'a decimal number'],
    [json.toDecimal, Infinity, 'a decimal number'],
  ])('%p does not take %p, which is not %s', (decode, value, kind) => {
    expect(saidOf((given) => decode(given, 'place'), value)).toBe(`place: expected ${kind}`);
  });
});

test('A value that no record can do without is empty where it is of another type, and noted', () => {
  expect(buyer.decodeCompany({ id: 1, title: true })).toEqual({ id: 1, record: null });
  expect(buyer.decodeContact({ id: 1, name: '', lastName: true, secondName: '' })).toEqual({
    id: 1,
    record: null,
  });
  expect(
    portal.decodeStages([
      { STATUS_ID: true },
      { STATUS_ID: 'DT31_1:N', NAME: true, SEMANTICS: true, SORT: 'last' },
    ]),
  ).toEqual([{ id: 'DT31_1:N', name: '', semantics: 'P', sort: 0 }]);
  const odd = { upperName: true, title: true, type: true, isMultiple: 'x', isDynamic: 'x' };
  expect(portal.decodeFields({ fields: { UF_CRM_1: odd } })).toEqual([
    { name: 'UF_CRM_1', title: '', type: '', isMultiple: false, isUserField: false },
  ]);
  expect(
    buyer.decodeRequisite({ ...REQUISITE, SORT: 'x', ADDRESS_ONLY: 'x', NAME: true, RQ_INN: true }),
  ).toEqual({
    id: 1,
    entityTypeId: 4,
    entityId: 9,
    sort: 500,
    addressOnly: false,
    name: '',
    inn: '',
    taxNumber: '',
    ogrnip: '',
    companyName: '',
    companyFullName: '',
    personName: '',
    lastName: '',
    firstName: '',
    secondName: '',
    unreadable: ['buyer', 'inn'],
  });
  const row = { ...ROW, productName: true, price: 'x', quantity: 'x', taxRate: 'x', sort: 'x' };
  expect(invoice.decodeProductRow(row)).toEqual({
    ownerId: 7,
    row: {
      ...{ id: 1, name: '', price: null, quantity: null, taxRate: null, sort: 0 },
      unreadable: ['productName', 'price', 'quantity', 'taxRate'],
    },
  });
});
