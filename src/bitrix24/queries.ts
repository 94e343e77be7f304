/** What the add-on can ask the CRM: everything about a kind of query but its answer's type is its one entry here. */
import type { Answers, Life, Query, QueryKind } from '../domain/query';
import { COMPANY, CONTACT, INVOICE } from '../domain/portal';
import { COMPANY_SELECT, CONTACT_SELECT, decodeCompany, decodeContact } from './decode-buyer';
import { decodeCategories, decodeFields, decodeProfile, decodeStages } from './decode-portal';
import type { Call } from './methods';
import { call, decoded, type Decode, type Read } from './read';
import { readItems, readLinks, readRequisites, readRequisitesOf } from './read-buyers';
import {
  readBetween,
  readInvoicesById,
  readLinkCount,
  readNamesSaved,
  readRecent,
  readRequisitesSaved,
} from './read-changes';
import { readInvoices, readOlder, readTotal, type ListSettings } from './read-invoices';
import { readProductRows } from './read-product-rows';

/** In the order in which a report comes together: the earliest goes first, since the others wait for it. */
export const READ_PHASES = ['list', 'links', 'requisites', 'rows'] as const;

export type ReadPhase = (typeof READ_PHASES)[number];

interface KindOfQuery<Answer> {
  readonly phase: ReadPhase;
  /**
   * How many share a request: each has its own, up to a page of ids go together, or of owners, of whom some portals
   * take one at a time.
   */
  readonly groups: 'alone' | 'ids' | 'owners';
  /** Kinds whose answers bring queries of this one: it waits for them before it asks for less than a full page. */
  readonly after: readonly QueryKind[];
  /** The request that would answer the query if it were asked for alone: what it is known by in the cache. */
  soleRequest(id: number): Call;
  /** @param chunk queries of this kind; one where it goes alone, else a page of them at most */
  read(chunk: readonly [Query, ...Query[]], list: ListSettings, soFar: unknown): Read<Answer>;
}

const OF_BUYERS = { phase: 'requisites', groups: 'ids' } as const;

/** In the order in which reads are planned: every kind stands below those it comes after. */
export const QUERIES: { readonly [K in QueryKind]: KindOfQuery<Answers[K]> } = {
  total: single(
    call('crm.item.list', { entityTypeId: INVOICE, select: ['id'], start: 0 }),
    'refresh',
    readTotal,
  ),
  stages: single(call('crm.status.list', {}), 'ttl', decodeStages),
  categories: single(call('crm.category.list', { entityTypeId: INVOICE }), 'ttl', decodeCategories),
  fields: single(call('crm.item.fields', { entityTypeId: INVOICE }), 'ttl', decodeFields),
  profile: single(call('profile', {}), 'ttl', decodeProfile),
  invoices: {
    phase: 'list',
    groups: 'alone',
    after: [],
    soleRequest: (id) => call('crm.item.list', { entityTypeId: INVOICE, after: id }),
    read: ([query], list) => readInvoices(list, query),
  },
  older: {
    phase: 'list',
    groups: 'alone',
    after: [],
    soleRequest: (id) => call('crm.item.list', { entityTypeId: INVOICE, asked: 'older', after: id }),
    read: ([query], list) => readOlder(list, query),
  },
  recent: once('recent', readRecent),
  between: once('between', readBetween),
  invoice: {
    phase: 'list',
    groups: 'ids',
    after: [],
    soleRequest: (id) => call('crm.item.list', { entityTypeId: INVOICE, id }),
    read: (chunk, list) => readInvoicesById(list, chunk),
  },
  links: once('links', (_, query) => readLinkCount(query)),
  requisitesSaved: once('requisitesSaved', (_, query) => readRequisitesSaved(query)),
  companiesSaved: once('companiesSaved', (_, query) =>
    readNamesSaved(COMPANY, query, COMPANY_SELECT, decodeCompany),
  ),
  contactsSaved: once('contactsSaved', (_, query) =>
    readNamesSaved(CONTACT, query, CONTACT_SELECT, decodeContact),
  ),
  rows: {
    phase: 'rows',
    groups: 'owners',
    after: ['invoices'],
    soleRequest: (id) => call('crm.item.productrow.list', { ownerType: 'SI', ownerId: id }),
    read: (chunk, _, soFar) => readProductRows(chunk, soFar),
  },
  link: {
    phase: 'links',
    groups: 'ids',
    after: ['invoices', 'older'],
    soleRequest: (id) => call('crm.requisite.link.list', { ENTITY_TYPE_ID: INVOICE, ENTITY_ID: id }),
    read: readLinks,
  },
  requisite: {
    ...OF_BUYERS,
    after: ['link'],
    soleRequest: (id) => call('crm.requisite.list', { ID: id }),
    read: readRequisites,
  },
  companyRequisites: {
    ...OF_BUYERS,
    after: ['requisite'],
    soleRequest: (id) => call('crm.requisite.list', { ENTITY_TYPE_ID: COMPANY, ENTITY_ID: id }),
    read: (chunk, _, soFar) => readRequisitesOf(COMPANY, chunk, soFar),
  },
  contactRequisites: {
    ...OF_BUYERS,
    after: ['companyRequisites'],
    soleRequest: (id) => call('crm.requisite.list', { ENTITY_TYPE_ID: CONTACT, ENTITY_ID: id }),
    read: (chunk, _, soFar) => readRequisitesOf(CONTACT, chunk, soFar),
  },
  company: {
    ...OF_BUYERS,
    after: ['contactRequisites'],
    soleRequest: (id) => call('crm.item.list', { entityTypeId: COMPANY, id }),
    read: (chunk) => readItems(COMPANY, chunk, COMPANY_SELECT, decodeCompany),
  },
  contact: {
    ...OF_BUYERS,
    after: ['company'],
    soleRequest: (id) => call('crm.item.list', { entityTypeId: CONTACT, id }),
    read: (chunk) => readItems(CONTACT, chunk, CONTACT_SELECT, decodeContact),
  },
};

export const QUERY_KINDS = Object.keys(QUERIES) as readonly QueryKind[];

/** The kind of a chunk, all of whose queries are of one. */
export const kindOf = ([first]: readonly Query[]): QueryKind => (first as Query).kind;

/**
 * Reads queries of one kind, a chunk of them at most.
 * @param soFar what an earlier read of the same chunk had of its pages
 */
export const readOf = (chunk: readonly Query[], list: ListSettings, soFar?: unknown): Read =>
  QUERIES[kindOf(chunk)].read(chunk as [Query, ...Query[]], list, soFar);

/** The request that would answer the query if it were asked for alone. Different queries have different ones. */
export const soleRequest = ({ kind, id }: Query): Call => QUERIES[kind].soleRequest(id);

/** All kinds whose answers may bring queries of this one, directly or by way of others. */
export const kindsBefore = (kind: QueryKind): readonly QueryKind[] =>
  QUERIES[kind].after.flatMap((earlier) => [earlier, ...kindsBefore(earlier)]);

/** A kind each of whose queries is asked once, by a request of its own, and kept by nobody. */
function once<Answer>(
  kind: QueryKind,
  read: (list: ListSettings, query: Query) => Read<Answer>,
): KindOfQuery<Answer> {
  return {
    phase: 'list',
    groups: 'alone',
    after: [],
    soleRequest: (id) => call('crm.item.list', { asked: kind, nonce: id }),
    read: ([query], list) => read(list, query),
  };
}

/** A kind that has one query only, which one request answers. */
function single<Answer>(ask: Call, life: Life, decode: Decode<Answer>): KindOfQuery<Answer> {
  return {
    phase: 'list',
    groups: 'alone',
    after: [],
    soleRequest: () => ask,
    *read([query]) {
      return [{ query, answer: decoded(ask.method, yield ask, decode), life }];
    },
  };
}
