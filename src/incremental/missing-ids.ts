/** Which of many records are gone, found by counting: a group whose count is short is halved until reading it costs less. */
import { PAGE_SIZE } from '../domain/portal';
import type { Part } from '../domain/records';
import type { Task } from '../domain/task';
import type { Doubt } from './doubt';

/** Halving never finds what is gone of so many for less than reading all of them. */
const FEW = 3 * PAGE_SIZE;

export type Counted = Pick<Part<unknown>, 'total'> | 'refused';

/** Asks how many of these there are. */
export type CountOf<Id> = (ids: readonly Id[]) => Task<Counted>;

/**
 * @param total how many of them the portal has
 * @returns ids among which all missing ones are: few pages, or all where looking on would cost more than reading them,
 *   or where a half is counted by other facts than the whole, as with links to each other's requisites
 */
export function* missingIds<Id>(
  ids: readonly Id[],
  countOf: CountOf<Id>,
  total: number,
): Task<readonly Id[] | Doubt> {
  const budget = { left: Math.ceil(ids.length / PAGE_SIZE) };
  const look = function* (group: readonly Id[], known: number): Task<readonly Id[] | Doubt> {
    if (known === group.length) return [];
    if (known > group.length || group.length <= FEW || budget.left <= 0) return group;
    budget.left -= 1;
    const half = group.slice(0, Math.ceil(group.length / 2));
    const answer = yield* countOf(half);
    if (answer === 'refused') return 'refused';
    const first = yield* look(half, answer.total);
    if (typeof first === 'string') return first;
    const second = yield* look(group.slice(half.length), known - answer.total);
    return typeof second === 'string' ? second : [...first, ...second];
  };
  return yield* look(ids, total);
}
