/** Where new answers go among a ring's slots. */
import type { PackEntry } from '../../../src/cache/packs';
import { planRing, type RingPlan } from '../../../src/cache/plan-ring';
import { emptySlot, type Slot } from '../../../src/cache/slots';
import type { Codec } from '../../../src/platform/platform';
import { nodeCodec } from '../../support/nodeCodec';
import { AT, entryOf, incompressible } from './entries';

/** Compresses to about 2,450 bytes, so that some 40 of them fill a pack. */
const bulky = (index: number): PackEntry => entryOf(index, incompressible(2_400, index));

/** A full pack, whose life begins so many seconds after the others'. */
const bulk = (first: number, seconds = 0): PackEntry[] =>
  Array.from({ length: 38 }, (_, index) => ({ ...bulky(first + index), keptAt: AT + seconds * 1000 }));

const ring = (count: number): Slot[] =>
  Array.from({ length: count }, (_, index) => emptySlot(`slot.${index}`));

const keysIn = (slots: readonly Slot[]): string[] =>
  slots.flatMap((slot) => slot.entries.map((entry) => entry.key)).sort();

function countingCodec(): Codec & { characters: number } {
  return {
    characters: 0,
    compress(text) {
      this.characters += text.length;
      return nodeCodec.compress(text);
    },
    expand: (packed) => nodeCodec.expand(packed),
  };
}

describe('the plan of a ring', () => {
  it('appends to a pack that is not full by writing it again', () => {
    const first = planRing(ring(3), [entryOf(1, 'a')], AT, nodeCodec);
    const second = planRing(first.slots, [entryOf(2, 'b')], AT, nodeCodec);
    expect([...second.texts.keys()]).toEqual(['slot.0']);
    expect(keysIn(second.slots)).toEqual([entryOf(1, '').key, entryOf(2, '').key]);
    expect([first.stored, second.stored, second.evicted]).toEqual([1, 1, 0]);
  });

  it('leaves full packs alone', () => {
    const full = planRing(ring(3), bulk(0), AT, nodeCodec);
    const next = planRing(full.slots, bulk(100), AT, nodeCodec);
    expect([...next.texts.keys()]).toEqual(['slot.1']);
  });

  it('puts a new answer in place of the old one under the same key, without an eviction', () => {
    const first = planRing(ring(3), [entryOf(1, 'old')], AT, nodeCodec);
    const second = planRing(first.slots, [entryOf(1, 'new')], AT, nodeCodec);
    expect(second.slots.flatMap((slot) => slot.entries)).toEqual([entryOf(1, 'new')]);
    expect(second.evicted).toBe(0);
  });

  it('drops stale answers from a pack that it writes again', () => {
    const first = planRing(ring(3), [entryOf(1, 'old')], AT, nodeCodec);
    const fresh = { ...entryOf(2, 'b'), keptAt: AT + 300_000 };
    const second = planRing(first.slots, [fresh], AT + 300_000, nodeCodec);
    expect(second.slots.flatMap((slot) => slot.entries)).toEqual([fresh]);
    expect(second.evicted).toBe(1);
  });

  it('loses nothing where a stale pack is written again with more than one pack holds', () => {
    const stale = planRing(ring(3), [entryOf(1, 'old')], AT, nodeCodec);
    const incoming = [...bulk(100, 300), ...bulk(200, 300)];
    const next = planRing(stale.slots, incoming, AT + 300_000, nodeCodec);
    expect([...next.texts.keys()]).toEqual(['slot.0', 'slot.1']);
    expect(keysIn(next.slots)).toEqual(incoming.map(({ key }) => key));
  });

  it('overwrites a pack without a live answer before an older one that is still alive', () => {
    const live = bulk(0).map((entry) => ({ ...entry, lifeSeconds: 21_600 }));
    const first = planRing(ring(2), live, AT, nodeCodec);
    const second = planRing(first.slots, bulk(100, 1), AT + 1_000, nodeCodec);
    const third = planRing(second.slots, bulk(200, 301), AT + 301_000, nodeCodec);
    expect([...third.texts.keys()]).toEqual(['slot.1']);
    expect(third.evicted).toBe(38);
  });

  it('overwrites the oldest pack when all are alive', () => {
    const times = [2, 1, 3];
    let slots: readonly Slot[] = ring(3);
    for (const [index, seconds] of times.entries()) {
      const plan = planRing(slots, bulk(index * 100, seconds), AT + seconds * 1000, nodeCodec);
      slots = plan.slots;
    }
    const plan = planRing(slots, bulk(900, 4), AT + 4_000, nodeCodec);
    expect([...plan.texts.keys()]).toEqual(['slot.1']);
    expect(plan.evicted).toBe(38);
    expect(plan.slots).toHaveLength(3);
  });

  it('keeps the newest answers when more come in than the ring holds', () => {
    const incoming = Array.from({ length: 200 }, (_, index) => bulky(index));
    const plan = planRing(ring(2), incoming, AT, nodeCodec);
    expect(plan.texts.size).toBe(2);
    expect(plan.stored).toBeLessThan(85);
    expect(keysIn(plan.slots)).toContain(bulky(199).key);
  });

  it('says when the last answer of its texts expires', () => {
    const long = { ...entryOf(1, 'a'), lifeSeconds: 900 };
    expect(planRing(ring(1), [long, entryOf(2, 'b')], AT, nodeCodec).expiresAt).toBe(AT + 900_000);
  });

  it('compresses each answer a few times only, however many flushes bring them in', () => {
    const codec = countingCodec();
    const answers = Array.from({ length: 600 }, (_, index) => entryOf(index, incompressible(200, index)));
    let plan: RingPlan = planRing(ring(10), [], AT, codec);
    for (const answer of answers) plan = planRing(plan.slots, [answer], AT, codec);
    const characters = answers.reduce((sum, answer) => sum + JSON.stringify(answer).length, 0);
    // 4,000 bytes of small packs written again and again, then log2(600) doublings, not 600 / 2 rewrites.
    expect(codec.characters / characters).toBeLessThan(16);
    expect(keysIn(plan.slots)).toEqual(answers.map((answer) => answer.key));
  });
});
