/** The invoice list: one page of it, with the check that it really moves on, and how many invoices are seen at all. */
import type { Answers, Query } from '../domain/query';
import type { InvoicePage } from '../domain/records';
import { INVOICE_SELECT, invoiceDecoder, type AskedFields } from './decode-invoice';
import { momentOf, type Envelope } from './envelope';
import { camelName } from './field-names';
import { listIn, ShapeError } from './json';
import {
  listParams,
  mayFilterWrongly,
  oneDayWider,
  openFilter,
  type FieldPeriod,
  type ListMode,
  type OpenSince,
} from './list-filter';
import type { Params } from './methods';
import { badAnswer, call, decoded, type Read } from './read';

/** What the list of invoices is asked for. */
export interface ListSettings extends AskedFields {
  readonly period: FieldPeriod;
}

/** The parameters of a list, its order and paging apart. */
export function listed(list: ListSettings, mode: ListMode, more: Params): Params {
  const { period, dateFields, further = [], fields = [] } = list;
  const names = [...dateFields.map(({ name }) => name), ...fields];
  const select = [...INVOICE_SELECT, ...further, ...new Set(names.map(camelName))];
  const hasClock = dateFields.some(({ name, type }) => name === period.field && type === 'datetime');
  return listParams(hasClock ? oneDayWider(period) : period, mode, select, more);
}

/** @param query the page after the invoice `query.id`; its version is a `ListMode` */
export function readInvoices(list: ListSettings, query: Query): Read<Answers['invoices']> {
  const mode = query.version as ListMode;
  const isDoubtful = mode === 'filtered' && mayFilterWrongly(list.period);
  return readPage(list, query, listed(list, mode, { '>id': query.id }), isDoubtful);
}

/** @param query the page after the invoice `query.id`; its version is an `OpenSince` as JSON, `''` for all invoices */
export function readOlder(list: ListSettings, query: Query): Read<Answers['older']> {
  const isFiltered = query.version !== '';
  const filter = isFiltered ? openFilter(JSON.parse(query.version) as OpenSince) : {};
  return readPage(list, query, listed(list, 'everything', { '>id': query.id, ...filter }), isFiltered);
}

/** @param mayBeRefused whether a refusal of the first page is an answer: the list has to be read without its filter */
function* readPage(
  list: ListSettings,
  query: Query,
  params: Params,
  mayBeRefused: boolean,
): Read<InvoicePage | 'refused'> {
  const ask = call('crm.item.list', { ...params, order: { id: 'ASC' }, start: -1 });
  const reply = yield ask;
  const isRefusal = reply.kind === 'failure' && reply.error.code === 'argument';
  if (isRefusal && mayBeRefused && query.id === 0) {
    return [{ query, answer: 'refused', life: 'refresh' }];
  }
  const { page, at } = decoded(ask.method, reply, (result, envelope) => ({
    page: listIn(result, 'items').map(invoiceDecoder(list)),
    at: momentOf(envelope),
  }));
  let last = query.id;
  const unique = page.filter(({ id }) => {
    if (id < last) throw badAnswer(ask.method);
    const isNew = id > last;
    last = id;
    return isNew;
  });
  // A page of nothing but what was already read would be asked for forever.
  if (page.length > 0 && unique.length === 0) throw badAnswer(ask.method);
  return [{ query, answer: { items: unique, at }, life: 'refresh' }];
}

/** The page itself decides whether anything is seen: newer portals keep totals, which may be old. */
export function readTotal(result: unknown, { total }: Pick<Envelope, 'total'>): number {
  if (total === null) throw new ShapeError('total', 'a number');
  const seen = listIn(result, 'items').length;
  return seen === 0 ? 0 : Math.max(total, seen);
}
