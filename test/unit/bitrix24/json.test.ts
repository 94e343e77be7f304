/** Which forms of a value the portal may use, and which are refused. */
import {
  ShapeError,
  toDecimal,
  toFlag,
  toId,
  toInteger,
  toList,
  toObject,
  toOptionalId,
  toText,
} from '../../../src/bitrix24/json';

const PLACE = 'invoice.field';

describe('an id', () => {
  it.each([
    [1, 1],
    ['17', 17],
    ['007', 7],
    [999_999_999_999_999, 999_999_999_999_999],
    ['999999999999999', 999_999_999_999_999],
  ])('may be %j', (value, id) => {
    expect(toId(value, PLACE)).toBe(id);
  });

  it.each([null, undefined, '', '0', 0, false])(
    'that is missing may be %j, which says that there is none',
    (value) => {
      expect(toOptionalId(value, PLACE)).toBeNull();
      expect(() => toId(value, PLACE)).toThrow(ShapeError);
    },
  );

  it.each([
    -1,
    '-1',
    1.5,
    '1.5',
    ' 1',
    '1 ',
    '1e3',
    'seven',
    true,
    [],
    [7],
    {},
    NaN,
    2 ** 53,
    '9999999999999999',
  ])('may not be %j', (value) => {
    expect(() => toOptionalId(value, PLACE)).toThrow(ShapeError);
  });
});

describe('a decimal', () => {
  it.each([
    [0, 0],
    [-12.5, -12.5],
    ['0', 0],
    ['1234.50', 1234.5],
    ['-0.01', -0.01],
    ['+7', 7],
    ['1.0E+3', 1000],
    ['1.0e-2', 0.01],
    ['000000000000000000001.5', 1.5],
    ['123456789012345', 123_456_789_012_345],
  ])('may be %j', (value, number) => {
    expect(toDecimal(value, PLACE)).toBe(number);
  });

  it.each(['1234567890123456', '12345678901234.56', '0.1234567890123456', '1.234567890123456E+20'])(
    'of more than 15 digits stays the text it is: %s',
    (value) => {
      expect(toDecimal(value, PLACE)).toBe(value);
    },
  );

  it.each([null, undefined, '', false])('that is %j is none, which is not 0', (value) => {
    expect(toDecimal(value, PLACE)).toBeNull();
  });

  it.each([
    '1,5',
    '1 000',
    ' 1',
    '1.',
    '.5',
    '0x10',
    'NaN',
    'Infinity',
    '1e',
    '1e1234',
    true,
    [],
    {},
    NaN,
    Infinity,
  ])('may not be %j', (value) => {
    expect(() => toDecimal(value, PLACE)).toThrow(ShapeError);
  });

  it('too large for any number is refused rather than infinite', () => {
    expect(() => toDecimal('1e400', PLACE)).toThrow(ShapeError);
  });
});

describe('a text', () => {
  it.each([
    ['', ''],
    ['  as it stands\n', '  as it stands\n'],
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [1.5, '1.5'],
  ])('may be %j', (value, text) => {
    expect(toText(value, PLACE)).toBe(text);
  });

  it.each([true, false, [], {}, 1e21, 12_345_678_901_234_567_890])('may not be %j', (value) => {
    expect(() => toText(value, PLACE)).toThrow(ShapeError);
  });
});

describe('a flag', () => {
  it.each(['Y', true])('is set by %j', (value) => {
    expect(toFlag(value, PLACE)).toBe(true);
  });

  it.each(['N', false, null, undefined, ''])('is not set by %j', (value) => {
    expect(toFlag(value, PLACE)).toBe(false);
  });

  it.each(['y', 'n', 'yes', 1, 0, '1', [], {}])('may not be %j', (value) => {
    expect(() => toFlag(value, PLACE)).toThrow(ShapeError);
  });
});

describe('a whole number', () => {
  it.each([
    [0, 0],
    [-5, -5],
    ['50', 50],
    ['-5', -5],
  ])('may be %j', (value, number) => {
    expect(toInteger(value, PLACE)).toBe(number);
  });

  it.each([null, undefined, '', 1.5, '1.5', '+1', true, [], {}, Infinity])('may not be %j', (value) => {
    expect(() => toInteger(value, PLACE)).toThrow(ShapeError);
  });
});

describe('an object', () => {
  it('is itself, and `[]` is an empty one, as PHP prints it', () => {
    expect(toObject({ a: 1 }, PLACE)).toEqual({ a: 1 });
    expect(toObject([], PLACE)).toEqual({});
  });

  it.each([null, undefined, '', 'text', 0, false, [1], [[]]])('may not be %j', (value) => {
    expect(() => toObject(value, PLACE)).toThrow(ShapeError);
  });
});

describe('a list', () => {
  it('is itself', () => {
    expect(toList([], PLACE)).toEqual([]);
    expect(toList([null], PLACE)).toEqual([null]);
  });

  it.each([null, undefined, {}, { 0: 1 }, 'text', 1])('may not be %j', (value) => {
    expect(() => toList(value, PLACE)).toThrow(ShapeError);
  });
});

describe('an error of shape', () => {
  it('names the place and what was expected there', () => {
    expect(() => toId('s3cret', 'invoice.id')).toThrow('invoice.id: expected an id or none');
    expect(() => toId(0, 'invoice.id')).toThrow('invoice.id: expected an id');
  });
});
