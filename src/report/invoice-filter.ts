/** Which invoices belong to the report. */
import type { FieldName } from '../domain/ids';
import type { Period } from '../domain/period';
import type { InvoiceRecord } from '../domain/records';
import type { SemanticsOf } from './invoice-filter';

export interface InvoiceCriteria {
  readonly period: Period;
  /** The date field that puts an invoice into the period. */
  readonly periodField: FieldName;
  readonly excludeFailed: boolean;
}

type FilteredInvoice = Pick<InvoiceRecord, 'dates' | 'isRecurringTemplate' | 'stageId' | 'unreadable'>;

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
