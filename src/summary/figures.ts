/** What lines of the summary add up of invoices in one currency. */
import type { IsoDate } from '../domain/ids';
import type { PortalDecimal, StageRecord } from '../domain/records';
import { exactSum } from '../report/ExactSum';
import { semanticsOf } from '../report/invoice-filter';
import type { BriefLine, InvoiceHead } from '../report/report-model';
import { standingOf, type PaymentFields } from '../report/standing';

/** An invoice as it counts: of one without a sum nothing is added, of a failed one only what was billed. */
export interface CountedInvoice {
  readonly head: InvoiceHead;
  readonly isFailed: boolean;
  readonly billed: PortalDecimal;
  /** The whole sum of a paid one, of an owing one the part that is paid. */
  readonly paid: PortalDecimal;
  /** The debt, and as much of it as is overdue. */
  readonly unpaid: number;
  readonly overdue: number;
}

/** Sums to the kopeck. */
export interface Figures {
  readonly invoices: number;
  readonly billed: number;
  readonly paid: number;
  readonly unpaid: number;
  readonly overdue: number;
}

export interface PaymentFacts {
  readonly stages: readonly StageRecord[];
  readonly payment: PaymentFields;
  readonly today: IsoDate;
}

export function countedInvoices(
  brief: readonly BriefLine[],
  { stages, payment, today }: PaymentFacts,
): readonly CountedInvoice[] {
  const semantics = semanticsOf(stages);
  return brief.map(({ head, isPaid: isMarkedPaid }) => {
    const { invoice } = head;
    const meaning = semantics(invoice.stageId);
    const { isPaid, debt, paidSum, overdueDays } = standingOf(invoice, isMarkedPaid, meaning, payment, today);
    const isFailed = meaning === 'F';
    const billed = invoice.opportunity ?? 0;
    const unpaid = debt ?? 0;
    const isNothingPaid = isFailed || invoice.opportunity === null;
    return {
      ...{ head, isFailed, billed, unpaid },
      paid: isNothingPaid ? 0 : isPaid ? billed : (paidSum ?? 0),
      overdue: overdueDays === null ? 0 : unpaid,
    };
  });
}

export const figuresOf = (invoices: readonly CountedInvoice[]): Figures => ({
  invoices: invoices.length,
  billed: exactSum(invoices.map(({ billed }) => billed)),
  paid: exactSum(invoices.map(({ paid }) => paid)),
  unpaid: exactSum(invoices.map(({ unpaid }) => unpaid)),
  overdue: exactSum(invoices.map(({ overdue }) => overdue)),
});
