/** One odd value of a record: it is empty and noted, and everything else of the record is read. */
import { ShapeError, toDecimal, toText } from '../../../src/bitrix24/json';
import { RecordReader } from '../../../src/bitrix24/RecordReader';

const reader = (record: Readonly<Record<string, unknown>>) =>
  new RecordReader<'sum' | 'name'>(record, 'invoice');

describe('a record', () => {
  it('whose values can be read is noted for nothing', () => {
    const values = reader({ title: 'Стол', total: '1.50' });
    expect([values.read('title', 'name', '', toText), values.read('total', 'sum', null, toDecimal)]).toEqual([
      'Стол',
      1.5,
    ]);
    expect(values.unread).toEqual({});
  });

  it('names each value once that cannot be read, in the order in which they were found', () => {
    const values = reader({ title: true, total: 'abc', more: 'abc' });
    expect([
      values.read('total', 'sum', null, toDecimal),
      values.read('title', 'name', '', toText),
      values.read('more', 'sum', 0, toDecimal),
    ]).toEqual([null, '', 0]);
    expect(values.unread).toEqual({ unreadable: ['sum', 'name'] });
  });

  it('says nothing of a value that no sheet shows', () => {
    const values = reader({ sort: 'abc' });
    expect([values.read('sort', null, 500, toDecimal), values.unread]).toEqual([500, {}]);
  });

  it('may have its value in another place', () => {
    const values = reader({ total: 1 });
    expect(values.read('total', 'sum', null, toDecimal, '2')).toBe(2);
    expect(values.read('total', 'sum', null, toDecimal, 'abc')).toBeNull();
    expect(values.unread).toEqual({ unreadable: ['sum'] });
  });

  it.each([
    ['is absent', {}],
    ['holds other values', { total: { value: 1 } }],
    ['is a list', { total: [1] }],
  ])('is of another shape where the value %s, and says where without saying what', (_, record) => {
    const mustBeThere = (value: unknown, place: string): number => {
      if (typeof value !== 'number') throw new ShapeError(place, 'a number');
      return value;
    };
    const values = reader(record);
    expect(() => values.read('total', 'sum', 0, mustBeThere)).toThrow('invoice.total: expected a number');
    expect(values.unread).toEqual({});
  });

  it('hides no other failure', () => {
    const values = reader({ total: 1 });
    expect(() =>
      values.read('total', 'sum', 0, () => {
        throw new RangeError('of the decoder');
      }),
    ).toThrow(RangeError);
  });
});
