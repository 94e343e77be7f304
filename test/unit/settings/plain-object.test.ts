/** What counts as an object that somebody handed in or stored, and what is read of it. */
import { ownEntries, storedEntries } from '../../../src/settings/plain-object';

const entriesOf = (value: unknown) => {
  const entries = ownEntries(value);
  return entries === null ? null : [...entries];
};

describe('an object', () => {
  it('is its own entries, but for those with nothing in them', () => {
    const value: unknown = Object.assign(Object.create({ inherited: 1 }) as object, {
      ...{ a: 0, b: null, c: undefined, d: '' },
    });
    expect(entriesOf(value)).toEqual([
      ['a', 0],
      ['b', null],
      ['d', ''],
    ]);
    expect(entriesOf({})).toEqual([]);
    expect(entriesOf(JSON.parse('{"__proto__":1}'))).toEqual([['__proto__', 1]]);
  });

  it.each([null, undefined, 'text', 7, true, [], [1], new Map(), new Date(0), () => ({})])(
    'is not %p',
    (value) => {
      expect(ownEntries(value)).toBeNull();
    },
  );
});

describe('a stored object', () => {
  it('is read from its JSON', () => {
    expect(storedEntries('{"a":[1]}')).toEqual(new Map([['a', [1]]]));
  });

  it.each([null, '', '{', 'null', '[]', '"text"', '7'])('is not in %j', (text) => {
    expect(storedEntries(text)).toBeNull();
  });
});
