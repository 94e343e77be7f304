/**
 * Unpaid invoices outside the report: those in an open stage since a day, whatever the period. Every answer is looked
 * through for what was asked, so that a portal which ignores the filter does no harm.
 */
import type { OpenSince } from '../bitrix24/list-filter';
import type { IsoDate } from '../domain/ids';
import { INVOICE_DATE } from '../domain/portal';
import { query } from '../domain/query';
import type { InvoicePage, InvoiceRecord, StageRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';
import type { SemanticsOf } from '../report/invoice-filter';
import { readPages } from './read-pages';

export interface OlderPlan {
  /** The first day of their own dates. */
  readonly since: IsoDate;
  /** Those that are paid though their stage is open are no debts: nobody asks who buys. */
  readonly isPaid: (invoice: InvoiceRecord, semantics: SemanticsOf) => boolean;
}

/** The report as it is known before. */
export interface KnownReport {
  readonly stages: readonly StageRecord[];
  readonly invoices: readonly InvoiceRecord[];
  readonly leftOut: readonly InvoiceRecord[];
}

export interface OlderPage {
  readonly invoices: readonly InvoiceRecord[];
  /** Those of which nobody can tell, since stage or date cannot be read. */
  readonly leftOut: readonly InvoiceRecord[];
}

/**
 * An invoice that the report holds is in no page. No request is sent where every stage is closed.
 * @param take is given each page as it comes
 */
export function* olderInvoices(
  since: IsoDate,
  { stages, invoices, leftOut }: KnownReport,
  take: (page: OlderPage) => void,
): Task {
  const open: OpenSince = {
    stages: stages.filter(({ semantics }) => semantics === 'P').map(({ id }) => id),
    since,
  };
  if (open.stages.length === 0) return;
  const [held, told] = [idsOf(invoices), idsOf(leftOut)];
  const first = yield* ask(query('older', 0, JSON.stringify(open)));
  // What the report holds the list must hold too: one without anything may come of a filter that finds nothing.
  const isDoubtful =
    first === 'refused' ||
    (first.items.length === 0 && invoices.some((invoice) => standingIn(open, invoice) === 'open'));
  const asked = isDoubtful ? '' : JSON.stringify(open);
  const pageAfter = function* (id: number): Task<InvoicePage> {
    return (yield* ask(query('older', id, asked))) as InvoicePage;
  };
  yield* readPages(isDoubtful ? yield* pageAfter(0) : first, pageAfter, (page) => {
    const others = page.filter(({ id }) => !held.has(id));
    take({
      invoices: others.filter((invoice) => standingIn(open, invoice) === 'open'),
      leftOut: others.filter((invoice) => standingIn(open, invoice) === 'unknown' && !told.has(invoice.id)),
    });
  });
}

const idsOf = (invoices: readonly InvoiceRecord[]): ReadonlySet<number> =>
  new Set(invoices.map(({ id }) => id));

/** Whether an invoice is one of those that are asked for; `unknown` where only what cannot be read would tell. */
function standingIn(
  { stages, since }: OpenSince,
  { isRecurringTemplate, stageId, dates, unreadable = [] }: InvoiceRecord,
): 'open' | 'unknown' | 'other' {
  const hasStage = !unreadable.includes('stage');
  const hasDay = !unreadable.includes(INVOICE_DATE);
  const day = dates[INVOICE_DATE] ?? null;
  if (isRecurringTemplate || (hasStage && !stages.includes(stageId))) return 'other';
  if (hasDay && (day === null || day < since)) return 'other';
  return hasStage && hasDay ? 'open' : 'unknown';
}
