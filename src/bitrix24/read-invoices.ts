/** The invoice list: one page of it, with the check that it really moves on, and how many invoices are seen at all. */
import type { Answers, Query } from '../domain/query';
import { INVOICE_SELECT, invoiceDecoder, type DateField } from './decode-invoice';
import type { Envelope } from './envelope';
import { camelName } from './field-names';
import { listIn, ShapeError } from './json';
import { listParams, mayFilterWrongly, oneDayWider, type FieldPeriod, type ListMode } from './list-filter';
import { badAnswer, call, decoded, type Read } from './read';

/** What the list of invoices is asked for. */
export interface ListSettings {
  readonly period: FieldPeriod;
  readonly dateFields: readonly DateField[];
}

/** @param query the page after the invoice `query.id`; its version is a `ListMode` */
export function* readInvoices({ period, dateFields }: ListSettings, query: Query): Read<Answers['invoices']> {
  const mode = query.version as ListMode;
  const select = [...INVOICE_SELECT, ...dateFields.map(({ name }) => camelName(name))];
  const hasClock = dateFields.some(({ name, type }) => name === period.field && type === 'datetime');
  const asked = hasClock ? oneDayWider(period) : period;
  const ask = call('crm.item.list', listParams(asked, mode, query.id, select));
  // A refusal of the filter is an answer: the list has to be read without it.
  const mayBeRefused = mode === 'filtered' && query.id === 0 && mayFilterWrongly(period);
  const reply = yield ask;
  if (reply.kind === 'failure' && reply.error.code === 'argument' && mayBeRefused) {
    return [{ query, answer: 'refused', life: 'refresh' }];
  }
  const page = decoded(ask.method, reply, (result) =>
    listIn(result, 'items').map(invoiceDecoder(dateFields)),
  );
  let last = query.id;
  const unique = page.filter(({ id }) => {
    if (id < last) throw badAnswer(ask.method);
    const isNew = id > last;
    last = id;
    return isNew;
  });
  // A page of nothing but what was already read would be asked for forever.
  if (page.length > 0 && unique.length === 0) throw badAnswer(ask.method);
  return [{ query, answer: unique, life: 'refresh' }];
}

/** The page itself decides whether anything is seen: newer portals keep totals, which may be old. */
export function readTotal(result: unknown, { total }: Pick<Envelope, 'total'>): number {
  if (total === null) throw new ShapeError('total', 'a number');
  const seen = listIn(result, 'items').length;
  return seen === 0 ? 0 : Math.max(total, seen);
}
