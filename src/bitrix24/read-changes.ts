/**
 * The questions that find what has changed: parts of lists in the order of their last saves, with exact counts. A
 * filter that nobody has used before keeps newer portals from answering with a count of the last five seconds
 * (Bitrix24 source, crm/lib/Service/ItemList/CountCache.php). Where the portal cannot answer so, that is an answer.
 */
import { INVOICE, PAGE_SIZE } from '../domain/portal';
import type { Answers, Query } from '../domain/query';
import type { Dated, InvoiceRecord, Part, RequisiteRecord } from '../domain/records';
import type { Bitrix24Error } from './Bitrix24Error';
import { isAboutAccess, TOO_MUCH } from './classify';
import { decodeRequisite, REQUISITE_SELECT } from './decode-buyer';
import { invoiceDecoder } from './decode-invoice';
import { momentOf } from './envelope';
import { listIn, ShapeError, toList, toObject, toText } from './json';
import type { ListMode } from './list-filter';
import type { Method, Params } from './methods';
import { badAnswer, call, decoded, readByIds, type Named, type Read } from './read';
import { listed, type ListSettings } from './read-invoices';

/** No record has a negative id, so that nothing is excluded. */
const nonceOf = ({ id }: Query): Params => ({ '!id': -id });

/** @param query whose id is its nonce and whose version is `{ seen, mode, rest? }`; `rest` milliseconds pass before it */
export function readRecent(list: ListSettings, query: Query): Read<Answers['recent']> {
  const { seen, mode, rest } = JSON.parse(query.version) as {
    seen: readonly number[];
    mode: ListMode;
    rest?: number;
  };
  const more = { ...nonceOf(query), ...(seen.length === 0 ? {} : { '!@id': seen }) };
  return readList(list, query, listed(list, mode, more), { updatedTime: 'DESC', id: 'DESC' }, rest);
}

/** @param query whose id is its nonce and whose version is `{ after, upTo, mode }`, null for no end */
export function readBetween(list: ListSettings, query: Query): Read<Answers['between']> {
  const { after, upTo, mode } = JSON.parse(query.version) as {
    after: number;
    upTo: number | null;
    mode: ListMode;
  };
  const more = { ...nonceOf(query), '>id': after, ...(upTo === null ? {} : { '<=id': upTo }) };
  return readList(list, query, listed(list, mode, more), { id: 'DESC' });
}

function readList(
  list: ListSettings,
  query: Query,
  params: Params,
  order: Params,
  rest = 0,
): Read<Part<InvoiceRecord> | 'refused'> {
  return readPart(query, 'crm.item.list', { ...params, order }, 'items', invoiceDecoder(list), rest);
}

/** Invoices by id, whatever their dates. */
export const readInvoicesById = (list: ListSettings, chunk: readonly Query[]): Read<InvoiceRecord | null> =>
  readByIds(
    chunk,
    (ids) => {
      const params = listed(list, 'everything', { '@id': ids });
      return call('crm.item.list', { ...params, order: { id: 'ASC' }, start: -1 });
    },
    (result) =>
      listIn(result, 'items')
        .map(invoiceDecoder(list))
        .map((record) => ({ id: record.id, record })),
  );

/** @param query whose version is `{ invoices, requisites }` */
export function* readLinkCount(query: Query): Read<Answers['links']> {
  const { invoices, requisites } = JSON.parse(query.version) as {
    invoices: readonly number[];
    requisites: readonly number[];
  };
  const filter = { '=ENTITY_TYPE_ID': INVOICE, '@ENTITY_ID': invoices, '@REQUISITE_ID': requisites };
  const select = ['ENTITY_TYPE_ID', 'ENTITY_ID', 'REQUISITE_ID'];
  const params = { filter, select, order: { ENTITY_ID: 'ASC' } };
  return yield* readPart<never>(query, 'crm.requisite.link.list', params, null, () => undefined as never);
}

/** @param query whose version is `{ ids, seen }` */
export function* readRequisitesSaved(query: Query): Read<Answers['requisitesSaved']> {
  const params = {
    filter: among(query, '@ID', '!@ID'),
    select: [...REQUISITE_SELECT, 'DATE_MODIFY'],
    order: { DATE_MODIFY: 'DESC', ID: 'DESC' },
  };
  const decode = (value: unknown): Dated<RequisiteRecord> => ({
    record: decodeRequisite(value),
    savedAt: toText(toObject(value, 'requisite')['DATE_MODIFY'] ?? '', 'requisite.DATE_MODIFY'),
  });
  return yield* readPart(query, 'crm.requisite.list', params, null, decode);
}

/** @param query whose version is `{ ids, seen }`; one whose name cannot be read counts, and is of another id */
export function* readNamesSaved<T extends { readonly id: number }>(
  entityTypeId: number,
  query: Query,
  select: readonly string[],
  decode: (value: unknown) => Named<T>,
): Read<Part<Dated<T>> | 'refused'> {
  const params = {
    entityTypeId,
    filter: { ...nonceOf(query), ...among(query, '@id', '!@id') },
    select: [...select, 'updatedTime'],
    order: { updatedTime: 'DESC', id: 'DESC' },
  };
  return yield* readPart(query, 'crm.item.list', params, 'items', (value) => {
    const { record } = decode(value);
    if (record === null) throw new ShapeError('name', 'a text');
    return { record, savedAt: toText(toObject(value, 'item')['updatedTime'] ?? '', 'item.updatedTime') };
  });
}

function among({ version }: Query, within: string, without: string): Params {
  const { ids, seen } = JSON.parse(version) as { ids: readonly number[]; seen: readonly number[] };
  return { [within]: ids, ...(seen.length === 0 ? {} : { [without]: seen }) };
}

const NOT_TAKEN: ReadonlySet<string> = new Set(['argument', 'refused', 'blocked', 'tooLarge']);

const isLong = (value: unknown): boolean => Array.isArray(value) && value.length > PAGE_SIZE;

/** The portal takes no question of this shape; smaller ones may be taken. Whoever is shut out is so in any case. */
const isNotTaken = ({ code, details }: Bitrix24Error): boolean =>
  NOT_TAKEN.has(code) && !isAboutAccess(details.status ?? 0);

/** @param member of the result that holds the list, null where the result is the list */
function* readPart<Item>(
  query: Query,
  method: Method,
  params: Params,
  member: string | null,
  decode: (value: unknown) => Item,
  rest = 0,
): Read<Part<Item> | 'refused'> {
  const isTrial = Object.values(params['filter'] as Params).some(isLong);
  const ask = { ...call(method, { ...params, start: 0 }), rest, isTrial };
  const reply = yield ask;
  if (reply.kind === 'failure' && (isNotTaken(reply.error) || (isTrial && TOO_MUCH.has(reply.error.code)))) {
    return [{ query, answer: 'refused', life: 'refresh' }];
  }
  const answer = decoded(method, reply, (result, envelope): Part<Item> | 'refused' => {
    const list = member === null ? toList(result, 'result') : listIn(result, member);
    const { total } = envelope;
    const at = momentOf(envelope);
    // What tells neither a count nor a time proves nothing.
    if (total === null || at === null) return 'refused';
    if (list.length > PAGE_SIZE || total < list.length) throw badAnswer(method);
    return { items: list.map(decode), total, at };
  });
  return [{ query, answer, life: 'refresh' }];
}
