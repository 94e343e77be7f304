/**
 * Wants: the logical questions a refresh asks the CRM, one fact each. The cache answers a want or not; the
 * client turns many open wants into few list requests.
 */
import type {
  CompanyRecord,
  ContactRecord,
  FieldRecord,
  InvoiceRecord,
  ProductRows,
  ProfileRecord,
  RequisiteRecord,
  StageRecord,
} from './records';
import type { RequisiteId } from './ids';

/** The answer to each kind of want. "Nothing there" is an answer: null or an empty list. */
export interface Answers {
  /** One page of the invoice list after the id asked about; `'refused'` where the portal cannot filter so. */
  invoices: readonly InvoiceRecord[] | 'refused';
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
  fields: readonly FieldRecord[];
  profile: ProfileRecord;
}

export type Kind = keyof Answers;

export interface Want<K extends Kind = Kind> {
  readonly kind: K;
  /** The invoice, requisite, company or contact asked about; 0 where there is only one answer. */
  readonly id: number;
  /** The state of the thing asked about, for kinds whose answers are kept by version; else `''`. */
  readonly version: string;
}

export function want<K extends Kind>(kind: K, id = 0, version = ''): Want<K> {
  return { kind, id, version };
}

/** Tells wants apart within one refresh. */
export function wantKey(wanted: Want): string {
  return `${wanted.kind}:${wanted.id}:${wanted.version}`;
}
