/**
 * What a finished refresh of both sheets knew of the report's invoices: the next one is compared with it to tell what has
 * changed. The memory keeps it in the compact form that `encodeKnown` gives it.
 */
import { addDays } from '../domain/calendar-day';
import type { CurrencyCode, FieldName, InvoiceId, IsoDate, StageId } from '../domain/ids';
import type {
  InvoiceRecord,
  PortalDecimal,
  PortalMoment,
  StageRecord,
  StageSemantics,
} from '../domain/records';
import { dayOfBusiness } from '../report/day-of-business';
import { standingOf } from '../report/standing';
import type { BriefLine } from '../report/report-model';
import { stagesNamed, type StageOf } from './stages';
import { INVOICE_DATE } from '../domain/portal';

/** An invoice as a refresh knew it. Days are calendar days, null where empty or not asked for. */
export interface KnownInvoice {
  readonly number: string;
  /** As the sheets show it. */
  readonly buyer: string;
  readonly inn: string;
  /** Exact; null is not 0. */
  readonly sum: PortalDecimal | null;
  readonly vat: PortalDecimal | null;
  readonly currency: CurrencyCode;
  readonly stageId: StageId;
  /** Its id where the portal does not have the stage. */
  readonly stageName: string;
  readonly semantics: StageSemantics;
  /** The day that put it into the period. */
  readonly periodDay: IsoDate | null;
  readonly invoiceDate: IsoDate | null;
  readonly shipmentDate: IsoDate | null;
  readonly paymentDate: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly isPaid: boolean;
  readonly isOverdue: boolean;
}

/** What decides which invoices a report holds. */
export interface Selection {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly periodField: FieldName;
  /** How that field is called. */
  readonly periodFieldTitle: string;
  readonly excludeFailed: boolean;
}

/** The settings behind events: where one of them is another than before, what hangs on it is no change of an invoice. */
export interface EventFields {
  /** `''` where due dates are not asked for. */
  readonly dueDateField: FieldName | '';
  readonly dueDays: number;
  readonly shipmentDateField: FieldName | '';
  readonly paymentDateField: FieldName | '';
  /** `''` where none is chosen, or it is not asked for. */
  readonly paidSumField: FieldName | '';
}

/** When a refresh noticed what it tells, in the spreadsheet's zone. */
export interface NoticedAt {
  /** The report's today. */
  readonly day: IsoDate;
  /** `09:15` */
  readonly time: string;
}

export interface KnownReport {
  /** By the portal's clock; null where it tells none. */
  readonly toldAt: PortalMoment | null;
  readonly noticedAt: NoticedAt;
  readonly selection: Selection;
  readonly fields: EventFields;
  /** Those of the report. */
  readonly invoices: ReadonlyMap<InvoiceId, KnownInvoice>;
}

export interface KnownFacts extends Omit<KnownReport, 'invoices'> {
  readonly brief: readonly BriefLine[];
  readonly stages: readonly StageRecord[];
}

/** What the next refresh will be compared with, of a report as it is now. */
export function knownReport({ brief, stages, ...report }: KnownFacts): KnownReport {
  const stageOf = stagesNamed(stages);
  const invoices = brief.map(({ head: { invoice, buyer }, isPaid }): [InvoiceId, KnownInvoice] => {
    const known = knownOfRecord(invoice, report, stageOf);
    const standing = standingOf(invoice, isPaid, known.semantics, report.fields, report.noticedAt.day);
    const isOverdue = standing.overdueDays !== null;
    return [
      invoice.id,
      { ...known, ...{ buyer: buyer.name, inn: buyer.inn, isPaid: standing.isPaid, isOverdue } },
    ];
  });
  return { ...report, invoices: new Map(invoices) };
}

/** What the portal's record of an invoice tells by itself. */
export type KnownOfRecord = Omit<KnownInvoice, 'buyer' | 'inn' | 'isPaid' | 'isOverdue'>;

export function knownOfRecord(
  invoice: InvoiceRecord,
  { selection, fields }: Pick<KnownReport, 'selection' | 'fields'>,
  stageOf: StageOf,
): KnownOfRecord {
  const { accountNumber, opportunity, taxValue, currency, stageId, dates } = invoice;
  const { name: stageName, semantics } = stageOf(stageId);
  const dayOf = (field: FieldName | ''): IsoDate | null => (field === '' ? null : (dates[field] ?? null));
  const due = dayOfBusiness(dayOf(fields.dueDateField));
  return {
    ...{ number: accountNumber, sum: opportunity, vat: taxValue, currency },
    ...{ stageId, stageName, semantics },
    periodDay: dayOf(selection.periodField),
    invoiceDate: dayOf(INVOICE_DATE),
    shipmentDate: dayOf(fields.shipmentDateField),
    paymentDate: dayOf(fields.paymentDateField),
    dueDate: due === null ? null : addDays(due, fields.dueDays),
  };
}
