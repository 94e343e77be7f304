/**
 * Many single queries become few list requests. Pure: which of the open queries are asked for now, and together.
 * Full chunks go at once; the rest waits as long as an earlier kind may still bring more of the same.
 */
import { PAGE_SIZE } from '../domain/portal';
import type { Query, QueryKind } from '../domain/query';
import { kindsBefore, QUERIES, QUERY_KINDS } from './queries';

/** Whether the portal answers for several owners of product rows in one request. */
export type OwnerLists = 'unknown' | 'taken' | 'refused';

export interface ReadPlan {
  readonly chunks: readonly (readonly Query[])[];
  /** Queries that wait for more of their kind. */
  readonly waiting: readonly Query[];
}

/**
 * @param open queries that nobody has asked for yet, without repetition
 * @param active kinds with a request under way
 * @param mayGrow whether answers may bring further queries
 */
export function planReads(
  open: readonly Query[],
  active: ReadonlySet<QueryKind>,
  ownerLists: OwnerLists,
  mayGrow = true,
): ReadPlan {
  const chunks: (readonly Query[])[] = [];
  const waiting: Query[] = [];
  const mayBringMore = new Set(active);
  for (const kind of QUERY_KINDS) {
    const queries = open.filter((query) => query.kind === kind);
    if (queries.length === 0) continue;
    const { groups } = QUERIES[kind];
    const mayWait = mayGrow && kindsBefore(kind).some((earlier) => mayBringMore.has(earlier));
    // One list is the probe: as long as nobody knows, no second one is risked beside it.
    const isProbe = groups === 'owners' && ownerLists === 'unknown';
    const isProbing = isProbe && active.has(kind);
    const isAlone = groups === 'alone' || (groups === 'owners' && ownerLists === 'refused');
    const size = isAlone ? 1 : PAGE_SIZE;
    const sorted = [...queries].sort((a, b) => a.id - b.id);
    const limit = isProbing ? 0 : isProbe ? 1 : Infinity;
    let at = 0;
    for (let made = 0; made < limit && at < sorted.length; made++, at += size) {
      if (sorted.length - at < size && mayWait) break;
      chunks.push(sorted.slice(at, at + size));
    }
    waiting.push(...sorted.slice(at));
    mayBringMore.add(kind);
  }
  return { chunks, waiting };
}
