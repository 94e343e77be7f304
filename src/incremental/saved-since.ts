/** Which of remembered records were saved since, newest first, and which are gone. */
import { canonical } from '../hash/canonical';
import { PAGE_SIZE } from '../domain/portal';
import type { Dated, Part } from '../domain/records';
import type { Task } from '../domain/task';
import type { Doubt } from './doubt';
import { missingIds } from './missing-ids';

export interface Saved<Item> {
  /** As they are now; only those that differ. */
  readonly changed: readonly Item[];
  /** Ids among which all are that are gone. */
  readonly missing: readonly number[];
}

type Answer<Item> = Part<Dated<Item>> | 'refused';

/**
 * @param known what is remembered, by id
 * @param horizon what was saved earlier is known, milliseconds since 1970
 * @param ask for those of some ids that were saved last, without some that were seen already
 */
export function* savedSince<Item extends { readonly id: number }>(
  known: ReadonlyMap<number, Item>,
  horizon: number,
  ask: (ids: readonly number[], seen: readonly number[]) => Task<Answer<Item>>,
): Task<Saved<Item> | Doubt> {
  const ids = [...known.keys()];
  const changed: Item[] = [];
  const seen: number[] = [];
  let previous = Infinity;
  let isEnd = false;
  let total: number | null = null;
  do {
    const page: Answer<Item> = yield* ask(ids, seen);
    if (page === 'refused') return 'refused';
    total ??= page.total;
    isEnd = page.items.length < PAGE_SIZE;
    for (const { record, savedAt } of page.items) {
      const before = known.get(record.id);
      // What was never saved again bears no time and stands last (MySQL sorts NULL so).
      const time = savedAt === '' ? previous : Date.parse(savedAt);
      if (before === undefined || !(time <= previous) || seen.includes(record.id)) return 'order';
      previous = time;
      seen.push(record.id);
      if (canonical(before) !== canonical(record)) changed.push(record);
    }
    // Behind the first that was never saved again stand only such.
    isEnd ||= page.items[page.items.length - 1]?.savedAt === '' || previous < horizon;
  } while (!isEnd);
  const missing = yield* missingIds(ids, (some) => ask(some, []), total);
  return typeof missing === 'string' ? missing : { changed, missing };
}
