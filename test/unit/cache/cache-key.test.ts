/** The key of a logical answer. */
import fc from 'fast-check';
import { cacheKey, slotPrefix } from '../../../src/cache/cache-key';

const scope = { epoch: 3, connection: 'f'.repeat(64) };
const identity = { method: 'crm.requisite.list', params: { filter: { ID: 5 }, select: ['ID', 'RQ_INN'] } };

describe('cache key', () => {
  it('is 64 hexadecimal digits', () => {
    expect(cacheKey(scope, identity, '')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order of parameter names', () => {
    const reordered = { ...identity, params: { select: ['ID', 'RQ_INN'], filter: { ID: 5 } } };
    expect(cacheKey(scope, reordered, '')).toBe(cacheKey(scope, identity, ''));
  });

  it.each([
    ['epoch', { ...scope, epoch: 4 }, identity, ''],
    ['connection', { ...scope, connection: 'e'.repeat(64) }, identity, ''],
    ['method', scope, { ...identity, method: 'crm.requisite.get' }, ''],
    ['parameters', scope, { ...identity, params: { filter: { ID: 6 }, select: ['ID', 'RQ_INN'] } }, ''],
    ['order of a list', scope, { ...identity, params: { filter: { ID: 5 }, select: ['RQ_INN', 'ID'] } }, ''],
    ['version', scope, identity, '2026-03-01T10:00:00+03:00'],
  ])('depends on the %s', (_, otherScope, otherIdentity, version) => {
    expect(cacheKey(otherScope, otherIdentity, version)).not.toBe(cacheKey(scope, identity, ''));
  });

  it('tells Cyrillic parameters of the same length apart', () => {
    const named = (name: string): string => cacheKey(scope, { ...identity, params: { name } }, '');
    expect(named('Иванов')).not.toBe(named('Петров'));
  });

  it('does not let one part run into the next', () => {
    fc.assert(
      fc.property(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.string(), fc.string()), (left, right) => {
        const key = ([method, version]: [string, string]): string =>
          cacheKey(scope, { method, params: {} }, version);
        const isSame = left[0] === right[0] && left[1] === right[1];
        return (key(left) === key(right)) === isSame;
      }),
    );
  });
});

describe('slot prefix', () => {
  it('separates epochs and connections and shows nothing of the connection', () => {
    const prefixes = [scope, { ...scope, epoch: 4 }, { ...scope, connection: 'e'.repeat(64) }].map(
      slotPrefix,
    );
    expect(new Set(prefixes).size).toBe(3);
    expect(prefixes[0]).toMatch(/^[0-9a-f]{32}$/);
  });
});
