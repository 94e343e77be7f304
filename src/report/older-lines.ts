/**
 * Lines of unpaid invoices outside the report, by the rules of its own. They are on no sheet but that of debts: of what
 * that does not show nothing is told.
 */
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord, StageRecord } from '../domain/records';
import { issueTexts, VALUE_TITLES, type TitledValue } from '../texts/sheet-texts';
import type { Buyer } from './buyer';
import type { DataProcessor } from './DataProcessor';
import { IssueList } from './IssueList';
import type { BriefLine, Issue } from './report-model';
import { unreadPaidSum, type PaymentFields } from './standing';

export interface OlderFacts {
  /** In any order. */
  readonly older: readonly InvoiceRecord[];
  /** Those of which nobody can tell, since stage or date cannot be read. */
  readonly olderLeftOut: readonly InvoiceRecord[];
  /** Of all that are not paid. */
  readonly buyers: ReadonlyMap<InvoiceId, Buyer>;
  readonly stages: readonly StageRecord[];
  readonly payment: Pick<PaymentFields, 'paidSumField'>;
}

/** By id. */
export interface OlderLines {
  readonly lines: readonly BriefLine[];
  readonly issues: readonly Issue[];
}

/** What lists of debts show, or go by. */
const SHOWN: readonly TitledValue[] = [
  ...(['accountNumber', 'buyer', 'inn', 'opportunity', 'currency'] as const),
  ...(['recurring', 'paymentDate', 'dueDate'] as const),
];

const NOBODY_ASKED: Buyer = { inn: '', name: '' };

/** @param processor one that does not look at the fields of other sheets */
export function olderLines(
  processor: DataProcessor,
  { older, olderLeftOut, buyers, stages, payment }: OlderFacts,
): OlderLines {
  const { brief, issues } = processor.process({
    invoices: older,
    leftOut: { invoices: [], field: '' },
    buyerOf: (id) => buyers.get(id) ?? NOBODY_ASKED,
    rowsOf: null,
    stages,
    further: { brief: [], detail: [], besides: [], unreadIn: (invoice) => unreadPaidSum(invoice, payment) },
    shown: SHOWN,
  });
  const lines = brief.filter(({ isPaid }) => !isPaid);
  const ids = new Set(lines.map(({ head }) => head.invoice.id));
  // One that counts as paid is missing among the debts.
  const told = issues.filter(({ kind, invoiceId }) => ids.has(invoiceId) || kind === 'paidLater');
  const list = new IssueList(told);
  for (const invoice of olderLeftOut) {
    const value = invoice.unreadable?.includes('stage') === true ? 'stage' : 'invoiceDate';
    list.add('leftOut', invoice, (name) => issueTexts.leftOut(name, VALUE_TITLES[value]));
  }
  return { lines, issues: list.list() };
}
