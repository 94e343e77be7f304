/** Requisites: the one linked to an invoice, requisites by id, and all requisites of companies or contacts. */
import type { RequisiteRecord } from '../domain/records';
import type { Want } from '../domain/wants';
import { decodeLink, decodeRequisite, REQUISITE_SELECT } from './decode-buyer';
import { INVOICE } from './entity-types';
import { toList } from './json';
import { badAnswer, call, decoded, isLastPage, mustBeAsked, onlyAsked, type Read } from './read';

/** A company's requisites are few; a portal that never stops listing is broken. */
const MAX_PAGES = 200;

export function* readLinks(chunk: readonly Want[]): Read {
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
  return chunk.map((wanted) => ({
    want: wanted,
    answer: found.get(wanted.id)?.requisiteId ?? null,
    life: 'ttl',
  }));
}

export function* readRequisites(chunk: readonly Want[]): Read {
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
  return chunk.map((wanted) => ({ want: wanted, answer: found.get(wanted.id) ?? null, life: 'ttl' }));
}

/** All requisites of companies or contacts, paged by id because legacy lists wrap round past their end. */
export function* readRequisitesOf(entityTypeId: number, chunk: readonly Want[]): Read {
  const ids = chunk.map(({ id }) => id);
  const method = 'crm.requisite.list';
  const found = new Map<number, RequisiteRecord[]>(ids.map((id) => [id, []]));
  let after = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const paging = after === 0 ? {} : { '>ID': after };
    const reply = yield call(method, {
      filter: { ENTITY_TYPE_ID: entityTypeId, '@ENTITY_ID': ids, ...paging },
      select: REQUISITE_SELECT,
      order: { ID: 'ASC' },
      start: 0,
    });
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
      return chunk.map((wanted) => ({ want: wanted, answer: found.get(wanted.id) ?? [], life: 'ttl' }));
    }
  }
  throw badAnswer(method);
}
