/** Which invoices belong to the report. */
import type { FieldName, StageId } from '../domain/ids';
import type { Period } from '../domain/period';
import type { InvoiceRecord, StageRecord, StageSemantics } from '../domain/records';
import { dayOfBusiness } from './day-of-business';

export interface InvoiceCriteria {
  readonly period: Period;
  /** The date field that puts an invoice into the period. */
  readonly periodField: FieldName;
  readonly excludeFailed: boolean;
}

/** What a stage means for an invoice: paid, failed or still open. */
export type SemanticsOf = (stageId: StageId) => StageSemantics;

type FilteredInvoice = Pick<InvoiceRecord, 'dates' | 'isRecurringTemplate' | 'stageId' | 'unreadable'>;

/** A stage that is not among them is open. */
export function semanticsOf(stages: readonly StageRecord[]): SemanticsOf {
  const known = new Map(stages.map(({ id, semantics }) => [id, semantics]));
  return (stageId) => known.get(stageId) ?? 'P';
}

export function belongsToReport(
  invoice: FilteredInvoice,
  { period, periodField, excludeFailed }: InvoiceCriteria,
  semantics: SemanticsOf,
): boolean {
  const day = invoice.dates[periodField] ?? null;
  if (day === null || day < period.from || day > period.to) return false;
  return isWanted(invoice, excludeFailed, semantics);
}

/** Whether nobody can tell if an invoice belongs to the report: the day that decides it cannot be read. */
export function isLeftOut(
  invoice: FilteredInvoice,
  { periodField, excludeFailed }: InvoiceCriteria,
  semantics: SemanticsOf,
): boolean {
  return invoice.unreadable?.includes(periodField) === true && isWanted(invoice, excludeFailed, semantics);
}

function isWanted(invoice: FilteredInvoice, excludeFailed: boolean, semantics: SemanticsOf): boolean {
  if (invoice.isRecurringTemplate) return false;
  return !(excludeFailed && semantics(invoice.stageId) === 'F');
}

/**
 * What is not pink on «Краткий»: by the day of payment, or by the stage where no field tells that.
 * @param paymentDateField `''` for none
 */
export const isPaid = (
  { dates, stageId }: Pick<InvoiceRecord, 'dates' | 'stageId'>,
  paymentDateField: FieldName | '',
  semantics: SemanticsOf,
): boolean =>
  paymentDateField === ''
    ? semantics(stageId) === 'S'
    : dayOfBusiness(dates[paymentDateField] ?? null) !== null;
