/**
 * The journal: what refreshes have told of one another, kept in the memory as plain JSON. The sheet is made of it and
 * never read back.
 */
import type { CurrencyCode, InvoiceId, IsoDate } from '../domain/ids';
import type { PortalDecimal } from '../domain/records';
import { SumsByCurrency } from './amounts';
import type { NoticedAt, Selection } from './known-report';

/** In the order in which they stand: those of the whole report, then those of one invoice. */
export const EVENTS = [
  'begun',
  'selection',
  'created',
  'entered',
  'failed',
  'reopened',
  'left',
  'gone',
  'number',
  'buyer',
  'invoiceDate',
  'shipmentDate',
  'dueDate',
  'vat',
  'stage',
  'currency',
  'sum',
  'paid',
  'unpaid',
  'paymentDate',
  'overdue',
] as const;

export type ChangeEvent = (typeof EVENTS)[number];

/** How an invoice stood that is gone from the report. */
export interface LastSeen {
  readonly day: IsoDate | null;
  readonly stageName: string;
  readonly selection: Selection;
}

/**
 * What is not known yet of a line, since nothing more was asked while the sheet was off: whether an invoice was created
 * since a moment of the portal's clock, in milliseconds, or had only entered the report; or what became of one.
 */
export type OpenQuestion =
  { readonly createdSince: number; readonly lastSeen?: never } | { readonly lastSeen: LastSeen };

/** A line of the sheet. What is absent is an empty cell. */
export interface JournalLine extends NoticedAt {
  readonly event: ChangeEvent;
  /** Absent on lines of the whole report. */
  readonly id?: InvoiceId;
  readonly number?: string;
  readonly buyer?: string;
  /** As shown. */
  readonly before?: string;
  readonly after?: string;
  /** By how much the total of a currency has changed. */
  readonly amount?: PortalDecimal;
  /** Of the amount; absent where a report had no invoice at all. */
  readonly currency?: CurrencyCode;
  /** The invoice's sum after. */
  readonly sum?: PortalDecimal;
  readonly sumCurrency?: CurrencyCode;
  readonly open?: OpenQuestion;
}

/** Older lines, of which only this is left. */
export interface Folded {
  /** How many, those without an amount too. */
  readonly count: number;
  /** Of each currency that has an amount, RUB first, then by code. */
  readonly sums: readonly (readonly [CurrencyCode, PortalDecimal])[];
}

export interface Journal {
  /** Newest first, at most `MOST_LINES`. */
  readonly lines: readonly JournalLine[];
  readonly folded: Folded;
}

const MOST_LINES = 1_000;

export const EMPTY_JOURNAL: Journal = { lines: [], folded: { count: 0, sums: [] } };

/** The journal with newer lines on top, and the oldest folded. */
export function withLines({ lines, folded }: Journal, newer: readonly JournalLine[]): Journal {
  const all = [...newer, ...lines];
  const old = all.slice(MOST_LINES);
  if (old.length === 0) return { lines: all, folded };
  const sums = new SumsByCurrency();
  for (const [currency, sum] of folded.sums) sums.add(currency, sum);
  for (const { currency, amount } of old)
    if (currency !== undefined && amount !== undefined) sums.add(currency, amount);
  return {
    lines: all.slice(0, MOST_LINES),
    folded: { count: folded.count + old.length, sums: sums.list() },
  };
}
