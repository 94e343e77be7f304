/** The other records of the portal's answers. */
import {
  decodeCategories,
  decodeCompany,
  decodeContact,
  decodeFields,
  decodeLink,
  decodeProductRow,
  decodeProfile,
  decodeRequisite,
  decodeScopes,
  decodeServerTime,
  decodeStages,
} from '../../src/bitrix24/decode-records';
import { ShapeError } from '../../src/bitrix24/json';

describe('a product row', () => {
  const ROW = { id: 1, ownerId: 7, productName: 'Услуга', price: 99.99, quantity: 2, taxRate: 20, sort: 10 };

  it('belongs to its owner', () => {
    expect(decodeProductRow({ ...ROW, ownerId: '7' })).toEqual({
      ownerId: 7,
      row: { id: 1, name: 'Услуга', price: 99.99, quantity: 2, taxRate: 20, sort: 10 },
    });
  });

  it('keeps "no VAT", which is null or absent, apart from VAT at 0 %', () => {
    const rateOf = (changes: object) => decodeProductRow({ ...ROW, ...changes }).row.taxRate;
    expect([rateOf({ taxRate: null }), rateOf({ taxRate: undefined }), rateOf({ taxRate: 0 })]).toEqual([
      null,
      null,
      0,
    ]);
  });

  it('may lack its name, price, quantity and sort', () => {
    const { row } = decodeProductRow({
      id: 1,
      ownerId: 7,
      productName: null,
      price: null,
      quantity: null,
      sort: null,
    });
    expect(row).toEqual({ id: 1, name: '', price: null, quantity: null, taxRate: null, sort: 0 });
  });

  it.each([{ id: 0 }, { ownerId: null }, { price: 'dear' }, { sort: 'first' }])(
    'is refused with %j',
    (odd) => {
      expect(() => decodeProductRow({ ...ROW, ...odd })).toThrow(ShapeError);
    },
  );
});

describe('a requisite link', () => {
  it.each([
    ['315', 315],
    [315, 315],
    ['0', null],
    [0, null],
    [null, null],
  ])('with the requisite %j leads to %j', (value, requisiteId) => {
    expect(decodeLink({ ENTITY_ID: '31', REQUISITE_ID: value })).toEqual({ invoiceId: 31, requisiteId });
  });

  it('without an invoice is refused', () => {
    expect(() => decodeLink({ REQUISITE_ID: '1' })).toThrow(ShapeError);
  });
});

describe('a requisite', () => {
  const REQUISITE = {
    ID: '5',
    ENTITY_TYPE_ID: '4',
    ENTITY_ID: '3',
    SORT: '100',
    ADDRESS_ONLY: 'N',
    RQ_INN: '0277123456',
  };

  it('keeps the leading zero of an INN, and has texts for what is null', () => {
    expect(decodeRequisite({ ...REQUISITE, RQ_NAME: null })).toEqual({
      id: 5,
      entityTypeId: 4,
      entityId: 3,
      sort: 100,
      addressOnly: false,
      name: '',
      inn: '0277123456',
      ogrnip: '',
      companyName: '',
      companyFullName: '',
      personName: '',
      lastName: '',
      firstName: '',
      secondName: '',
    });
  });

  it('may belong to nobody', () => {
    expect(decodeRequisite({ ...REQUISITE, ENTITY_ID: '0' }).entityId).toBe(0);
    expect(decodeRequisite({ ...REQUISITE, ENTITY_ID: null }).entityId).toBe(0);
  });

  it('without a sort value has that of the portal, not the lowest', () => {
    expect(decodeRequisite({ ...REQUISITE, SORT: null }).sort).toBe(500);
    expect(decodeRequisite({ ...REQUISITE, SORT: '0' }).sort).toBe(0);
  });
});

describe('companies and contacts', () => {
  it('have numbers or text for ids, and empty names for null', () => {
    expect(decodeCompany({ id: '4', title: null })).toEqual({ id: 4, title: '' });
    expect(decodeContact({ id: 3, name: 'Анна', lastName: null, secondName: '' })).toEqual({
      id: 3,
      firstName: 'Анна',
      lastName: '',
      secondName: '',
    });
  });
});

describe('stages', () => {
  it('are those of invoices, and open unless they say success or failure', () => {
    const stage = (STATUS_ID: string, SEMANTICS?: unknown) => ({ STATUS_ID, NAME: STATUS_ID, SEMANTICS });
    const statuses = [
      stage('DT31_1:N', null),
      stage('DT31_1:P', 'S'),
      stage('DT31_12:D', 'F'),
      stage('DT31_1:UC_1', 'P'),
      stage('DT31_1:UC_2', ''),
      stage('DT31_1:UC_3'),
      stage('DT310_1:N', 'S'),
      stage('NEW', 'S'),
    ];
    expect(decodeStages(statuses).map(({ id, semantics }) => [id, semantics])).toEqual([
      ['DT31_1:N', 'P'],
      ['DT31_1:P', 'S'],
      ['DT31_12:D', 'F'],
      ['DT31_1:UC_1', 'P'],
      ['DT31_1:UC_2', 'P'],
      ['DT31_1:UC_3', 'P'],
    ]);
  });
});

describe('fields', () => {
  it('are known by their original names, whatever their keys', () => {
    const fields = {
      begindate: { upperName: 'BEGINDATE', title: 'Дата', type: 'date', isMultiple: false, isDynamic: false },
      UF_CRM_PAID: { type: 'datetime', isMultiple: true, isDynamic: true },
    };
    expect(decodeFields({ fields })).toEqual([
      { name: 'BEGINDATE', title: 'Дата', type: 'date', isMultiple: false, isUserField: false },
      { name: 'UF_CRM_PAID', title: '', type: 'datetime', isMultiple: true, isUserField: true },
    ]);
  });

  it('may be none: PHP prints them as `[]`', () => {
    expect(decodeFields({ fields: [] })).toEqual([]);
  });
});

describe('a profile', () => {
  it('has the name in full, of the parts that are there', () => {
    expect(decodeProfile({ ID: '1', ADMIN: true, NAME: 'Анна', LAST_NAME: 'Смирнова' })).toEqual({
      id: '1',
      name: 'Анна Смирнова',
      admin: true,
    });
    expect(decodeProfile({ ID: 1, NAME: '', LAST_NAME: 'Смирнова' })).toEqual({
      id: '1',
      name: 'Смирнова',
      admin: false,
    });
  });

  it('of an inactive user, which is `[]`, is refused', () => {
    expect(() => decodeProfile([])).toThrow(ShapeError);
  });
});

describe('what the test of a connection reads', () => {
  it('are pipelines, scopes and the clock', () => {
    expect(decodeCategories({ categories: [{ id: '7', name: 'Основная', sort: 100 }] })).toEqual([
      { id: 7, name: 'Основная' },
    ]);
    expect(decodeScopes(['crm', 'user'])).toEqual(['crm', 'user']);
    expect(decodeServerTime('2026-08-05T09:02:13+03:00')).toBe('2026-08-05T09:02:13+03:00');
  });

  it.each(['2026-08-05', '2026-08-05T09:02:13Z', '2026-08-05T09:02:13', '', null, 1])(
    'is no clock: %j',
    (time) => {
      expect(() => decodeServerTime(time)).toThrow(ShapeError);
    },
  );
});
