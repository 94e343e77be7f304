/** Which of many records are gone, found by counting: a group whose count is short is halved until a page holds it. */
import { PAGE_SIZE } from '../domain/portal';
import type { Part } from '../domain/records';
import type { Task } from '../domain/task';
import type { Doubt } from './doubt';

export type Counted = Pick<Part<unknown>, 'total'> | 'refused';

/** Asks how many of these there are. */
export type CountOf<Id> = (ids: readonly Id[]) => Task<Counted>;

/**
 * @param total how many of them the portal has, null where it has not been asked
 * @returns ids among which all missing ones are: few pages, or all where looking on would cost more than reading them
 */
export function* missingIds<Id>(
  ids: readonly Id[],
  countOf: CountOf<Id>,
  total: number | null = null,
): Task<readonly Id[] | Doubt> {
  const budget = { left: 1 + Math.ceil(ids.length / PAGE_SIZE) };
  const look = function* (group: readonly Id[], known: number | null): Task<readonly Id[] | Doubt> {
    if (group.length === 0 || known === group.length) return [];
    // More than there are: what a half was counted by is not all that the whole was, as with links to each other's.
    const isOdd = known !== null && known > group.length;
    if (isOdd || (known !== null && (group.length <= PAGE_SIZE || budget.left <= 0))) return group;
    const isWhole = known === null;
    const half = isWhole ? group : group.slice(0, Math.ceil(group.length / 2));
    budget.left -= 1;
    const answer = yield* countOf(half);
    if (isWhole) {
      if (answer !== 'refused') return yield* look(group, answer.total);
      return group.length <= PAGE_SIZE ? 'refused' : yield* inHalves(group);
    }
    if (answer === 'refused') return 'refused';
    const first = yield* look(half, answer.total);
    const second = yield* look(group.slice(half.length), known - answer.total);
    return both(first, second);
  };
  /** An array that the portal does not take may be too long. */
  const inHalves = function* (group: readonly Id[]): Task<readonly Id[] | Doubt> {
    const middle = Math.ceil(group.length / 2);
    return both(yield* look(group.slice(0, middle), null), yield* look(group.slice(middle), null));
  };
  return yield* look(ids, total);
}

const both = <Id>(a: readonly Id[] | Doubt, b: readonly Id[] | Doubt): readonly Id[] | Doubt => {
  if (typeof a === 'string') return a;
  return typeof b === 'string' ? b : [...a, ...b];
};
