/** What has become of one invoice that stands in both reports. */
import type { IsoDate } from '../domain/ids';
import type { PortalDecimal } from '../domain/records';
import { dayNumber } from '../domain/calendar-day';
import { multiply, rounded } from '../report/money';
import { changeTexts as TEXTS } from '../texts/change-texts';
import { exactDecimal, isSameAmount, negated } from './amounts';
import type { ChangeEvent, JournalLine } from './journal';
import type { EventFields, KnownInvoice } from './known-report';

/** What a line tells beside when and of which invoice. */
export type Told = Pick<JournalLine, 'event' | 'before' | 'after' | 'amount' | 'currency'>;

/** Events that hang on fields or settings which are the same as before. */
export interface Comparable {
  readonly dueDate: boolean;
  readonly shipment: boolean;
  readonly payment: boolean;
}

export const comparableIn = (before: EventFields, now: EventFields): Comparable => ({
  dueDate: before.dueDateField === now.dueDateField && before.dueDays === now.dueDays,
  shipment: before.shipmentDateField === now.shipmentDateField,
  payment: before.paymentDateField === now.paymentDateField && before.paidSumField === now.paidSumField,
});

export const tell = (event: ChangeEvent, before = '', after = ''): Told => ({
  event,
  ...(before === '' ? {} : { before }),
  ...(after === '' ? {} : { after }),
});

const shownSum = (sum: PortalDecimal | null): string =>
  TEXTS.sum(sum === null ? null : rounded(multiply(sum, 1)));

/**
 * In the order of `EVENTS`.
 * @param today from which on days overdue are counted
 */
export function invoiceEvents(
  before: KnownInvoice,
  now: KnownInvoice,
  comparable: Comparable,
  today: IsoDate,
): readonly Told[] {
  const paid = comparable.payment ? paidEvents(before, now) : [];
  const failed = failedEvents(before, now);
  return [
    ...failed,
    ...textEvents(before, now),
    ...dateEvents(before, now, comparable),
    ...(isSameAmount(before.vat, now.vat) ? [] : [tell('vat', shownSum(before.vat), shownSum(now.vat))]),
    ...(before.stageId === now.stageId || failed.length + paid.length > 0
      ? []
      : [tell('stage', before.stageName, now.stageName)]),
    ...sumEvents(before, now),
    ...paid,
    ...(comparable.payment ? paymentDateEvents(before, now) : []),
    ...(comparable.dueDate && comparable.payment ? overdueEvents(before, now, today) : []),
  ];
}

function failedEvents(before: KnownInvoice, now: KnownInvoice): readonly Told[] {
  if ((before.semantics === 'F') === (now.semantics === 'F')) return [];
  return [tell(now.semantics === 'F' ? 'failed' : 'reopened', before.stageName, now.stageName)];
}

function textEvents(before: KnownInvoice, now: KnownInvoice): readonly Told[] {
  const buyer = (['buyer', 'inn'] as const).find((name) => before[name] !== now[name]);
  return [
    ...(before.number === now.number ? [] : [tell('number', before.number, now.number)]),
    ...(buyer === undefined ? [] : [tell('buyer', before[buyer], now[buyer])]),
  ];
}

type DateEvent = 'invoiceDate' | 'shipmentDate' | 'dueDate' | 'paymentDate';

function dateEvents(
  before: KnownInvoice,
  now: KnownInvoice,
  { shipment, dueDate }: Comparable,
): readonly Told[] {
  return [
    ...dateEvent('invoiceDate', before, now),
    ...(shipment ? dateEvent('shipmentDate', before, now) : []),
    ...(dueDate ? dateEvent('dueDate', before, now) : []),
  ];
}

const dateEvent = (event: DateEvent, before: KnownInvoice, now: KnownInvoice): readonly Told[] =>
  before[event] === now[event] ? [] : [tell(event, TEXTS.day(before[event]), TEXTS.day(now[event]))];

/** Of another currency two lines, since their sums never meet. */
function sumEvents(before: KnownInvoice, now: KnownInvoice): readonly Told[] {
  const [from, to] = [before.currency, now.currency];
  if (from !== to) {
    return [
      { ...tell('currency', from, to), ...amountOf(before.sum, -1), currency: from },
      { ...tell('currency', from, to), ...amountOf(now.sum, 1), currency: to },
    ];
  }
  if (isSameAmount(before.sum, now.sum)) return [];
  const amount = exactDecimal([now.sum ?? 0, negated(before.sum ?? 0)]);
  return [{ ...tell('sum', shownSum(before.sum), shownSum(now.sum)), amount, currency: to }];
}

/** What the sum of an invoice adds to its total, or takes away; nothing where it has none. */
export function amountOf(sum: PortalDecimal | null, sign: 1 | -1): Pick<Told, 'amount'> {
  if (sum === null) return {};
  return { amount: sign === 1 ? sum : negated(sum) };
}

function paidEvents(before: KnownInvoice, now: KnownInvoice): readonly Told[] {
  if (before.isPaid === now.isPaid) return [];
  const event = now.isPaid ? 'paid' : 'unpaid';
  return before.paymentDate === now.paymentDate
    ? [tell(event, before.stageName, now.stageName)]
    : [tell(event, TEXTS.day(before.paymentDate), TEXTS.day(now.paymentDate))];
}

const paymentDateEvents = (before: KnownInvoice, now: KnownInvoice): readonly Told[] =>
  before.isPaid && now.isPaid ? dateEvent('paymentDate', before, now) : [];

function overdueEvents(before: KnownInvoice, now: KnownInvoice, today: IsoDate): readonly Told[] {
  if (before.isOverdue || !now.isOverdue || now.dueDate === null) return [];
  return [tell('overdue', '', TEXTS.days(dayNumber(today) - dayNumber(now.dueDate)))];
}
