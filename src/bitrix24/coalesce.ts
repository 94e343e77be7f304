/**
 * Many single queries become few list requests. Pure: which of the open queries are asked for now, and together.
 * Full chunks go at once; the rest waits as long as an earlier kind may still bring more of the same.
 */
import type { Query, QueryKind } from '../domain/query';

/** The portal's page: a list of up to 50 ids never needs a second one (Bitrix24 source, IRestService::LIST_LIMIT). */
export const CHUNK_SIZE = 50;

/** Kinds that are asked for by lists of ids, each after the kinds whose answers bring queries of it. */
const ORDER: readonly QueryKind[] = [
  'invoices',
  'rows',
  'link',
  'requisite',
  'companyRequisites',
  'contactRequisites',
  'company',
  'contact',
];
const asksAlone: ReadonlySet<QueryKind> = new Set(['invoices', 'total', 'stages', 'fields', 'profile']);

/** Whether the portal answers for several owners of product rows in one request. */
export type OwnerLists = 'unknown' | 'taken' | 'refused';

export interface ReadPlan {
  readonly chunks: readonly (readonly Query[])[];
  /** Wants that wait for more of their kind. */
  readonly waiting: readonly Query[];
}

/**
 * @param open queries that nobody has asked for yet, without repetition
 * @param active kinds with a request under way
 */
export function planReads(
  open: readonly Query[],
  active: ReadonlySet<QueryKind>,
  ownerLists: OwnerLists,
): ReadPlan {
  const chunks: (readonly Query[])[] = [];
  const waiting: Query[] = [];
  const mayBringMore = new Set(active);
  for (const kind of ['total', 'stages', 'fields', 'profile', ...ORDER] as const) {
    const queries = open.filter((query) => query.kind === kind);
    if (queries.length === 0) continue;
    const mayWait = upstreamOf(kind).some((earlier) => mayBringMore.has(earlier));
    // One list is the probe: as long as nobody knows, no second one is risked beside it.
    const isProbe = kind === 'rows' && ownerLists === 'unknown';
    const isProbing = isProbe && active.has('rows');
    const size = asksAlone.has(kind) || (kind === 'rows' && ownerLists === 'refused') ? 1 : CHUNK_SIZE;
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

/** Kinds whose answers may bring queries of this one; rows bring none. */
function upstreamOf(kind: QueryKind): readonly QueryKind[] {
  return ORDER.slice(0, Math.max(ORDER.indexOf(kind), 0)).filter((earlier) => earlier !== 'rows');
}
