/** The report as numbers and texts, before anything is laid out in cells. Sums are in the invoice's currency. */
import type { CurrencyCode, InvoiceId } from '../domain/ids';
import type { InvoiceRecord, ProductRow } from '../domain/records';
import type { Buyer } from './buyer';

/** What both sheets show of an invoice. */
export interface InvoiceHead {
  readonly invoice: InvoiceRecord;
  readonly buyer: Buyer;
}

/** One invoice on the brief sheet. Dates are day numbers, null where empty. */
export interface BriefLine {
  readonly head: InvoiceHead;
  readonly sum: number | null;
  /** 0 where the invoice has no VAT, null where it cannot be read. */
  readonly vat: number | null;
  readonly invoiceDate: number | null;
  readonly shipmentDate: number | null;
  readonly paymentDate: number | null;
  readonly isPaid: boolean;
}

/** One product row on the detail sheet. */
export interface DetailLine {
  /** What it is made of; null for one that stands for rows that could not be read. */
  readonly row: ProductRow | null;
  readonly name: string;
  readonly quantity: number | null;
  readonly price: number | null;
  readonly sum: number | null;
  readonly vat: number | null;
  /** A row at 0 % has VAT, of zero. */
  readonly hasVat: boolean;
}

/** An invoice on the detail sheet: at least one line, or rows that could not be read. */
export interface DetailGroup {
  readonly head: InvoiceHead;
  readonly brief: BriefLine;
  readonly lines: readonly DetailLine[] | 'unavailable';
}

export interface CurrencyTotals {
  readonly currency: CurrencyCode;
  readonly all: number;
  readonly withoutVat: number;
  readonly withVat: number;
  readonly vat: number;
}

/** What an issue is about, in the order in which they are told: what is missing from the sheets comes first. */
export const ISSUE_KINDS = [
  'leftOut',
  'rowsUnavailable',
  'unreadable',
  'textCut',
  'textAltered',
  'emptyDate',
  'paidLater',
  'rowSumDiffers',
  'rowVatDiffers',
  'offByKopecks',
] as const;

export type IssueKind = (typeof ISSUE_KINDS)[number];

/** What the user has to know about an invoice of a finished report. */
export interface Issue {
  readonly kind: IssueKind;
  readonly invoiceId: InvoiceId;
  /** As sentences name it. */
  readonly invoice: string;
  readonly sentence: string;
  /** The columns that it is about, as they are called; absent where it is about none. */
  readonly columns?: readonly string[];
}

export interface Report {
  /** By invoice id. */
  readonly brief: readonly BriefLine[];
  /** By invoice id; empty where only the brief sheet is wanted. */
  readonly detail: readonly DetailGroup[];
  /** RUB first, then by code, those without one last; one block of zeros in a report without invoices. */
  readonly totals: readonly CurrencyTotals[];
  readonly productRowCount: number;
  readonly issues: readonly Issue[];
}

/** Whether sums have to name their currency. */
export function hasSeveralCurrencies({ totals }: Pick<Report, 'totals'>): boolean {
  return totals.length > 1;
}
