/**
 * How an invoice stands with its payment, by the portal's fields and today: what is paid of it, what is owed, since
 * when it is late. Sums are exact decimals rounded half away from zero to hundredths; days are day numbers.
 */
import { dayNumber } from '../domain/calendar-day';
import type { FieldName, IsoDate } from '../domain/ids';
import type { FieldValue, InvoiceRecord, PortalDecimal, StageSemantics } from '../domain/records';
import { PAYMENT_STATUS, VALUE_TITLES } from '../texts/sheet-texts';
import { exactDifference } from './ExactSum';
import { dayOfBusiness } from './day-of-business';
import { multiply, rounded } from './money';

export interface PaymentFields {
  /** `''` where nobody asks for due dates. */
  readonly dueDateField: FieldName | '';
  readonly dueDays: number;
  /** `''` where the portal keeps no paid sums. */
  readonly paidSumField: FieldName | '';
}

export interface Standing {
  readonly dueDate: number | null;
  /** null where the field is empty, not chosen or in another currency. */
  readonly paidSum: number | null;
  readonly isPaid: boolean;
  /** Neither paid nor failed. */
  readonly isOwing: boolean;
  /** What is still to be paid; null where nothing is owed, or nobody knows how much. */
  readonly debt: number | null;
  /** null where it is not overdue. */
  readonly overdueDays: number | null;
  readonly status: string;
}

/** A sum with its currency, `''` where the value names none. */
export interface MoneyValue {
  readonly sum: PortalDecimal;
  readonly currency: string;
}

const MONEY = /^([+-]?\d+(?:\.\d+)?)(?:\|([A-Z]{0,10}))?$/;

/** A number, its text, or `sum|CUR`; null for anything else. */
export function moneyIn(value: FieldValue | undefined): MoneyValue | null {
  if (typeof value === 'number') return { sum: value, currency: '' };
  const match = typeof value === 'string' ? MONEY.exec(value.toUpperCase()) : null;
  return match === null ? null : { sum: match[1] ?? '0', currency: match[2] ?? '' };
}

const toHundredths = (sum: PortalDecimal): number => rounded(multiply(sum, 1));

export function paidSumOf(
  { fields, currency }: Pick<InvoiceRecord, 'fields' | 'currency'>,
  field: FieldName | '',
): number | null {
  const money = field === '' ? null : moneyIn(fields?.[field]);
  if (money === null || (money.currency !== '' && money.currency !== currency)) return null;
  return toHundredths(money.sum);
}

/** The title of a paid sum where something stands in its field that is none. */
export function unreadPaidSum(
  { fields, unreadable }: InvoiceRecord,
  { paidSumField: field }: Pick<PaymentFields, 'paidSumField'>,
): readonly string[] {
  if (field === '') return [];
  const isNoted = unreadable?.includes(field) === true;
  const isNone = !isNoMoney(fields?.[field]) && moneyIn(fields?.[field]) === null;
  return isNoted || isNone ? [VALUE_TITLES.paidSum] : [];
}

/** Nothing at all, or a currency without a sum. */
export const isNoMoney = (value: FieldValue | undefined): boolean =>
  [undefined, null, '', false].includes(value as null) ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'string' && /^\|[A-Z]*$/i.test(value));

/** The calendar day of its field and so many days after; none where the field is empty. */
export function dueDateOf(
  { dates }: Pick<InvoiceRecord, 'dates'>,
  { dueDateField, dueDays }: PaymentFields,
): number | null {
  const day = dueDateField === '' ? null : dayOfBusiness(dates[dueDateField] ?? null);
  return day === null ? null : dayNumber(day) + dueDays;
}

/**
 * @param isMarkedPaid by the rule that colours «Краткий»
 * @param semantics of its stage
 */
export function standingOf(
  invoice: InvoiceRecord,
  isMarkedPaid: boolean,
  semantics: StageSemantics,
  fields: PaymentFields,
  today: IsoDate,
): Standing {
  const dueDate = dueDateOf(invoice, fields);
  const paidSum = paidSumOf(invoice, fields.paidSumField);
  const sum = invoice.opportunity === null ? null : toHundredths(invoice.opportunity);
  const isPaid = isMarkedPaid || (sum !== null && sum > 0 && (paidSum ?? 0) >= sum);
  const isOwing = !isPaid && semantics !== 'F';
  const late = dueDate === null ? 0 : dayNumber(today) - dueDate;
  const overdueDays = isOwing && late > 0 ? late : null;
  return {
    ...{ dueDate, paidSum, isPaid, isOwing, overdueDays },
    debt: isOwing && sum !== null ? exactDifference(sum, paidSum ?? 0) : null,
    status: statusOf(semantics, isPaid, overdueDays, paidSum),
  };
}

function statusOf(
  semantics: StageSemantics,
  isPaid: boolean,
  overdueDays: number | null,
  paidSum: number | null,
): string {
  if (semantics === 'F') return PAYMENT_STATUS.failed;
  if (isPaid) return PAYMENT_STATUS.paid;
  if (overdueDays !== null) return PAYMENT_STATUS.overdue;
  return (paidSum ?? 0) > 0 ? PAYMENT_STATUS.partly : PAYMENT_STATUS.unpaid;
}
