/** One text for one JSON value. */
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { canonical } from '../../../src/hash/canonical';

describe('canonical JSON', () => {
  it('is the same whatever the order in which object keys were set', () => {
    expect(canonical({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
    expect(canonical({ a: { c: 3, d: 2 }, b: 1 })).toBe(canonical({ b: 1, a: { d: 2, c: 3 } }));
  });

  it('keeps the order of arrays', () => {
    expect(canonical([3, 1, 2])).toBe('[3,1,2]');
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });

  it('sorts keys by UTF-16 code unit', () => {
    expect(canonical({ я: 1, z: 2, '>=id': 3, '\u{1F4C4}': 4, '\uFFFD': 5, Z: 6 })).toBe(
      '{">=id":3,"Z":6,"z":2,"я":1,"\u{1F4C4}":4,"\uFFFD":5}',
    );
  });

  it('leaves out members that are undefined', () => {
    expect(canonical({ a: undefined, b: null })).toBe('{"b":null}');
  });

  it('tells numbers, texts, booleans and null apart', () => {
    const texts = [1, '1', true, 'true', null, 'null', [], {}, '', 0, false].map(canonical);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    ['not a number', NaN],
    ['infinity', -Infinity],
    ['undefined', undefined],
    ['undefined in an array', [undefined]],
    ['a hole in an array', new Array<number>(1)],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a big integer', BigInt(1)],
    ['a date', new Date(0)],
    ['a map', { filter: new Map() }],
    ['an instance of a class', new URLSearchParams('id=1')],
  ])('throws for %s', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });

  it('says what it was given instead of a JSON value', () => {
    expect(() => canonical(undefined)).toThrow('expected a JSON value but received undefined');
  });

  it.each([
    ['without a prototype', Object.assign(Object.create(null) as object, { b: 1, a: 2 })],
    ['of another script context', runInNewContext('({ b: 1, a: 2 })')],
  ])('takes an object %s', (_, value) => {
    expect(canonical(value)).toBe('{"a":2,"b":1}');
  });

  it('reads back as the same value and is blind to the order of keys, for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(withKeysReversed(value))).toBe(canonical(value));
      }),
    );
  });
});

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, withKeysReversed(member)] as const);
  return Object.fromEntries(entries.reverse());
}
