/** A product row out of an answer. */
import { decodeProductRow } from '../../../src/bitrix24/decode-invoice';
import { ShapeError } from '../../../src/bitrix24/json';

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

  it.each<[object, object]>([
    [{ productName: true }, { name: '', unreadable: ['productName'] }],
    [{ price: 'dear' }, { price: null, unreadable: ['price'] }],
    [{ quantity: '2 pieces' }, { quantity: null, unreadable: ['quantity'] }],
    [{ taxRate: 'twenty' }, { taxRate: null, unreadable: ['taxRate'] }],
    [{ sort: 'first' }, { sort: 0 }],
  ])('with %j has %j, and all else', (odd, changes) => {
    const { row } = decodeProductRow(ROW);
    expect(decodeProductRow({ ...ROW, ...odd })).toEqual({ ownerId: 7, row: { ...row, ...changes } });
  });

  it.each([
    { ownerType: 'D' },
    { price: undefined },
    { quantity: undefined },
    { productName: undefined },
    { id: 0 },
    { ownerId: null },
    { price: { sum: 1 } },
    { sort: [1] },
    { id: 'one' },
  ])('is refused with %j', (odd) => {
    expect(() => decodeProductRow({ ...ROW, ...odd })).toThrow(ShapeError);
  });
});
