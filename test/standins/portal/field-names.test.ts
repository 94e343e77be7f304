import fc from 'fast-check';
import { FieldNames } from '../../../portal/items/FieldNames';

const STANDARD = ['ID', 'ACCOUNT_NUMBER', 'MYCOMPANY_ID', 'BEGINDATE', 'PARENT_ID_2'];

describe('field names', () => {
  it.each([
    ['ACCOUNT_NUMBER', 'accountNumber'],
    ['MYCOMPANY_ID', 'mycompanyId'],
    ['BEGINDATE', 'begindate'],
    ['PARENT_ID_2', 'parentId2'],
    ['UF_CRM_INN', 'ufCrmInn'],
    ['UF_CRM_5_1639669411830', 'ufCrm5_1639669411830'],
    ['UF_CRM_SMART_INVOICE_1651168135187', 'ufCrm_SMART_INVOICE_1651168135187'],
    ['UF_CRM_626D6ABE98692', 'ufCrm_626D6ABE98692'],
    ['UF_CRM_1651168135', 'ufCrm_1651168135'],
    ['UF_TASK_12A', 'ufTASK_12A'],
  ])('turn %s into %s', (upper, camel) => {
    expect(new FieldNames([]).toCamel(upper)).toBe(camel);
  });

  it('keep the upper-case name of a second field that would get the same key', () => {
    const names = new FieldNames(['UF_CRM_A__B', 'UF_CRM_A_B']);
    expect(names.toCamel('UF_CRM_A__B')).toBe('ufCrmAB');
    expect(names.toCamel('UF_CRM_A_B')).toBe('UF_CRM_A_B');
  });

  it('read back every camelCase name of a mixed user field', () => {
    const tail = fc.stringMatching(/^[A-Z]{1,5}[0-9][A-Z0-9]{0,12}$/);
    fc.assert(
      fc.property(tail, (text) => {
        const upper = `UF_CRM_${text}`;
        expect(new FieldNames(STANDARD).toUpper(new FieldNames(STANDARD).toCamel(upper))).toBe(upper);
      }),
    );
  });
});
