/** Which invoices belong to the report. */
import type { FieldName } from '../domain/ids';
import type { Period } from '../domain/period';
import type { InvoiceRecord } from '../domain/records';
import type { SemanticsOf } from './stage-semantics';

export interface InvoiceCriteria {
  readonly period: Period;
  /** The date field that puts an invoice into the period. */
  readonly periodField: FieldName;
  readonly excludeFailed: boolean;
}

type FilteredInvoice = Pick<InvoiceRecord, 'dates' | 'isRecurringTemplate' | 'stageId'>;

export function belongsToReport(
  invoice: FilteredInvoice,
  { period, periodField, excludeFailed }: InvoiceCriteria,
  semantics: SemanticsOf,
): boolean {
  const day = invoice.dates[periodField] ?? null;
  if (day === null || day < period.from || day > period.to) return false;
  if (invoice.isRecurringTemplate) return false;
  return !(excludeFailed && semantics(invoice.stageId) === 'F');
}
