/** One JSON value under one property: what is read back, and what counts as not there. */
import { isShapedLike, StoredValue } from '../../../src/state/StoredValue';
import { FakePropertyStore } from '../../support/FakePropertyStore';

interface Sample {
  readonly text: string;
  readonly count: number;
  readonly time: string | null;
  readonly inner: { readonly flag: boolean };
}

const SAMPLE: Sample = { text: '', count: 0, time: null, inner: { flag: false } };
const VALUE: Sample = { text: 'Отчёт', count: 7, time: '2026-05-20T09:00:00Z', inner: { flag: true } };

function stored(text: string | null): StoredValue<Sample> {
  const properties = new FakePropertyStore();
  if (text !== null) properties.setProperty('key', text);
  return new StoredValue(properties, 'key', isShapedLike(SAMPLE));
}

describe('a stored value', () => {
  it('is what was set, until it is cleared', () => {
    const value = stored(null);
    expect(value.get()).toBeNull();
    value.set(VALUE);
    expect(value.get()).toEqual(VALUE);
    value.clear();
    expect(value.get()).toBeNull();
  });

  it('may have null where its sample has null', () => {
    expect(stored(JSON.stringify({ ...VALUE, time: null })).get()).toEqual({ ...VALUE, time: null });
  });

  it('may have more in it than is asked for: a later version may have written it', () => {
    expect(stored(JSON.stringify({ ...VALUE, more: 1 })).get()).toMatchObject(VALUE);
  });
});

describe('the shape of a sample', () => {
  it.each([null, undefined, 'text', 4, true])('is not that of %j, and asking does no harm', (value) => {
    expect(isShapedLike(SAMPLE)(value)).toBe(false);
  });

  it('is not that of a text that happens to have such a member', () => {
    expect([isShapedLike({ length: 0 })('text'), isShapedLike({ length: 0 })({ length: 4 })]).toEqual([
      false,
      true,
    ]);
  });
});

describe('what lies there damaged', () => {
  it.each([
    '',
    ' ',
    '{',
    'null',
    'true',
    '1',
    '"text"',
    '[]',
    '{}',
    'undefined',
    JSON.stringify(VALUE).slice(0, -1),
  ])('is not there: %j', (text) => {
    expect(stored(text).get()).toBeNull();
  });

  it.each([
    { text: 1 },
    { text: null },
    { count: '7' },
    { count: null },
    { time: 1 },
    { inner: null },
    { inner: 'text' },
    { inner: [] },
    { inner: {} },
    { inner: { flag: 1 } },
  ])('is not there with %j in it', (odd) => {
    expect(stored(JSON.stringify({ ...VALUE, ...odd })).get()).toBeNull();
  });

  it.each(Object.keys(VALUE))('is not there without its %s', (absent) => {
    const rest = Object.fromEntries(Object.entries(VALUE).filter(([key]) => key !== absent));
    expect(stored(JSON.stringify(rest)).get()).toBeNull();
  });
});
