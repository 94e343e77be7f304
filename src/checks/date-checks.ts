/** Days of an invoice: its own, of shipment and payment, and the one by which it is to be paid. */
import { addDays, dayNumber } from '../domain/calendar-day';
import { checkDetails as SAID } from '../texts/check-texts';
import { ofInvoice } from './check';

export const dateChecks = {
  'date-missing': ofInvoice('warning', ({ invoicedOn }) => (invoicedOn === null ? SAID.dateMissing : null)),
  'date-future': ofInvoice('warning', ({ shippedOn, paidOn }, { today }) => {
    const [shipped, paid] = [shippedOn, paidOn].map((day) => (day !== null && day > today ? day : null));
    return shipped || paid ? SAID.dateFuture(shipped ?? null, paid ?? null) : null;
  }),
  'due-missing': ofInvoice('remark', ({ standing }, { dueDateTitle }) =>
    standing.isOwing && standing.dueDate === null ? SAID.dueMissing(dueDateTitle) : null,
  ),
  'due-early': ofInvoice('warning', ({ standing: { isOwing, dueDate }, invoicedOn }) => {
    if (!isOwing || dueDate === null || invoicedOn === null) return null;
    const days = dueDate - dayNumber(invoicedOn);
    return days < 0 ? SAID.dueEarly(addDays(invoicedOn, days), invoicedOn) : null;
  }),
} as const;
