/** Invoices that a result names stand on «Проверка данных» too, wherever one of its checks is about the same thing. */
import type { CheckName } from '../../../src/domain/check-names';
import type { RequisiteRecord, RowValue } from '../../../src/domain/records';
import { differingVat } from '../../../src/report/row-sums';
import { checksIn, PAID_ON, SHIPPED, toldOf, type Case } from './some-checks';

const namesOf = (one: Case): readonly string[] => [
  ...new Set(toldOf(checksIn([one], { payment: { paymentDateField: PAID_ON } })).map(([name]) => name)),
];

describe('A value that cannot be read is an empty one', () => {
  const ofInvoice = (value: string, facts: Case = {}): Case => ({
    ...facts,
    more: { unreadable: [value as never] },
  });
  const ofRow = (value: RowValue, row: object): Case => ({ rows: [{}, { ...row, unreadable: [value] }] });
  const ofRequisite = (value: 'inn' | 'kpp', facts: Partial<RequisiteRecord>): Case => ({
    requisite: { ...facts, unreadable: [value] },
  });

  it.each<[string, Case, readonly CheckName[]]>([
    ['a number', ofInvoice('accountNumber', { accountNumber: '' }), ['number-missing']],
    ['a sum', ofInvoice('opportunity', { opportunity: null }), ['sum-empty']],
    ['a currency', ofInvoice('currency', { currency: '' }), ['currency-missing']],
    ['a stage', ofInvoice('stage', { stageId: '' }), ['stage-unknown']],
    ['a company', ofInvoice('buyer', { companyId: null }), ['buyer-missing']],
    ['a date', ofInvoice('BEGINDATE', { dates: { BEGINDATE: null } }), ['date-missing']],
    ['a due date', ofInvoice('CLOSEDATE', { due: null }), ['due-missing']],
    ['a payment date', ofInvoice(PAID_ON, { stageId: 'S' }), ['paid-stage']],
    ['a price', ofRow('price', { price: null }), ['row-empty']],
    ['a quantity', ofRow('quantity', { quantity: null }), ['row-empty']],
    ['an INN', ofRequisite('inn', { inn: '', kpp: '' }), ['inn-missing']],
    ['a KPP', ofRequisite('kpp', { kpp: '' }), ['kpp-missing']],
  ])('%s', (_, one, expected) => {
    expect(namesOf(one)).toEqual(expected);
  });

  it.each<[string, Case]>([
    ['the VAT of an invoice', ofInvoice('taxValue', { taxValue: null })],
    ['a shipment date', ofInvoice(SHIPPED, { shipped: null })],
    ['the rate of a row', { ...ofRow('taxRate', { taxRate: null, price: 0.01 }), opportunity: 122.01 }],
    ['the name of a product', ofRow('productName', { name: '', price: '0.001', taxRate: null })],
  ])('but no check is about %s', (_, one) => {
    expect(namesOf(one)).toEqual([]);
  });
});

describe('What the result says of sums', () => {
  it('the sheet says too, to the kopeck', () => {
    expect(namesOf({ opportunity: 122.01 })).toEqual(['rows-differ']);
  });

  it('and of VAT, but for what the portal’s rounding of one piece may make', () => {
    const many = { rows: [{ price: 1.22, quantity: 100 }], taxValue: 22.5 };
    expect(differingVat({ taxValue: 22.5 }, [{ vat: 22 }])).toMatchObject({ isSlight: false });
    expect(namesOf(many)).toEqual([]);
    expect(namesOf({ ...many, taxValue: 22.51 })).toEqual(['vat-differs']);
  });
});
