/** What the detail sheet shows of a product row, and what it leaves empty where the portal says nothing. */
import fc from 'fast-check';
import type { ProductRow } from '../../../src/domain/records';
import { detailLines } from '../../../src/report/detail-lines';
import { aRow } from './builders';

const lineOf = (facts: Partial<ProductRow>) => detailLines([{ ...aRow({}), ...facts }])[0];

describe('a product row', () => {
  it('shows its name and its numbers as they are, and the VAT within its sum', () => {
    const row = { ...aRow({}), name: 'Стол', price: '10.50', quantity: '2.0000', taxRate: 20 };
    expect(detailLines([row])).toEqual([
      { row, name: 'Стол', quantity: 2, price: 10.5, sum: 21, vat: 3.5, hasVat: true },
    ]);
  });

  it.each<[string, Partial<ProductRow>, object]>([
    ['without a price', { price: null }, { price: null, quantity: 1, sum: null, vat: null }],
    ['without a quantity', { quantity: null }, { price: 120, quantity: null, sum: null, vat: null }],
    ['of nothing', { quantity: 0 }, { quantity: 0, sum: 0, vat: 0, hasVat: true }],
    ['without VAT', { taxRate: null }, { sum: 120, vat: 0, hasVat: false }],
    ['without VAT and price', { taxRate: null, price: null }, { sum: null, vat: 0, hasVat: false }],
    ['with VAT at 0 %', { taxRate: 0 }, { sum: 120, vat: 0, hasVat: true }],
    [
      'whose rate cannot be read',
      { taxRate: null, unreadable: ['taxRate'] },
      { sum: 120, vat: null, hasVat: true },
    ],
    [
      'of which something else cannot be read',
      { taxRate: null, unreadable: ['price', 'quantity', 'productName'] },
      { sum: 120, vat: 0, hasVat: false },
    ],
  ])('%s is shown so', (_, facts, shown) => {
    expect(lineOf(facts)).toMatchObject(shown);
  });

  it('has its place by sort, then id, wherever the portal sends it', () => {
    const places = fc.uniqueArray(fc.record({ sort: fc.nat(3), id: fc.nat(9) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(places, (given) => {
        const rows = given.map(({ sort, id }) => aRow({ id, sort, name: `${sort}.${id}` }));
        const before = [...rows];
        expect(detailLines(rows).map(({ name }) => name)).toEqual(
          given.map(({ sort, id }) => `${sort}.${id}`).sort(),
        );
        expect(rows).toEqual(before);
      }),
    );
  });
});
