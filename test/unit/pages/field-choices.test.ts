import {
  fieldChoices,
  fieldHint,
  proposals,
  type FieldKey,
  type OfferedFields,
} from '../../../src/pages/field-choices';
import type { FieldName } from '../../../src/domain/ids';
import { aField } from './records';

const shipped = aField('UF_SHIPPED', {
  title: 'Отгружен',
  samples: ['2026-05-12', '2026-04-30'],
  proposedFor: 'shipmentDateField',
});
const paid = aField('UF_PAID', { title: 'Оплачен', proposedFor: 'paymentDateField' });
const all = [aField('BEGINDATE', { title: 'Begin date' }), aField('CLOSEDATE'), shipped, paid];
const current = (...fields: OfferedFields['fields']): OfferedFields => ({ fields, areCurrent: true });
const fields = current(...all);
const UNKNOWN: OfferedFields = { fields: [], areCurrent: false };
/** As the portal called them when it was last asked. */
const known: OfferedFields = {
  fields: [{ name: 'UF_CRM_PAID1DATE' as FieldName, title: 'Оплачен', type: 'date' }],
  areCurrent: false,
};

describe('the choices of a field', () => {
  it('for the period are the two standard fields and the portal’s own', () => {
    expect(fieldChoices('periodField', fields, 'BEGINDATE')).toEqual([
      { value: 'BEGINDATE', label: 'Дата счёта' },
      { value: 'CLOSEDATE', label: 'Срок оплаты' },
      { value: 'UF_SHIPPED', label: 'Отгружен' },
      { value: 'UF_PAID', label: 'Оплачен' },
    ]);
  });

  it.each(['shipmentDateField', 'paymentDateField'] as const)(
    'for the %s are none and user fields',
    (key) => {
      expect(fieldChoices(key, fields, '').map(({ value }) => value)).toEqual(['', 'UF_SHIPPED', 'UF_PAID']);
    },
  );

  it('for the due date are the standard fields and the portal’s single dates', () => {
    const others = [aField('UF_MANY', { type: 'date[]' }), aField('UF_TEXT', { type: 'string' }), ...all];
    expect(fieldChoices('dueDateField', current(...others), 'CLOSEDATE').map(({ value }) => value)).toEqual([
      'BEGINDATE',
      'CLOSEDATE',
      'UF_SHIPPED',
      'UF_PAID',
    ]);
  });

  it('for what is paid are none and the portal’s single numbers and sums', () => {
    const sums = ['integer', 'double', 'money', 'money[]', 'string', 'boolean'] as const;
    const offered = current(...all, ...sums.map((type) => aField(`UF_${type}`, { type })));
    expect(fieldChoices('paidSumField', offered, '').map(({ value }) => value)).toEqual([
      '',
      'UF_integer',
      'UF_double',
      'UF_money',
    ]);
  });

  it('with the same title are told apart by name', () => {
    const twins = current(aField('UF_A', { title: 'Дата' }), aField('UF_B', { title: 'Дата' }), paid);
    const labels = fieldChoices('paymentDateField', twins, '').map(({ label }) => label);
    expect(labels).toEqual(['Не выбрано', 'Дата (UF_A)', 'Дата (UF_B)', 'Оплачен']);
  });

  it('go by name where a field has no title', () => {
    const labels = fieldChoices('paymentDateField', current(aField('UF_A', { title: '' })), '').map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['Не выбрано', 'UF_A']);
  });

  it('hold the chosen field while the portal’s fields are unknown', () => {
    expect(fieldChoices('shipmentDateField', UNKNOWN, 'UF_SHIPPED')).toEqual([
      { value: '', label: 'Не выбрано' },
      { value: 'UF_SHIPPED', label: 'Поле портала' },
    ]);
  });

  it('go by the titles that are kept until the portal is asked again', () => {
    expect(fieldChoices('paymentDateField', known, '')).toEqual([
      { value: '', label: 'Не выбрано' },
      { value: 'UF_CRM_PAID1DATE', label: 'Оплачен' },
    ]);
    expect(fieldChoices('paymentDateField', known, 'UF_NEW')).toContainEqual({
      value: 'UF_NEW',
      label: 'Поле портала',
    });
  });

  it('hold a chosen field that the portal has no more, and say so', () => {
    expect(fieldChoices('shipmentDateField', current(), 'UF_OLD')).toContainEqual({
      value: 'UF_OLD',
      label: 'Нет на портале',
    });
  });
});

describe('below a date field stands', () => {
  it('what recent invoices have in it', () => {
    const hint = fieldHint('shipmentDateField', fields, 'UF_SHIPPED', false);
    expect(hint).toEqual({ kind: 'plain', text: 'Например: 12.05.2026, 30.04.2026' });
  });

  it('nothing of samples where it is a sum', () => {
    const sum = current(aField('UF_SUM', { type: 'money' }));
    expect(fieldHint('paidSumField', sum, 'UF_SUM', false)).toEqual({ kind: 'plain', text: '' });
  });

  it('that it was proposed and wants a look', () => {
    const hint = fieldHint('paymentDateField', fields, 'UF_PAID', true);
    expect(hint).toEqual({
      kind: 'proposed',
      text: 'Выбрано по названию, проверьте. В последних счетах это поле пусто.',
    });
  });

  it('what becomes of the report without it', () => {
    const told = (key: FieldKey): string => fieldHint(key, fields, '', false).text;
    expect(told('shipmentDateField')).toBe('Столбец «Дата отгрузки» будет пустым.');
    expect(told('paymentDateField')).toBe('Оплаченными будут счета на успешной стадии.');
    expect(told('paidSumField')).toBe('Столбец «Оплачено» будет пустым.');
  });

  it('that the portal has it no more', () => {
    expect(fieldHint('paymentDateField', fields, 'UF_OLD', false)).toEqual({
      kind: 'gone',
      text: 'Поля UF_OLD на портале больше нет. Выберите другое.',
    });
  });

  it('nothing wrong of a field that is only unknown yet', () => {
    expect(fieldHint('paymentDateField', UNKNOWN, 'UF_PAID', false)).toEqual({
      kind: 'plain',
      text: 'UF_PAID: название появится после обновления отчёта.',
    });
    expect(fieldHint('periodField', UNKNOWN, 'BEGINDATE', false)).toEqual({ kind: 'plain', text: '' });
  });
});

describe('below a date field whose title is kept stands', () => {
  const told = (key: FieldKey, name: string) => fieldHint(key, known, name, false);

  it('nothing that only the portal could tell', () => {
    expect(told('paymentDateField', 'UF_CRM_PAID1DATE')).toEqual({ kind: 'plain', text: '' });
    expect(told('paymentDateField', 'UF_NEW')).toEqual({
      kind: 'plain',
      text: 'UF_NEW: название появится после обновления отчёта.',
    });
  });

  it('what filtering by it costs, without its name', () => {
    expect(told('periodField', 'UF_CRM_PAID1DATE').text).toMatch(/^По этому полю/);
  });
});

describe('a period field by which some portals cannot filter', () => {
  const told = (name: string, key: FieldKey = 'periodField') =>
    fieldHint(key, current(aField(name)), name, false).kind;

  it.each([
    ['UF_CRM_PAID1DATE', 'slow'],
    ['UF_CRM_2PAID', 'slow'],
    ['UF_CRM_SMART_INVOICE_1651168135187', 'plain'],
    ['UF_CRM_PAID', 'plain'],
    ['BEGINDATE', 'plain'],
  ])('says what that costs: %s is %s', (name, kind) => {
    expect(told(name)).toBe(kind);
  });

  it('costs nothing in a column', () => {
    expect(told('UF_CRM_PAID1DATE', 'paymentDateField')).toBe('plain');
  });

  it('is known by its name alone, and gone is gone', () => {
    const unknown = fieldHint('periodField', UNKNOWN, 'UF_CRM_PAID1DATE', false);
    expect([unknown.kind, unknown.text]).toEqual(['slow', expect.stringMatching(/^UF_CRM_PAID1DATE: /)]);
    expect(fieldHint('periodField', current(), 'UF_CRM_PAID1DATE', false).kind).toBe('gone');
  });
});

describe('a proposal', () => {
  it('is the first field meant for a setting', () => {
    const second = aField('UF_PAID_TOO', { proposedFor: 'paymentDateField' });
    expect(proposals([...all, second])).toEqual({
      shipmentDateField: 'UF_SHIPPED',
      paymentDateField: 'UF_PAID',
    });
  });

  it('is not made where no field is meant', () => {
    expect(proposals([aField('UF_A')])).toEqual({ shipmentDateField: '', paymentDateField: '' });
  });
});
