/** Requisites: the one linked to an invoice, requisites by id, and all requisites of companies or contacts. */
import type { RequisiteRecord } from '../domain/records';
import type { Answers, Query } from '../domain/query';
import { INVOICE } from '../domain/portal';
import { decodeLink, decodeRequisite, REQUISITE_SELECT } from './decode-buyer';
import { toList } from './json';
import { badAnswer, call, decoded, isLastPage, mustBeAsked, onlyAsked, type Read } from './read';

/** A company's requisites are few; a portal that never stops listing is broken. */
const MAX_PAGES = 200;

export function* readLinks(chunk: readonly Query[]): Read<Answers['link']> {
  const ids = chunk.map(({ id }) => id);
  // `@ENTITY_ID`, because the rights check of `ENTITY_ID` with a list looks at invoice 1 (crm/lib/requisite/entitylink.php).
  const method = 'crm.requisite.link.list';
  const reply = yield call(method, {
    filter: { '=ENTITY_TYPE_ID': INVOICE, '@ENTITY_ID': ids },
    select: ['ENTITY_TYPE_ID', 'ENTITY_ID', 'REQUISITE_ID'],
    order: { ENTITY_ID: 'ASC' },
    start: 0,
  });
  const links = decoded(method, reply, ({ result }) => toList(result, 'links').map(decodeLink));
  const found = onlyAsked(method, ids, links, ({ invoiceId }) => invoiceId);
  return chunk.map((query) => ({
    query,
    answer: found.get(query.id)?.requisiteId ?? null,
    life: 'ttl',
  }));
}

export function* readRequisites(chunk: readonly Query[]): Read<Answers['requisite']> {
  const ids = chunk.map(({ id }) => id);
  const method = 'crm.requisite.list';
  const ask = call(method, {
    filter: { '@ID': ids },
    select: REQUISITE_SELECT,
    order: { ID: 'ASC' },
    start: 0,
  });
  const requisites = decoded(method, yield ask, ({ result }) =>
    toList(result, 'requisites').map(decodeRequisite),
  );
  const found = onlyAsked(method, ids, requisites, ({ id }) => id);
  return chunk.map((query) => ({ query, answer: found.get(query.id) ?? null, life: 'ttl' }));
}

/** What the pages so far have brought. */
interface RequisitesSoFar {
  /** The id of the last requisite, 0 before the first page. */
  readonly after: number;
  readonly found: readonly (readonly [ownerId: number, requisites: readonly RequisiteRecord[]])[];
}

/**
 * All requisites of companies or contacts, paged by id because legacy lists wrap round past their end.
 * @param soFar of an earlier read of the same chunk
 */
export function* readRequisitesOf(
  entityTypeId: number,
  chunk: readonly Query[],
  soFar?: unknown,
): Read<readonly RequisiteRecord[]> {
  const ids = chunk.map(({ id }) => id);
  const method = 'crm.requisite.list';
  const before = (soFar ?? { after: 0, found: [] }) as RequisitesSoFar;
  const found = new Map<number, RequisiteRecord[]>(ids.map((id) => [id, []]));
  for (const [ownerId, known] of before.found) found.get(ownerId)?.push(...known);
  let { after } = before;
  for (let page = 0; page < MAX_PAGES; page++) {
    const paging = after === 0 ? {} : { '>ID': after };
    const ask = call(method, {
      filter: { ENTITY_TYPE_ID: entityTypeId, '@ENTITY_ID': ids, ...paging },
      select: REQUISITE_SELECT,
      order: { ID: 'ASC' },
      start: 0,
    });
    const known: RequisitesSoFar = { after, found: [...found] };
    const reply = yield { ...ask, ...(after === 0 ? {} : { soFar: known }) };
    const { records, isLast } = decoded(method, reply, (envelope) => {
      const list = toList(envelope.result, 'requisites').map(decodeRequisite);
      return { records: list, isLast: isLastPage(envelope, list.length) };
    });
    for (const requisite of records) {
      mustBeAsked(method, ids, requisite.entityId);
      if (requisite.entityTypeId !== entityTypeId || requisite.id <= after) throw badAnswer(method);
      after = requisite.id;
      found.get(requisite.entityId)?.push(requisite);
    }
    if (isLast) {
      return chunk.map((query) => ({ query, answer: found.get(query.id) ?? [], life: 'ttl' }));
    }
  }
  throw badAnswer(method);
}
