/** What is put into packs comes out of them. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { MAX_PACK_BYTES, openPack, sealPacks } from '../../../src/cache/packs';
import { RECORD_FORMAT } from '../../../src/cache/seal';
import { nodeCodec } from '../../support/nodeCodec';
import { AT, entryOf, incompressible, someEntries } from './entries';

describe('packs', () => {
  it('give back what was put into them, for any answers', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), (entries, at) => {
        const packs = sealPacks(entries, at, nodeCodec).map(({ text }) => openPack(text, nodeCodec));
        expect(packs).toEqual([{ at, entries }]);
      }),
    );
  });

  it('are JSON texts with a format number, a time stamp, a checksum and a body in ASCII', () => {
    const [pack] = sealPacks([entryOf(1, [{ name: 'Труба стальная' }])], AT, nodeCodec);
    expect(JSON.parse(pack?.text ?? '')).toEqual({
      format: RECORD_FORMAT,
      at: AT,
      sum: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      body: expect.stringMatching(/^[A-Za-z0-9+/=]+$/) as unknown,
    });
  });

  it('are none without answers', () => {
    expect(sealPacks([], AT, nodeCodec)).toEqual([]);
  });

  it('keep their bound and lose nothing, however badly answers compress', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(sizes, fc.boolean(), (characters, isRandom) => {
        const text = (count: number, seed: number): string =>
          isRandom ? incompressible(count, seed) : 'я'.repeat(count * 10);
        const entries = characters.map((count, index) => entryOf(index, text(count, index)));
        const packs = sealPacks(entries, AT, nodeCodec);
        expect(packs.filter((pack) => Buffer.byteLength(pack.text) > MAX_PACK_BYTES)).toHaveLength(0);
        const opened = packs.flatMap((pack) => openPack(pack.text, nodeCodec)?.entries);
        expect(isDeepStrictEqual(opened, entries)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('leave out an answer that is too large alone, and nothing else', () => {
    const entries = [entryOf(1, 'small'), entryOf(2, incompressible(150_000)), entryOf(3, 'small too')];
    const kept = sealPacks(entries, AT, nodeCodec).flatMap((pack) => pack.entries);
    expect(kept).toEqual([entries[0], entries[2]]);
  });

  it('are nearly full but the first, which cannot know yet how well its answers compress', () => {
    const entries = Array.from({ length: 300 }, (_, index) => entryOf(index, incompressible(2_000, index)));
    const bytes = sealPacks(entries, AT, nodeCodec).map((pack) => pack.text.length);
    expect(bytes.length).toBeGreaterThan(4);
    expect(Math.min(...bytes.slice(1, -1))).toBeGreaterThan(0.9 * MAX_PACK_BYTES);
  });
});
