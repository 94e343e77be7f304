/** How many ids one question may name: a web server, PHP or the portal itself may refuse more. */
import { PAGE_SIZE } from '../domain/portal';
import { together, type Task } from '../domain/task';
import type { Doubt } from './doubt';

/** Asks for so many ids at once at most: some 70 KB of a request. */
export const MOST_IDS = 10_000;

/** What is learnt of it while a refresh asks; a page of ids is taken by every portal. */
export class ArraySize {
  constructor(private size = MOST_IDS) {}

  get most(): number {
    return this.size;
  }

  refuse(length: number): void {
    this.size = Math.max(PAGE_SIZE, Math.min(this.size, Math.ceil(length / 2)));
  }
}

/** Asks about all of the ids, side by side; where so many are refused, in halves. */
export function* inChunks<Id>(
  ids: readonly Id[],
  arrays: ArraySize,
  act: (some: readonly Id[]) => Task<Doubt | null>,
): Task<Doubt | null> {
  let left = [ids];
  while (left.length > 0) {
    const chunks = left.flatMap((group) => chunksOf(group, arrays.most));
    const found = yield* together(chunks.map(act));
    left = chunks.filter(({ length }, index) => found[index] === 'refused' && length > PAGE_SIZE);
    for (const { length } of left) arrays.refuse(length);
    const doubt = found.find((one, index) => one !== null && !left.includes(chunks[index] ?? []));
    if (doubt) return doubt;
  }
  return null;
}

function chunksOf<Id>(ids: readonly Id[], size: number): readonly (readonly Id[])[] {
  const chunks: (readonly Id[])[] = [];
  for (let at = 0; at < ids.length; at += size) chunks.push(ids.slice(at, at + size));
  return chunks;
}
