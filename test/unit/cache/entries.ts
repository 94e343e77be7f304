/** Entries of packs for tests. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { PackEntry } from '../../../src/cache/packs';

export const anEntry: fc.Arbitrary<PackEntry> = fc.record({
  key: fc.nat().map((index) => createHash('sha256').update(String(index)).digest('hex')),
  keptAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  lifeSeconds: fc.integer({ min: 1, max: 21_600 }),
  // A minus zero is a zero in JSON.
  answer: fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
});

export const someEntries = fc.array(anEntry, { minLength: 1, maxLength: 20 });

export const AT = 1_790_000_000_000;

export function entryOf(index: number, answer: unknown): PackEntry {
  return { key: String(index).padStart(64, '0'), keptAt: AT, lifeSeconds: 300, answer };
}

/** Text of about so many characters that gzip cannot shorten much; another one for another seed. */
export function incompressible(characters: number, seed = 0): string {
  const digests = Array.from({ length: Math.ceil(characters / 44) }, (_, index) =>
    createHash('sha256').update(`${seed}:${index}`).digest('base64'),
  );
  return digests.join('').slice(0, characters);
}
