/** Which invoices have one buyer, and how that is shown on all lines of a sheet. */
import type { Buyer } from '../../../src/report/buyer';
import { compareBuyers, sheetBuyers, type SheetBuyer } from '../../../src/report/buyer-key';
import type { InvoiceHead } from '../../../src/report/report-model';
import { anInvoice } from './builders';

interface Facts extends Partial<Buyer> {
  readonly id?: number;
  readonly companyId?: number | null;
  readonly contactId?: number | null;
}

const aHead = ({ id = 1, companyId = null, contactId = null, ...buyer }: Facts): InvoiceHead => ({
  invoice: anInvoice({ id, companyId, contactId }),
  buyer: { inn: '', name: '', ...buyer },
});

function buyersOf(...facts: readonly Facts[]): SheetBuyer[] {
  const heads = facts.map((one, index) => aHead({ id: index + 1, ...one }));
  return heads.map(sheetBuyers(heads));
}

const isOne = (a: Facts, b: Facts): boolean => {
  const [first, second] = buyersOf(a, b);
  return first === second;
};

describe('two invoices have', () => {
  it.each<[string, Facts, Facts]>([
    ['of one INN', { inn: '7707083893', companyId: 1 }, { inn: '7707083893', companyId: 2 }],
    ['of one INN with spaces around it', { inn: ' 770708389312\n' }, { inn: '770708389312', contactId: 2 }],
    ['of one company', { companyId: 5, name: 'A' }, { companyId: 5, contactId: 7, name: 'B' }],
    ['of one company and numbers that are no INN', { companyId: 5, inn: '77' }, { companyId: 5, inn: '78' }],
    ['of one contact', { contactId: 5, name: 'A' }, { contactId: 5, name: 'B' }],
    ['of one name without a client', { name: 'A' }, { name: 'A' }],
  ])('one buyer where they are %s', (_, a, b) => {
    expect(isOne(a, b)).toBe(true);
  });

  it.each<[string, Facts, Facts]>([
    ['another INN', { inn: '7707083893', companyId: 1 }, { inn: '7707083894', companyId: 1 }],
    ['other companies of one name', { companyId: 1, name: 'A' }, { companyId: 2, name: 'A' }],
    ['a company and a contact of one id', { companyId: 1 }, { contactId: 1 }],
    ['a name like an id', { companyId: 1 }, { name: '1' }],
    ['an INN that only one has', { companyId: 1, inn: '7707083893' }, { companyId: 1 }],
    ['numbers of 11 digits', { companyId: 1, inn: '12345678901' }, { companyId: 2, inn: '12345678901' }],
    ['letters in the number', { companyId: 1, inn: '770708389A' }, { companyId: 2, inn: '770708389A' }],
    ['names that differ in a space', { name: 'A' }, { name: 'A ' }],
  ])('two where there are %s', (_, a, b) => {
    expect(isOne(a, b)).toBe(false);
  });
});

test('a buyer is shown as its invoice with the highest id has it, in whatever order they come', () => {
  const inn = '7707083893';
  const heads = [
    aHead({ id: 9, inn, name: 'Третий', kpp: '770701001' }),
    aHead({ id: 12, inn: ` ${inn}`, name: 'Последний' }),
    aHead({ id: 3, inn, name: 'Первый', kpp: '770701003' }),
  ];
  const shown = heads.map(sheetBuyers(heads));
  expect(shown[0]).toEqual({ inn: ` ${inn}`, name: 'Последний', key: { kind: 'inn', value: inn } });
  expect(new Set(shown).size).toBe(1);
});

test('an invoice that the sheet does not hold has no buyer there', () => {
  expect(() => sheetBuyers([])(aHead({ id: 1 }))).toThrow('Expected an invoice of the sheet');
});

test('buyers stand by name by code units, those of one name by key: INN, company, contact, name', () => {
  const inOrder: Facts[] = [
    { name: 'B', inn: '7707083893' },
    { name: 'a', inn: '1000000000' },
    { name: 'a', inn: '770708389312' },
    { name: 'a', inn: '9000000000' },
    { name: 'a', companyId: 9, contactId: 1 },
    { name: 'a', companyId: 10 },
    { name: 'a', contactId: 2 },
    { name: 'a', contactId: 11 },
    { name: 'a' },
    { name: 'Ёлка' },
    { name: 'Яна' },
    { name: 'а' },
  ];
  const buyers = buyersOf(...inOrder);
  expect([...buyers].reverse().sort(compareBuyers)).toEqual(buyers);
  expect([...buyers].sort(compareBuyers)).toEqual(buyers);
});
