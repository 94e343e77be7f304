/** The three spellings of a field's name, by the portal's own rules. */
import fc from 'fast-check';
import { camelName, filterSpelling, readField } from '../../../src/bitrix24/field-names';
import type { FieldName } from '../../../src/domain/ids';
import { FieldNames } from '../../../portal/items/FieldNames';

const STANDARD = ['ID', 'ACCOUNT_NUMBER', 'BEGINDATE', 'CLOSEDATE', 'MYCOMPANY_ID', 'PARENT_ID_2'];
const field = (name: string): FieldName => name as FieldName;

/** Original name, as `select` takes it, as a filter key behind an operator. */
const SPELLINGS: readonly (readonly [original: string, camel: string, filter: string, original: boolean])[] =
  [
    ['BEGINDATE', 'begindate', 'begindate', false],
    ['CLOSEDATE', 'closedate', 'closedate', false],
    ['ACCOUNT_NUMBER', 'accountNumber', 'accountNumber', false],
    ['MYCOMPANY_ID', 'mycompanyId', 'mycompanyId', false],
    ['PARENT_ID_2', 'parentId2', 'parentId2', false],
    ['UF_CRM_INN', 'ufCrmInn', 'ufCrm_inn', false],
    ['UF_CRM_ACCEPTED_AT', 'ufCrmAcceptedAt', 'ufCrm_accepted_at', false],
    ['UF_CRM_5_1639669411830', 'ufCrm5_1639669411830', 'ufCrm_5_1639669411830', false],
    ['UF_CRM_12_PAID', 'ufCrm12Paid', 'ufCrm_12_paid', false],
    [
      'UF_CRM_SMART_INVOICE_1651168135187',
      'ufCrm_SMART_INVOICE_1651168135187',
      'ufCrm_smart_invoice_1651168135187',
      false,
    ],
    ['UF_CRM_1651168135', 'ufCrm_1651168135', 'ufCrm_1651168135', false],
    ['UF_CRM_626D6ABE98692', 'ufCrm_626D6ABE98692', 'UF_CRM_626D6ABE98692', true],
    ['UF_CRM_12345_PAID', 'ufCrm_12345_PAID', 'ufCrm_12345_paid', false],
    ['UF_CRM_DATE_X', 'ufCrmDateX', 'ufCrm_date_x', false],
    ['UF_PAID', 'ufPaid', 'uf_paid', false],
    ['UF_PAID_7', 'ufPAID_7', 'uf_paid_7', false],
  ];

describe('the name of a field', () => {
  it.each(SPELLINGS)('%s is selected as %s', (name, camel) => {
    expect(camelName(field(name))).toBe(camel);
  });

  it.each(SPELLINGS)('%s is what the portal prints as %s', (name, camel) => {
    expect(new FieldNames(STANDARD).toCamel(name)).toBe(camel);
  });

  it.each(SPELLINGS)('%s (%s) is filtered by as %s', (name, _, key, needsOriginalNames) => {
    expect(filterSpelling(field(name))).toEqual({ key, needsOriginalNames });
  });
});

describe('a name with a part of one letter, which the portal would join to the next', () => {
  it.each([
    ['UF_CRM_X_DATE', 'ufCrm_x_date'],
    ['UF_CRM_A_B_C', 'ufCrm_a_b_c'],
    ['UF_CRM_12_A_B_C', 'ufCrm_12_A_B_C'],
    ['UF_A_A', 'uf_a_a'],
  ])('%s is selected by another spelling that the portal understands: %s', (name, spelling) => {
    expect(camelName(field(name))).toBe(spelling);
    expect(new FieldNames(STANDARD).toUpper(spelling)).toBe(name);
  });
});

/** What the portal lets people choose: parts of letters and digits between single underscores. */
const anyUserField = fc
  .tuple(
    fc.constantFrom('UF_', 'UF_CRM_', 'UF_CRM_SMART_INVOICE_'),
    fc.array(fc.stringMatching(/^[A-Z0-9]{1,8}$/), { minLength: 1, maxLength: 3 }),
  )
  .map(([start, parts]) => field(start + parts.join('_')));

describe('any user field', () => {
  it('is found by the portal under the name that is selected', () => {
    fc.assert(
      fc.property(anyUserField, (name) => {
        expect(new FieldNames(STANDARD).toUpper(camelName(name))).toBe(name);
      }),
    );
  });

  it('is found by the portal behind an operator, with original names or without', () => {
    fc.assert(
      fc.property(anyUserField, fc.constantFrom('>=', '<'), (name, operator) => {
        const { key, needsOriginalNames } = filterSpelling(name);
        const seen = needsOriginalNames
          ? key
          : new FieldNames(STANDARD).toUpper(operator + key).slice(operator.length);
        expect(seen).toBe(name);
      }),
    );
  });

  it('is asked for by original names only where a digit touches a letter', () => {
    fc.assert(
      fc.property(anyUserField, (name) => {
        expect(filterSpelling(name).needsOriginalNames).toBe(/[A-Z]\d|\d[A-Z]/.test(name));
      }),
    );
  });
});

describe("a field's value", () => {
  const name = field('UF_CRM_SMART_INVOICE_1651168135187');

  it.each([
    'ufCrm_SMART_INVOICE_1651168135187',
    'UF_CRM_SMART_INVOICE_1651168135187',
    'UFCRM_SMART_INVOICE_1651168135187',
    'ufCrm_smart_invoice_1651168135187',
    'ufCrmSmartInvoice1651168135187',
  ])('is found under %s', (key) => {
    expect(readField({ id: 1, [key]: '2026-05-20' }, name)).toBe('2026-05-20');
  });

  it('is undefined where the answer does not have it, and null where it is null', () => {
    expect(readField({ id: 1, ufCrm_SMART_INVOICE_1651168135188: 'x' }, name)).toBeUndefined();
    expect(readField({ ufCrm_SMART_INVOICE_1651168135187: null }, name)).toBeNull();
  });

  it('is the one under the canonical name where several spellings are there', () => {
    const item = { UFCRM_SMART_INVOICE_1651168135187: 'other', ufCrm_SMART_INVOICE_1651168135187: 'this' };
    expect(readField(item, name)).toBe('this');
  });
});
