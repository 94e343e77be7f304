/** The further columns that a sheet may have right of its eight, by the names that settings give them. */
import type { FieldName } from './ids';

export const BRIEF_COLUMNS = [
  'kpp',
  'stage',
  'pipeline',
  'status',
  'dueDate',
  'overdueDays',
  'paidSum',
  'debt',
  'currency',
  'title',
  'comments',
  'ourCompany',
  'created',
  'id',
] as const;

export const DETAIL_COLUMNS = [
  'unit',
  'vatRate',
  'priceWithoutVat',
  'fullPrice',
  'discount',
  'productId',
  'externalId',
  'invoiceDate',
  'shipmentDate',
  'paymentDate',
  'status',
  'stage',
  'currency',
  'ourCompany',
  'kpp',
] as const;

/** One that the report knows, or any user field of the invoice. */
export type BriefColumnName = (typeof BRIEF_COLUMNS)[number] | FieldName;
export type DetailColumnName = (typeof DETAIL_COLUMNS)[number];

/** How many columns «Краткий» and «Полный» always have; those of one's choice stand right of them. */
export const FIXED_COLUMNS = 8;

/** What would be another value with another sum paid. */
export const BY_PAID_SUM: readonly string[] = ['status', 'overdueDays', 'paidSum', 'debt'];

/** How many of them a sheet may have at most. */
export const MOST_COLUMNS = { brief: 12, detail: 8, notes: 5 } as const;
export const LONGEST_DEFERRAL_DAYS = 365;
