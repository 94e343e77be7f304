/** What further columns show, out of answers: only where it is asked for, and nothing of it ends a refresh that is not. */
import { decodeRequisite } from '../../../src/bitrix24/decode-buyer';
import { decodeProductRow, invoiceDecoder } from '../../../src/bitrix24/decode-invoice';
import { decodeFields } from '../../../src/bitrix24/decode-portal';
import { ShapeError } from '../../../src/bitrix24/json';
import type { FieldName } from '../../../src/domain/ids';

const FIELD = 'UF_CRM_PROJECT' as FieldName;
const ITEM = {
  ...{ id: 7, accountNumber: '7', opportunity: 1, currencyId: 'RUB', stageId: 'DT31_2:N', companyId: 0 },
  ...{ contactId: 0, updatedTime: '2026-05-01T10:00:00+03:00', title: 'Счёт', comments: null },
  ...{ categoryId: '2', mycompanyId: '5', createdTime: '2026-05-01T00:30:00+03:00', ufCrmProject: ['a', {}] },
  isManualOpportunity: 'Y',
};
const ALL = [
  ...(['categoryId', 'title', 'comments', 'mycompanyId', 'createdTime', 'isManualOpportunity'] as const),
];

test('an invoice has what was asked for, and nothing else', () => {
  const decode = invoiceDecoder({ dateFields: [], further: ALL, fields: [FIELD] });
  expect(decode(ITEM)).toMatchObject({
    ...{ title: 'Счёт', comments: '', categoryId: 2, ownCompanyId: 5 },
    ...{ createdTime: '2026-05-01T00:30:00+03:00', isManualSum: true },
    fields: { [FIELD]: ['a'] },
    unreadable: [FIELD],
  });
  const plain = Object.keys(invoiceDecoder({ dateFields: [] })(ITEM));
  for (const member of [
    'title',
    'comments',
    'categoryId',
    'ownCompanyId',
    'createdTime',
    'isManualSum',
    'fields',
  ])
    expect(plain).not.toContain(member);
});

test.each<[object, object]>([
  [{ mycompanyId: 0 }, { ownCompanyId: null }],
  [{ mycompanyId: 'x' }, { ownCompanyId: null, unreadable: ['ownCompany', FIELD] }],
  [{ createdTime: 'вчера' }, { createdTime: null, unreadable: ['created', FIELD] }],
  [{ createdTime: '2026-02-30T10:00:00+03:00' }, { createdTime: null, unreadable: ['created', FIELD] }],
  [{ isManualOpportunity: 'N' }, { isManualSum: false }],
  [{ isManualOpportunity: 7 }, { isManualSum: false, unreadable: [FIELD] }],
  [{ categoryId: 0 }, { categoryId: 0 }],
  [{ ufCrmProject: { url: 1 } }, { fields: { [FIELD]: null }, unreadable: [FIELD] }],
  [{ ufCrmProject: ['a', null] }, { fields: { [FIELD]: ['a', null] } }],
])('an odd value %j is %j', (odd, expected) => {
  const decode = invoiceDecoder({ dateFields: [], further: ALL, fields: [FIELD] });
  expect(decode({ ...ITEM, ...odd })).toMatchObject(expected);
});

test('what a portal does not know of its own fields is empty', () => {
  const decode = invoiceDecoder({ dateFields: [], further: ALL });
  const unknown = Object.fromEntries(ALL.map((name) => [name, undefined]));
  expect(decode({ ...ITEM, ...unknown })).toMatchObject({
    ...{ title: '', comments: '', categoryId: null, ownCompanyId: null },
    ...{ createdTime: null, isManualSum: false },
  });
});

test('an invoice without a user field that was asked for is an answer to another question', () => {
  const decode = invoiceDecoder({ dateFields: [], fields: [FIELD] });
  expect(() => decode({ ...ITEM, ufCrmProject: undefined })).toThrow(ShapeError);
});

const ROW = {
  id: 1,
  ownerId: 7,
  ownerType: 'SI',
  productName: 'Болт',
  price: 1,
  quantity: 2,
  taxRate: 20,
  sort: 10,
};

test.each<[object, object]>([
  [
    { measureName: 'шт', priceExclusive: '0.83', priceBrutto: 2, productId: '9', xmlId: '00' },
    {
      ...{ unit: 'шт', netPrice: 0.83, fullPrice: 2, productId: 9, externalId: '00' },
    },
  ],
  [{ measureName: null, priceExclusive: null, priceBrutto: '', productId: 0, xmlId: '' }, {}],
  [{ measureName: ['шт'], priceExclusive: {}, xmlId: [] }, {}],
  [{ priceBrutto: 'дорого' }, { unreadable: ['fullPrice'] }],
])('a row with %j has %j', (told, more) => {
  const plain = { id: 1, name: 'Болт', price: 1, quantity: 2, taxRate: 20, sort: 10 };
  expect(decodeProductRow({ ...ROW, ...told }).row).toEqual({ ...plain, ...more });
});

test('a requisite has its KPP as it stands, and none where it is empty', () => {
  const requisite = { ID: '1', ENTITY_TYPE_ID: '4', ENTITY_ID: '2', RQ_KPP: ' 007701001' };
  expect(decodeRequisite(requisite).kpp).toBe(' 007701001');
  expect('kpp' in decodeRequisite({ ...requisite, RQ_KPP: null })).toBe(false);
});

test('a list has its options by id', () => {
  const items = [
    { ID: '11', VALUE: 'Юг' },
    { ID: 12, VALUE: null },
  ];
  const fields = { ufCrmProject: { upperName: FIELD, type: 'enumeration', title: 'Проект', items } };
  expect(decodeFields({ fields })[0]?.options).toEqual({ 11: 'Юг', 12: '' });
});
