/** Links, requisites, companies and contacts out of answers. */
import {
  decodeCompany,
  decodeContact,
  decodeLink,
  decodeRequisite,
} from '../../../src/bitrix24/decode-buyer';
import { ShapeError } from '../../../src/bitrix24/json';

describe('a requisite link', () => {
  it.each([
    ['315', 315],
    [315, 315],
    ['0', null],
    [0, null],
    [null, null],
  ])('with the requisite %j leads to %j', (value, requisiteId) => {
    expect(decodeLink({ ENTITY_ID: '31', REQUISITE_ID: value })).toEqual({ id: 31, record: requisiteId });
  });

  it('of a deal with the same id is refused', () => {
    expect(() => decodeLink({ ENTITY_TYPE_ID: '2', ENTITY_ID: '31', REQUISITE_ID: '1' })).toThrow(ShapeError);
    expect(decodeLink({ ENTITY_TYPE_ID: '31', ENTITY_ID: '31', REQUISITE_ID: '1' }).record).toBe(1);
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
      taxNumber: '0277123456',
      ogrnip: '',
      companyName: '',
      companyFullName: '',
      personName: '',
      lastName: '',
      firstName: '',
      secondName: '',
    });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ RQ_INN: '0277123456', RQ_BIN: '990140000123', RQ_VAT_ID: 'DE1' }, '0277123456'],
    [{ RQ_INN: null, RQ_BIN: '990140000123', RQ_IIN: '850101300123' }, '990140000123'],
    [{ RQ_INN: '', RQ_BIN: ' ', RQ_IIN: ' 850101300123 ' }, ' 850101300123 '],
    [{ RQ_INN: null, RQ_EDRPOU: '12345678', RQ_DRFO: '1234567890' }, '12345678'],
    [{ RQ_INN: null, RQ_DRFO: '1234567890', RQ_VAT_ID: 'DE123456789' }, '1234567890'],
    [{ RQ_INN: null, RQ_VAT_ID: 'DE123456789' }, 'DE123456789'],
    [{ RQ_INN: null, RQ_BIN: 990140000123 }, '990140000123'],
    [{ RQ_INN: null }, ''],
  ])('of %j has the tax number %j, as it stands', (numbers, taxNumber) => {
    const { inn, taxNumber: shown } = decodeRequisite({ ...REQUISITE, ...numbers });
    expect({ inn, shown }).toEqual({ inn: numbers['RQ_INN'] ?? '', shown: taxNumber });
  });

  it('notes what cannot be read of it', () => {
    const odd = { RQ_INN: true, RQ_NAME: false, SORT: 'first', ADDRESS_ONLY: 'no' };
    expect(decodeRequisite({ ...REQUISITE, ...odd })).toMatchObject({
      ...{ inn: '', taxNumber: '', personName: '', sort: 500, addressOnly: false },
      unreadable: ['inn', 'buyer'],
    });
    expect(() => decodeRequisite({ ...REQUISITE, RQ_NAME: ['A'] })).toThrow(ShapeError);
  });

  it('has each of its values from its own field', () => {
    const names = {
      ...{
        NAME: 'Шаблон',
        RQ_OGRNIP: '304500116000157',
        RQ_COMPANY_NAME: 'ООО «Ромашка»',
        RQ_NAME: 'Анна П.',
      },
      ...{ RQ_COMPANY_FULL_NAME: 'Общество «Ромашка»', RQ_LAST_NAME: 'Петрова', RQ_FIRST_NAME: 'Анна' },
      RQ_SECOND_NAME: 'Юрьевна',
    };
    expect(decodeRequisite({ ...REQUISITE, ADDRESS_ONLY: 'Y', ...names })).toEqual({
      ...{ id: 5, entityTypeId: 4, entityId: 3, sort: 100, addressOnly: true, name: 'Шаблон' },
      ...{ inn: '0277123456', taxNumber: '0277123456', ogrnip: '304500116000157', personName: 'Анна П.' },
      ...{ companyName: 'ООО «Ромашка»', companyFullName: 'Общество «Ромашка»' },
      ...{ lastName: 'Петрова', firstName: 'Анна', secondName: 'Юрьевна' },
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
  it('without what was asked for are an answer to another question', () => {
    expect(() => decodeCompany({ id: 4, accountNumber: '7' })).toThrow(ShapeError);
    expect(() => decodeContact({ id: 4, title: 'ООО' })).toThrow(ShapeError);
  });

  it('have numbers or text for ids, and empty names for null', () => {
    expect(decodeCompany({ id: '4', title: null })).toEqual({ id: 4, record: { id: 4, title: '' } });
    expect(decodeContact({ id: 3, name: 'Анна', lastName: null, secondName: '' })).toEqual({
      id: 3,
      record: { id: 3, firstName: 'Анна', lastName: '', secondName: '' },
    });
  });

  it('have each part of a name from its own field', () => {
    const contact = { id: 3, name: 'Анна', lastName: 'Петрова', secondName: 'Юрьевна' };
    expect(decodeContact(contact).record).toEqual({
      ...{ id: 3, firstName: 'Анна', lastName: 'Петрова', secondName: 'Юрьевна' },
    });
  });

  it('whose names cannot be read are as good as unseen', () => {
    expect(decodeCompany({ id: 4, title: true })).toEqual({ id: 4, record: null });
    expect(decodeContact({ id: 3, name: 'Анна', lastName: true, secondName: '' })).toEqual({
      id: 3,
      record: null,
    });
    expect(() => decodeCompany({ id: 4, title: ['A'] })).toThrow(ShapeError);
  });
});
