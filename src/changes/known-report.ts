/**
 * What a finished refresh of both sheets knew of the report's invoices: the next one is compared with it to tell what has
 * changed. It is kept in the memory, in the compact form that `encodeKnown` gives it.
 */
import { addDays } from '../domain/calendar-day';
import type { CurrencyCode, FieldName, InvoiceId, IsoDate, StageId } from '../domain/ids';
import type { PortalDecimal, PortalMoment, StageRecord, StageSemantics } from '../domain/records';
import { dayOfBusiness } from '../report/day-of-business';
import { standingOf } from '../report/standing';
import type { BriefLine } from '../report/report-model';
import { stagesNamed } from './stages';
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
  const { selection, fields, noticedAt } = report;
  const invoices = brief.map(({ head: { invoice, buyer }, isPaid }): [InvoiceId, KnownInvoice] => {
    const { id, stageId, dates } = invoice;
    const { name: stageName, semantics } = stageOf(stageId);
    const standing = standingOf(invoice, isPaid, semantics, fields, noticedAt.day);
    const dayOf = (field: FieldName | ''): IsoDate | null => (field === '' ? null : (dates[field] ?? null));
    const due = dayOfBusiness(dayOf(fields.dueDateField));
    const known: KnownInvoice = {
      ...{ number: invoice.accountNumber, buyer: buyer.name, inn: buyer.inn },
      ...{ sum: invoice.opportunity, vat: invoice.taxValue, currency: invoice.currency },
      ...{ stageId, stageName, semantics },
      periodDay: dayOf(selection.periodField),
      invoiceDate: dayOf(INVOICE_DATE),
      shipmentDate: dayOf(fields.shipmentDateField),
      paymentDate: dayOf(fields.paymentDateField),
      dueDate: due === null ? null : addDays(due, fields.dueDays),
      isPaid: standing.isPaid,
      isOverdue: standing.overdueDays !== null,
    };
    return [id, known];
  });
  return { ...report, invoices: new Map(invoices) };
}

type KnownStage = readonly [StageId, name: string, StageSemantics];

/** The parts of an invoice in their order; days as whole numbers, 20261130, 0 for none. */
type InvoiceTuple = readonly [
  id: InvoiceId,
  number: string,
  buyer: string,
  inn: string,
  sum: PortalDecimal | null,
  vat: PortalDecimal | null,
  currency: CurrencyCode,
  stage: number,
  periodDay: number,
  invoiceDate: number,
  shipmentDate: number,
  paymentDate: number,
  dueDate: number,
  flags: number,
];

/** Plain JSON. The tuples, by id, may be parted into slices: nothing in one of them changes with another. */
export interface EncodedKnown extends Omit<KnownReport, 'invoices'> {
  /** By id. Tuples name them by their place. */
  readonly stages: readonly KnownStage[];
  readonly invoices: readonly InvoiceTuple[];
}

const PAID = 1;
const OVERDUE = 2;

const encodedDay = (day: IsoDate | null): number => Number((day ?? '').replace(/-/g, ''));

function decodedDay(number: number): IsoDate | null {
  if (number === 0) return null;
  return String(number)
    .padStart(8, '0')
    .replace(/(\d\d)(\d\d)$/, '-$1-$2') as IsoDate;
}

const flagsOf = ({ isPaid, isOverdue }: KnownInvoice): number =>
  (isPaid ? PAID : 0) + (isOverdue ? OVERDUE : 0);

export function encodeKnown({ invoices, ...report }: KnownReport): EncodedKnown {
  const met = new Map(
    [...invoices.values()].map(({ stageId, stageName, semantics }) => [
      stageId,
      [stageId, stageName, semantics] as const,
    ]),
  );
  const stages = [...met.values()].sort(([a], [b]) => (a < b ? -1 : 1));
  const places = new Map(stages.map(([id], place) => [id, place]));
  const tuples = [...invoices]
    .sort(([a], [b]) => a - b)
    .map(([id, invoice]): InvoiceTuple => {
      const { number, buyer, inn, sum, vat, currency, stageId } = invoice;
      const { periodDay, invoiceDate, shipmentDate, paymentDate, dueDate } = invoice;
      const [period, issued, shipped, paid, due] = [
        periodDay,
        invoiceDate,
        shipmentDate,
        paymentDate,
        dueDate,
      ].map(encodedDay) as [number, number, number, number, number];
      const place = places.get(stageId) ?? 0;
      return [
        id,
        number,
        buyer,
        inn,
        sum,
        vat,
        currency,
        place,
        period,
        issued,
        shipped,
        paid,
        due,
        flagsOf(invoice),
      ];
    });
  return { ...report, stages, invoices: tuples };
}

/** @throws where a tuple names a stage that is not there */
export function decodeKnown({ stages, invoices, ...report }: EncodedKnown): KnownReport {
  const decoded = invoices.map((tuple): [InvoiceId, KnownInvoice] => {
    const [id, number, buyer, inn, sum, vat, currency, place, period, issued, shipped, paid, due, flags] =
      tuple;
    const [stageId, stageName, semantics] = stageAt(stages, place);
    const invoice: KnownInvoice = {
      ...{ number, buyer, inn, sum, vat, currency, stageId, stageName, semantics },
      periodDay: decodedDay(period),
      invoiceDate: decodedDay(issued),
      shipmentDate: decodedDay(shipped),
      paymentDate: decodedDay(paid),
      dueDate: decodedDay(due),
      isPaid: (flags & PAID) !== 0,
      isOverdue: (flags & OVERDUE) !== 0,
    };
    return [id, invoice];
  });
  return { ...report, invoices: new Map(decoded) };
}

function stageAt(stages: readonly KnownStage[], place: number): KnownStage {
  const stage = stages[place];
  if (stage === undefined) throw new Error('A stage of the known report is missing');
  return stage;
}
