/** An invoice out of `crm.item.list`: what may be empty, what may be absent, what is refused. */
import { decodeDay, invoiceDecoder, type DateField } from '../../../src/bitrix24/decode-invoice';
import { ShapeError } from '../../../src/bitrix24/json';
import type { FieldName } from '../../../src/domain/ids';

const BEGINDATE: DateField = { name: 'BEGINDATE' as FieldName, type: 'date' };
const ACCEPTED: DateField = { name: 'UF_CRM_ACCEPTED_AT' as FieldName, type: 'datetime' };

const ITEM = {
  id: 7,
  accountNumber: '007-А',
  opportunity: 1234.5,
  taxValue: 205.75,
  currencyId: 'RUB',
  stageId: 'DT31_7:N',
  companyId: 3,
  contactId: 0,
  updatedTime: '2026-05-20T12:00:00+03:00',
  isRecurring: 'N',
  begindate: '2026-05-10T03:00:00+03:00',
};

const decodeInvoice = (value: unknown, dateFields: readonly DateField[]) =>
  invoiceDecoder({ dateFields })(value);

describe('an invoice', () => {
  it('is decoded field by field', () => {
    expect(decodeInvoice(ITEM, [BEGINDATE])).toEqual({
      id: 7,
      accountNumber: '007-А',
      opportunity: 1234.5,
      taxValue: 205.75,
      currency: 'RUB',
      stageId: 'DT31_7:N',
      companyId: 3,
      contactId: null,
      updatedTime: '2026-05-20T12:00:00+03:00',
      isRecurringTemplate: false,
      dates: { BEGINDATE: '2026-05-10' },
    });
  });

  it('keeps null apart from 0 in its sums', () => {
    const decoded = decodeInvoice({ ...ITEM, opportunity: null, taxValue: 0 }, []);
    expect([decoded.opportunity, decoded.taxValue]).toEqual([null, 0]);
  });

  it('takes its numbers as text, too', () => {
    const decoded = decodeInvoice(
      { ...ITEM, id: '7', opportunity: '1.0E+25', companyId: '3', contactId: null },
      [],
    );
    expect(decoded).toMatchObject({ id: 7, opportunity: 1e25, companyId: 3, contactId: null });
  });

  it.each(['accountNumber', 'currencyId', 'stageId', 'companyId', 'contactId', 'updatedTime'])(
    'may have null for %s',
    (name) => {
      expect(() => decodeInvoice({ ...ITEM, [name]: null }, [])).not.toThrow();
    },
  );

  it('without a change time has no version', () => {
    expect(decodeInvoice({ ...ITEM, updatedTime: null }, []).updatedTime).toBeNull();
    expect(decodeInvoice({ ...ITEM, updatedTime: '' }, []).updatedTime).toBeNull();
  });

  it('without `isRecurring` is no template: not every portal has the field', () => {
    const item = Object.fromEntries(Object.entries(ITEM).filter(([name]) => name !== 'isRecurring'));
    expect(decodeInvoice(item, []).isRecurringTemplate).toBe(false);
    expect(decodeInvoice({ ...ITEM, isRecurring: 'Y' }, []).isRecurringTemplate).toBe(true);
  });

  it.each(Object.keys(ITEM).filter((name) => !['isRecurring', 'taxValue'].includes(name)))(
    'is refused where %s is absent',
    (absent) => {
      const item = Object.fromEntries(Object.entries(ITEM).filter(([name]) => name !== absent));
      expect(() => decodeInvoice(item, [BEGINDATE])).toThrow(ShapeError);
    },
  );

  it('without `taxValue` is one without VAT', () => {
    expect(decodeInvoice({ ...ITEM, taxValue: undefined }, []).taxValue).toBeNull();
  });

  it.each([
    ['id', 0],
    ['id', null],
    ['id', 'one'],
    ['accountNumber', { text: '1' }],
    ['opportunity', [1]],
    ['begindate', ['2026-05-10T03:00:00+03:00']],
  ])('is refused where %s is %j', (name, value) => {
    expect(() => decodeInvoice({ ...ITEM, [name]: value }, [BEGINDATE])).toThrow(ShapeError);
  });

  it.each<[string, unknown, object]>([
    ['accountNumber', true, { accountNumber: '', unreadable: ['accountNumber'] }],
    ['accountNumber', 1e20, { accountNumber: '', unreadable: ['accountNumber'] }],
    ['opportunity', 'a lot', { opportunity: null, unreadable: ['opportunity'] }],
    ['taxValue', '12 %', { taxValue: null, unreadable: ['taxValue'] }],
    ['currencyId', 'US$', { currency: '', unreadable: ['currency'] }],
    ['stageId', false, { stageId: '', unreadable: ['stage'] }],
    ['companyId', -1, { companyId: null, unreadable: ['buyer'] }],
    ['contactId', 'Анна', { contactId: null, unreadable: ['buyer'] }],
    ['updatedTime', true, { updatedTime: null }],
    ['isRecurring', 'maybe', { isRecurringTemplate: false, unreadable: ['recurring'] }],
    ['begindate', 'yesterday', { dates: { BEGINDATE: null }, unreadable: ['BEGINDATE'] }],
  ])('has no %s where that is %j, and all else', (name, value, changes) => {
    const whole = decodeInvoice(ITEM, [BEGINDATE]);
    expect(decodeInvoice({ ...ITEM, [name]: value }, [BEGINDATE])).toEqual({ ...whole, ...changes });
  });

  it.each([null, 'text', 7, [1]])('is refused where it is %j', (value) => {
    expect(() => decodeInvoice(value, [])).toThrow(ShapeError);
  });

  it('as `[]`, an item of which nothing was selected, is refused for what it lacks', () => {
    expect(() => decodeInvoice([], [])).toThrow('invoice.id: expected a value or null');
  });
});

describe('a day', () => {
  it.each([null, '', false, []])('that is %j is none', (value) => {
    expect(decodeDay(value, BEGINDATE)).toBeNull();
  });

  it('of a date field is the day after, where the portal printed it west of Greenwich', () => {
    expect(decodeDay('2026-03-30T19:00:00-05:00', BEGINDATE)).toBe('2026-03-31');
    expect(decodeDay('2026-03-31T03:00:00+03:00', BEGINDATE)).toBe('2026-03-31');
    expect(decodeDay('2026-03-30T19:00:00-05:00', ACCEPTED)).toBe('2026-03-30');
  });

  it.each([undefined, true, 0, 20260331, ['2026-03-31'], {}, 'soon', '2026-02-30', '31.03.2026'])(
    'may not be %j',
    (value) => {
      expect(() => decodeDay(value, BEGINDATE)).toThrow(ShapeError);
    },
  );
});
