/** A pack that is not exactly what was written gives nothing, and never a wrong answer. */
import fc from 'fast-check';
import { openPack, sealPacks } from '../../../src/cache/packs';
import { RECORD_FORMAT } from '../../../src/cache/seal';
import { sha256Hex } from '../../../src/hash/sha256';
import { nodeCodec } from '../../support/nodeCodec';
import { AT, someEntries } from './entries';

const aPack = someEntries.map((entries) => {
  const [pack] = sealPacks(entries, AT, nodeCodec);
  if (pack === undefined) throw new Error('expected one pack but received none');
  return { text: pack.text, same: { at: pack.at, entries } };
});

const withSum = (format: number, body: string): string =>
  JSON.stringify({ format, at: 5, sum: sha256Hex(`${format}:{"at":5}:${body}`), body });

describe('a damaged pack', () => {
  it('gives the same answers or none after any flip of a bit', () => {
    fc.assert(
      fc.property(aPack, fc.nat(), fc.nat({ max: 15 }), ({ text, same }, where, bit) => {
        const index = where % text.length;
        const flipped = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit));
        const opened = openPack(text.slice(0, index) + flipped + text.slice(index + 1), nodeCodec);
        expect([null, same]).toContainEqual(opened);
      }),
      { numRuns: 500 },
    );
  });

  it('gives nothing when it is cut off anywhere', () => {
    fc.assert(
      fc.property(aPack, fc.nat(), ({ text }, where) => {
        expect(openPack(text.slice(0, where % text.length), nodeCodec)).toBeNull();
      }),
    );
  });

  it('gives nothing when its body is another pack’s', () => {
    fc.assert(
      fc.property(aPack, aPack, (left, right) => {
        const { body } = JSON.parse(right.text) as { body: string };
        const mixed = JSON.stringify({ ...(JSON.parse(left.text) as object), body });
        expect([null, left.same]).toContainEqual(openPack(mixed, nodeCodec));
      }),
    );
  });

  it('gives nothing when its time stamp was changed', () => {
    fc.assert(
      fc.property(aPack, ({ text }) => {
        const changed = JSON.stringify({ ...(JSON.parse(text) as object), at: AT + 1 });
        expect(openPack(changed, nodeCodec)).toBeNull();
      }),
    );
  });

  it('gives nothing when only its format number was changed', () => {
    fc.assert(
      fc.property(aPack, fc.integer(), ({ text }, number) => {
        const changed = JSON.stringify({ ...(JSON.parse(text) as object), format: number });
        expect(openPack(changed, nodeCodec) === null).toBe(number !== RECORD_FORMAT);
      }),
    );
  });

  it.each([
    ['an empty text', ''],
    ['a foreign text', 'hello'],
    ['JSON null', 'null'],
    ['a JSON list', '[1,2]'],
    ['an object without the parts of a pack', '{"format":1}'],
    ['an older format', withSum(RECORD_FORMAT - 1, nodeCodec.compress('[]'))],
    [
      'a time that is no number',
      withSum(RECORD_FORMAT, nodeCodec.compress('[]')).replace('"at":5', '"at":"5"'),
    ],
    ['a body that does not expand', withSum(RECORD_FORMAT, 'not gzip')],
    ['a body that is no JSON', withSum(RECORD_FORMAT, nodeCodec.compress('[['))],
    ['a body that is no list', withSum(RECORD_FORMAT, nodeCodec.compress('{}'))],
    ['an entry that is no list', withSum(RECORD_FORMAT, nodeCodec.compress('[{}]'))],
    ['an entry of another length', withSum(RECORD_FORMAT, nodeCodec.compress('[["a",1,300]]'))],
    ['an entry without a key', withSum(RECORD_FORMAT, nodeCodec.compress('[[1,1,300,null]]'))],
    ['an entry without a time', withSum(RECORD_FORMAT, nodeCodec.compress('[["a","1",300,null]]'))],
    ['an entry without a life', withSum(RECORD_FORMAT, nodeCodec.compress('[["a",1,null,null]]'))],
  ])('gives nothing: %s', (_, text) => {
    expect(openPack(text, nodeCodec)).toBeNull();
  });

  it('is told from a whole one by the same means', () => {
    expect(openPack(withSum(RECORD_FORMAT, nodeCodec.compress('[["a",1,300,null]]')), nodeCodec)).toEqual({
      at: 5,
      entries: [{ key: 'a', keptAt: 1, lifeSeconds: 300, answer: null }],
    });
  });
});
