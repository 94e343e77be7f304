/** Words that several sheets go by: currencies, rates of VAT, companies of one's own. */
import type { CompanyId, CurrencyCode } from '../../../src/domain/ids';
import type { CompanyRecord } from '../../../src/domain/records';
import { compareCurrencies } from '../../../src/report/currencies';
import { hasSeveralOwnCompanies, ownCompanyName } from '../../../src/report/own-company';
import { compareRates, rateName } from '../../../src/report/rate';
import { aRow } from './builders';

const codes = (text: string): CurrencyCode[] => text.split(' ').map((code) => code as CurrencyCode);

test('currencies stand RUB first, then by code, without one last', () => {
  const found = [...codes('USD EUR RUB'), '' as CurrencyCode, ...codes('AED')];
  expect(found.sort(compareCurrencies)).toEqual(['RUB', 'AED', 'EUR', 'USD', '']);
});

test('rates stand from high to low, one of 0 is a rate, none comes after it, an unreadable one last', () => {
  const rows = [
    aRow({ taxRate: null, unreadable: ['taxRate'] }),
    ...[null, 0, '5', 22, '16.6667', '10.00', 20].map((taxRate) => aRow({ taxRate })),
  ];
  const rates = [...rows].sort(compareRates).map(rateName);
  const inOrder = ['22', '20', '16,6667', '10', '5', '0'].map((rate) => `${rate}\u00a0%`);
  expect(rates).toEqual([...inOrder, 'без НДС', null]);
  expect(rows.reverse().sort(compareRates).map(rateName)).toEqual(rates);
});

test('one’s own company is called by its title, one that may not be seen by its id, none not at all', () => {
  const [known, hidden] = [5 as CompanyId, 6 as CompanyId];
  const companies = new Map<CompanyId, CompanyRecord | null>([
    [known, { id: known, title: 'ООО «Мы»' }],
    [hidden, null],
  ]);
  const names = [known, hidden, null].map((id) => ownCompanyName(id, companies));
  expect(names).toEqual(['ООО «Мы»', '(компания 6 недоступна)', null]);
});

test.each<[string, readonly (number | null | undefined)[], boolean]>([
  ['none', [], false],
  ['one', [5, 5], false],
  ['two', [5, 6], true],
  ['one and none', [5, null], true],
  ['none at all, however it is said', [null, undefined], false],
])('own companies are several: %s', (_, ids, expected) => {
  const invoices = ids.map((id) => (id === undefined ? {} : { ownCompanyId: id as CompanyId | null }));
  expect(hasSeveralOwnCompanies(invoices)).toBe(expected);
});
