/** Packs and rings to the byte, with a codec that leaves texts as long as they are or shortens them evenly. */
import { MAX_PACK_BYTES, openPack, sealPacks, type PackEntry } from '../../../src/cache/packs';
import { planRing } from '../../../src/cache/plan-ring';
import { sealed } from '../../../src/cache/seal';
import { emptySlot, slotWith, type Slot } from '../../../src/cache/slots';
import type { Codec } from '../../../src/platform/platform';
import { AT, entryOf } from './entries';

const plain: Codec = { compress: (text) => text, expand: (text) => text };
/** To a third; nobody opens these. */
const thirds: Codec = { compress: (text) => 'x'.repeat(Math.ceil(text.length / 3)), expand: (text) => text };

/** An entry whose row takes exactly so many characters. */
function rowOf(index: number, characters: number): PackEntry {
  const bare = JSON.stringify(Object.values(entryOf(index, ''))).length;
  return entryOf(index, 'x'.repeat(characters - bare));
}

const rows = (count: number, characters: number): PackEntry[] =>
  Array.from({ length: count }, (_, index) => rowOf(index, characters));

const sealedCounts = (entries: readonly PackEntry[], codec: Codec): number[] =>
  sealPacks(entries, AT, codec).map((pack) => pack.entries.length);

describe('Answers go into packs', () => {
  test('of as many as fit by the ratio of the pack before, in their order', () => {
    const entries = rows(30, 10_000);
    const packs = sealPacks(entries, AT, plain);
    expect(packs.map((pack) => pack.entries.length)).toEqual([9, 9, 9, 3]);
    expect(packs.flatMap((pack) => pack.entries)).toEqual(entries);
    expect(packs.every(({ at, text }) => at === AT && text.length <= MAX_PACK_BYTES)).toBe(true);
    expect(packs.flatMap(({ text }) => openPack(text, plain)?.entries)).toEqual(entries);
  });

  test('of two characters a byte to begin with, and not one more', () => {
    const half = MAX_PACK_BYTES;
    expect(sealedCounts([rowOf(1, half), rowOf(2, half)], thirds)).toEqual([2]);
    expect(sealedCounts([rowOf(1, half), rowOf(2, half + 1)], thirds)).toEqual([1, 1]);
  });

  test('of sizes that are each its own, one after the other', () => {
    const entries = [60_000, 20_000, 30_000, 50_000, 45_000, 98_000].map((size, index) => rowOf(index, size));
    expect(sealedCounts(entries, plain)).toEqual([2, 2, 1, 1]);
  });

  test('alone where they take exactly the bytes of a pack, and not at all where one more', () => {
    const bytes = (characters: number) => sealPacks([rowOf(1, characters)], AT, plain)[0]?.text.length ?? 0;
    const most = 1_000 + MAX_PACK_BYTES - bytes(1_000);
    expect(bytes(most)).toBe(MAX_PACK_BYTES);
    expect(bytes(most + 1)).toBe(0);
    expect(
      sealedCounts([rowOf(1, most + 1), rowOf(2, 100), rowOf(3, most + 1), rowOf(4, 100)], plain),
    ).toEqual([1, 1]);
  });
});

describe('A pack that was sealed by this version, of another shape,', () => {
  const packOf = (at: unknown, content: unknown): string => {
    const { head, body } = sealed({ at }, JSON.stringify(content), plain);
    return JSON.stringify({ ...head, body });
  };
  const row = ['key', 1, 2, 'answer'];

  test('is none, and one of this shape is one', () => {
    expect(openPack(packOf(AT, [row]), plain)).toEqual({
      at: AT,
      entries: [{ key: 'key', keptAt: 1, lifeSeconds: 2, answer: 'answer' }],
    });
    expect(openPack(packOf(AT, []), plain)).toEqual({ at: AT, entries: [] });
  });

  test.each([
    ['a time in words', '5', [row]],
    ['no list', AT, { row }],
    ['a word for a row', AT, ['keys']],
    ['a row that is another beside a good one', AT, [row, [1, 1, 2, 'answer']]],
    ['a row with a part too many', AT, [[...row, 1]]],
    ['a key that is no text', AT, [[1, 1, 2, 'answer']]],
    ['a time of keeping that is no number', AT, [['key', '1', 2, 'answer']]],
    ['a life that is no number', AT, [['key', 1, null, 'answer']]],
  ])('is none: %s', (_, at, content) => {
    expect(openPack(packOf(at, content), plain)).toBeNull();
  });
});

describe('The plan of a ring', () => {
  const entriesOf = (first: number, count: number): PackEntry[] =>
    Array.from({ length: count }, (_, index) => entryOf(first + index, ''));
  const slot = (name: string, first: number, count: number, bytes: number, at = AT): Slot =>
    slotWith(name, { at, entries: entriesOf(first, count) }, bytes);
  const many = slot('many', 100, 40, 50_000);
  const full = slot('full', 200, 1, 95_000);
  const small = slot('small', 300, 20, 4_000);
  const four = slot('four', 400, 4, 50_000);
  const two = slot('two', 500, 2, 50_000);
  const incoming = entriesOf(0, 3);

  test('writes packs again beginning with the fewest answers, and leaves alone those that are full or have more', () => {
    const plan = planRing([many, full, small, four, two, emptySlot('free')], incoming, AT, plain);
    const together = [...two.entries, ...four.entries, ...small.entries, ...incoming];
    expect([...plan.texts.keys()]).toEqual(['two']);
    expect(plan.slots.map(({ name, entries }) => [name, entries])).toEqual([
      ['many', many.entries],
      ['full', full.entries],
      ['small', []],
      ['four', []],
      ['two', together],
      ['free', []],
    ]);
    expect([plan.stored, plan.evicted, plan.expiresAt]).toEqual([3, 0, AT + 300_000]);
    expect(openPack(plan.texts.get('two') ?? '', plain)?.entries).toEqual(together);
  });

  test('takes a pack of exactly as many answers along, and one of more only where it is small', () => {
    const written = (...slots: readonly Slot[]) =>
      planRing([...slots, emptySlot('free')], incoming, AT, plain).slots.map(({ entries }) => entries.length);
    expect(written(slot('a', 100, 3, 4_001))).toEqual([6, 0]);
    expect(written(slot('a', 100, 4, 4_001))).toEqual([4, 3]);
    expect(written(slot('a', 100, 4, 4_000))).toEqual([7, 0]);
    expect(written(slot('a', 100, 3, 0.9 * MAX_PACK_BYTES))).toEqual([3, 3]);
    expect(written(slot('a', 100, 3, 0.9 * MAX_PACK_BYTES - 1))).toEqual([6, 0]);
  });

  test('overwrites what is dead first, then the oldest, and counts what it drops', () => {
    const dead = { ...slot('dead', 100, 9, 95_000, AT), expiresAt: AT };
    const old = slot('old', 200, 8, 95_000, AT - 5);
    const older = slot('older', 300, 7, 95_000, AT - 9);
    const plan = (...slots: readonly Slot[]) => {
      const { texts, evicted, stored } = planRing(slots, incoming, AT, plain);
      return [[...texts.keys()], evicted, stored];
    };
    expect(plan(old, older, dead)).toEqual([['dead'], 9, 3]);
    expect(plan(old, older)).toEqual([['older'], 7, 3]);
    expect(plan(older, old)).toEqual([['older'], 7, 3]);
  });
});
