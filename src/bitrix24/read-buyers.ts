/** Who buys: the requisite linked to an invoice, requisites by id or of an owner, and names where no requisite gives one. */
import type { RequisiteRecord } from '../domain/records';
import type { Answers, Query } from '../domain/query';
import { INVOICE } from '../domain/portal';
import { decodeLink, decodeRequisite, REQUISITE_SELECT } from './decode-buyer';
import { listIn, toList } from './json';
import type { Call, Params } from './methods';
import {
  badAnswer,
  call,
  decoded,
  isLastPage,
  isSettled,
  mustBeAsked,
  readByIds,
  type Named,
  type Read,
} from './read';

/** A company's requisites are few; a portal that never stops listing is broken. */
const MAX_PAGES = 200;

export const readLinks = (chunk: readonly Query[]): Read<Answers['link']> =>
  readByIds(
    chunk,
    // `@ENTITY_ID`, because the rights check of `ENTITY_ID` with a list looks at invoice 1 (crm/lib/requisite/entitylink.php).
    (ids) =>
      call('crm.requisite.link.list', {
        filter: { '=ENTITY_TYPE_ID': INVOICE, '@ENTITY_ID': ids },
        select: ['ENTITY_TYPE_ID', 'ENTITY_ID', 'REQUISITE_ID'],
        order: { ENTITY_ID: 'ASC' },
        start: 0,
      }),
    (result) => toList(result, 'links').map(decodeLink),
    (query, portalClock) => (isSettled(query, portalClock) ? 'ttl' : 'refresh'),
  );

export const readRequisites = (chunk: readonly Query[]): Read<Answers['requisite']> =>
  readByIds(
    chunk,
    (ids) => requisitesCall({ '@ID': ids }),
    (result) => requisitesIn(result).map((record) => ({ id: record.id, record })),
  );

const requisitesCall = (filter: Params): Call =>
  call('crm.requisite.list', { filter, select: REQUISITE_SELECT, order: { ID: 'ASC' }, start: 0 });

const requisitesIn = (result: unknown): readonly RequisiteRecord[] =>
  toList(result, 'requisites').map(decodeRequisite);

/** Companies or contacts. */
export const readItems = <Item>(
  entityTypeId: number,
  chunk: readonly Query[],
  select: readonly string[],
  decode: (value: unknown) => Named<Item>,
): Read<Item | null> =>
  readByIds(
    chunk,
    (ids) =>
      call('crm.item.list', {
        entityTypeId,
        select,
        filter: { '@id': ids },
        order: { id: 'ASC' },
        start: -1,
      }),
    (result) => listIn(result, 'items').map(decode),
  );

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
  const before = (soFar ?? { after: 0, found: [] }) as RequisitesSoFar;
  const found = new Map<number, RequisiteRecord[]>(ids.map((id) => [id, []]));
  for (const [ownerId, known] of before.found) found.get(ownerId)?.push(...known);
  let { after } = before;
  for (let page = 0; page < MAX_PAGES; page++) {
    const paging = after === 0 ? {} : { '>ID': after };
    const ask = requisitesCall({ ENTITY_TYPE_ID: entityTypeId, '@ENTITY_ID': ids, ...paging });
    const known: RequisitesSoFar = { after, found: [...found] };
    const reply = yield { ...ask, ...(after === 0 ? {} : { soFar: known }) };
    const { records, isLast } = decoded(ask.method, reply, (result, envelope) => {
      const list = requisitesIn(result);
      return { records: list, isLast: isLastPage(envelope, list.length) };
    });
    for (const requisite of records) {
      mustBeAsked(ask.method, ids, requisite.entityId);
      if (requisite.entityTypeId !== entityTypeId || requisite.id <= after) throw badAnswer(ask.method);
      after = requisite.id;
      found.get(requisite.entityId)?.push(requisite);
    }
    if (isLast) return chunk.map((query) => ({ query, answer: found.get(query.id) ?? [], life: 'ttl' }));
  }
  throw badAnswer('crm.requisite.list');
}
