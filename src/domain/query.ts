/**
 * Queries: the logical questions a refresh asks the CRM, one fact each. The cache answers a query or not; the
 * client turns many open queries into few list requests.
 */
import type {
  CategoryRecord,
  CompanyRecord,
  ContactRecord,
  Dated,
  FieldRecord,
  InvoiceRecord,
  InvoicePage,
  Part,
  ProductRows,
  ProfileRecord,
  RequisiteRecord,
  StageRecord,
} from './records';
import type { RequisiteId } from './ids';

/** The answer to each kind of query. "Nothing there" is an answer: null or an empty list. */
export interface Answers {
  /** One page of the invoice list after the id asked about; `'refused'` where the portal cannot filter so. */
  invoices: InvoicePage | 'refused';
  /** The same of the list of invoices that stand open since a day, whatever the period. */
  older: InvoicePage | 'refused';
  /** Of the period's invoices, or of all, those saved last first; `'refused'` where the portal cannot tell. */
  recent: Part<InvoiceRecord> | 'refused';
  /** Of the period's invoices those within a range of ids, the highest first. */
  between: Part<InvoiceRecord> | 'refused';
  invoice: InvoiceRecord | null;
  /** How many of some invoices have one of some requisites chosen. */
  links: Part<never> | 'refused';
  /** Of some requisites, companies or contacts those saved last first. */
  requisitesSaved: Part<Dated<RequisiteRecord>> | 'refused';
  companiesSaved: Part<Dated<CompanyRecord>> | 'refused';
  contactsSaved: Part<Dated<ContactRecord>> | 'refused';
  /** How many invoices the webhook sees in all. */
  total: number;
  /** The requisite chosen on an invoice, null where none is. */
  link: RequisiteId | null;
  requisite: RequisiteRecord | null;
  /** All requisites of one company. */
  companyRequisites: readonly RequisiteRecord[];
  contactRequisites: readonly RequisiteRecord[];
  company: CompanyRecord | null;
  contact: ContactRecord | null;
  /** The product rows of one invoice. */
  rows: ProductRows;
  stages: readonly StageRecord[];
  categories: readonly CategoryRecord[];
  fields: readonly FieldRecord[];
  profile: ProfileRecord;
}

export type QueryKind = keyof Answers;

export interface Query<K extends QueryKind = QueryKind> {
  readonly kind: K;
  /** The invoice, requisite, company or contact asked about; 0 where there is only one answer. */
  readonly id: number;
  /**
   * The state of the thing asked about, for kinds whose answers are kept by version; of a question that is asked once
   * only, what it asks for, as JSON text; else `''`.
   */
  readonly version: string;
}

export function query<K extends QueryKind>(kind: K, id = 0, version = ''): Query<K> {
  return { kind, id, version };
}

/**
 * How long an answer may be kept: to the end of this execution only (errors, and what must be asked anew), for the TTL
 * of the settings, or as long as product rows, whose version changes with them.
 */
export type Life = 'refresh' | 'ttl' | 'rows';

/** Tells queries apart within one refresh. */
export function queryKey(query: Query): string {
  return `${query.kind}:${query.id}:${query.version}`;
}
