/** What a ring makes of the texts that the store gives. */
import { type PackEntry, sealPacks } from '../../../src/cache/packs';
import { loadRing } from '../../../src/cache/slots';
import { nodeCodec } from '../../support/nodeCodec';
import { AT, entryOf } from './entries';

const NAMES = ['slot.0', 'slot.1', 'slot.2'];
const LONGEST_LIFE_SECONDS = 21_600;

const packText = (entries: readonly PackEntry[], at: number): string =>
  sealPacks(entries, at, nodeCodec)[0]?.text ?? '';

const load = (texts: Record<string, string>, now = AT): ReturnType<typeof loadRing> =>
  loadRing(NAMES, texts, LONGEST_LIFE_SECONDS, now, nodeCodec);

describe('loading a ring', () => {
  it('gives every slot in its order, also those without a pack', () => {
    const ring = load({ 'slot.1': packText([entryOf(1, 'a')], AT) });
    expect(ring.slots.map((slot) => [slot.name, slot.entries.length])).toEqual([
      ['slot.0', 0],
      ['slot.1', 1],
      ['slot.2', 0],
    ]);
  });

  it.each([
    ['first', 'slot.0', 'slot.1'],
    ['last', 'slot.1', 'slot.0'],
  ])('takes an answer that two packs hold from the newer pack, which lies %s', (_, newer, older) => {
    const ring = load({
      [newer]: packText([entryOf(1, 'new')], AT + 1),
      [older]: packText([entryOf(1, 'old'), entryOf(2, 'b')], AT),
    });
    expect(ring.fresh.get(entryOf(1, '').key)?.answer).toBe('new');
    expect(ring.slots.find(({ name }) => name === older)?.entries).toEqual([entryOf(2, 'b')]);
  });

  it('finds a fresh answer in an older pack although a newer one holds it stale', () => {
    const longer = { ...entryOf(1, 'fresh'), lifeSeconds: 900 };
    const ring = load(
      {
        'slot.0': packText([entryOf(1, 'stale'), { ...entryOf(2, 'b'), lifeSeconds: 900 }], AT + 1),
        'slot.1': packText([longer], AT),
      },
      AT + 300_000,
    );
    expect(ring.fresh.get(longer.key)?.answer).toBe('fresh');
  });

  it('calls a pack useless whose answers are all in newer packs, without counting an eviction', () => {
    const ring = load({
      'slot.0': packText([entryOf(1, 'a')], AT),
      'slot.2': packText([entryOf(1, 'a'), entryOf(2, 'b')], AT + 1),
    });
    expect(ring).toMatchObject({ useless: ['slot.0'], evicted: 0 });
  });

  it('counts each answer of a stale pack, and a damaged pack as one', () => {
    const ring = load(
      { 'slot.0': packText([entryOf(1, 'a'), entryOf(2, 'b')], AT), 'slot.1': 'damaged' },
      AT + 300_000,
    );
    expect([...ring.useless].sort()).toEqual(['slot.0', 'slot.1']);
    expect(ring.evicted).toBe(3);
    expect(ring.fresh.size).toBe(0);
  });

  it('knows of each pack when it was written, how large it is and when its last answer expires', () => {
    const entries = [entryOf(1, 'a'), { ...entryOf(2, 'b'), lifeSeconds: 900 }, entryOf(3, 'c')];
    const text = packText(entries, AT + 7);
    expect(load({ 'slot.1': text }).slots).toEqual([
      { name: 'slot.0', at: 0, bytes: 0, entries: [], expiresAt: 0 },
      { name: 'slot.1', at: AT + 7, bytes: text.length, entries, expiresAt: AT + 900_000 },
      { name: 'slot.2', at: 0, bytes: 0, entries: [], expiresAt: 0 },
    ]);
  });

  it('serves an answer to its last millisecond, and keeps a pack as long as one of its answers lives', () => {
    const longer = { ...entryOf(2, 'b'), lifeSeconds: 900 };
    const texts = { 'slot.0': packText([entryOf(1, 'a'), longer], AT) };
    const freshAt = (now: number): unknown[] =>
      [...load(texts, now).fresh.values()].map(({ answer }) => answer);
    expect([AT + 299_999, AT + 300_000, AT + 899_999, AT + 900_000].map(freshAt)).toEqual([
      ['a', 'b'],
      ['b'],
      ['b'],
      [],
    ]);
    expect(load(texts, AT + 899_999)).toMatchObject({ useless: [], evicted: 0 });
    expect(load(texts, AT + 900_000)).toMatchObject({ useless: ['slot.0'], evicted: 2 });
  });

  it('lets no answer live longer than it would now, nor longer than it was to', () => {
    const entries = [299, 300, 301].map((lifeSeconds) => ({ ...entryOf(lifeSeconds, 'a'), lifeSeconds }));
    const ring = loadRing(NAMES, { 'slot.0': packText(entries, AT) }, 300, AT, nodeCodec);
    expect([...ring.fresh.values()].map(({ lifeSeconds }) => lifeSeconds)).toEqual([299, 300, 300]);
    expect(ring.slots[0]?.expiresAt).toBe(AT + 300_000);
  });

  it('passes over texts that are no slot’s', () => {
    expect(load({ other: packText([entryOf(1, 'a')], AT) })).toMatchObject({ useless: [], evicted: 0 });
  });
});
