/** The reads behind the queries: which requests answer a chunk of queries of one kind. */
import type { Answers, Query, QueryKind } from '../domain/query';
import { COMPANY_SELECT, CONTACT_SELECT, decodeCompany, decodeContact } from './decode-buyer';
import { INVOICE_SELECT, type DateField } from './decode-invoice';
import { decodeFields, decodeProfile, decodeStages } from './decode-portal';
import type { Envelope } from './envelope';
import { camelName } from './field-names';
import { COMPANY, CONTACT } from './entity-types';
import { soleRequest } from './sole-request';
import { ShapeError, toList, toObject } from './json';
import { listParams, mayFilterWrongly, oneDayWider, type FieldPeriod, type ListMode } from './list-filter';
import { call, decoded, type Life, type Read } from './read';
import { readInvoices } from './read-invoices';
import { readItems } from './read-items';
import { readProductRows } from './read-product-rows';
import { readLinks, readRequisites, readRequisitesOf } from './read-requisites';

/** What the list of invoices is asked for. */
export interface ListSettings {
  readonly period: FieldPeriod;
  readonly dateFields: readonly DateField[];
}

export class PortalReads {
  constructor(private readonly list: ListSettings) {}

  /**
   * Reads queries of one kind, at most a chunk of them.
   * @param soFar what an earlier read of the same chunk had of its pages
   */
  read(chunk: readonly Query[], soFar?: unknown): Read {
    const first = chunk[0] as Query;
    switch (first.kind) {
      case 'invoices':
        return this.invoices(first);
      case 'total':
        return single(first, 'refresh', readTotal);
      case 'stages':
        return single(first, 'ttl', ({ result }) => decodeStages(result));
      case 'fields':
        return single(first, 'ttl', ({ result }) => decodeFields(result));
      case 'profile':
        return single(first, 'ttl', ({ result }) => decodeProfile(result));
      case 'link':
        return readLinks(chunk);
      case 'requisite':
        return readRequisites(chunk);
      case 'companyRequisites':
        return readRequisitesOf(COMPANY, chunk, soFar);
      case 'contactRequisites':
        return readRequisitesOf(CONTACT, chunk, soFar);
      case 'company':
        return readItems(COMPANY, chunk, COMPANY_SELECT, decodeCompany);
      case 'contact':
        return readItems(CONTACT, chunk, CONTACT_SELECT, decodeContact);
      case 'rows':
        return readProductRows(chunk, soFar);
    }
  }

  private invoices(query: Query): Read {
    const { period, dateFields } = this.list;
    const mode = query.version as ListMode;
    const select = [...INVOICE_SELECT, ...dateFields.map(({ name }) => camelName(name))];
    const hasClock = dateFields.some(({ name, type }) => name === period.field && type === 'datetime');
    const asked = hasClock ? oneDayWider(period) : period;
    const ask = call('crm.item.list', listParams(asked, mode, query.id, select));
    const mayBeRefused = mode === 'filtered' && query.id === 0 && mayFilterWrongly(period);
    return readInvoices(query, ask, dateFields, mayBeRefused);
  }
}

/** A query that one request of its own answers. */
function* single(query: Query, life: Life, decode: (envelope: Envelope) => Answers[QueryKind]): Read {
  const ask = soleRequest(query);
  return [{ query, answer: decoded(ask.method, yield ask, decode), life }];
}

/** The page itself decides whether anything is seen: newer portals keep totals, which may be old. */
function readTotal({ result, total }: Envelope): number {
  if (total === null) throw new ShapeError('total', 'a number');
  const seen = toList(toObject(result, 'result')['items'], 'items').length;
  return seen === 0 ? 0 : Math.max(total, seen);
}
