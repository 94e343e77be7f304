/** Odd invoices: dates, stages, currencies, templates, restored ones. */
import { ACCEPTED_AT, CONTRACT_NUMBER, DELIVERY_DATES, PAYMENT_DATE, SHIPMENT_DATE } from './a-portal';
import { addDays } from './calendar';
import { addOdd, oddInvoice, type OddCase, type OddContext } from './odd-case';

export const ODD_INVOICES = {
  'first day of the period': (context) => [addOdd(context, { BEGINDATE: context.period.from })],
  'last day of the period': (context) => [addOdd(context, { BEGINDATE: context.period.to })],
  'day before the period': (context) => [addOdd(context, { BEGINDATE: addDays(context.period.from, -1) })],
  'day after the period': (context) => [addOdd(context, { BEGINDATE: addDays(context.period.to, 1) })],
  'no date': oddInvoice({ BEGINDATE: null }),
  'currency USD': oddInvoice({ CURRENCY_ID: 'USD' }),
  'currency EUR': oddInvoice({ CURRENCY_ID: 'EUR' }),
  'currency KZT': oddInvoice({ CURRENCY_ID: 'KZT', rows: [{ PRICE: 45000, TAX_RATE: null }] }),
  'recurring template': oddInvoice({ IS_RECURRING: true, ACCOUNT_NUMBER: 'ШАБЛОН-1' }),
  'stage failed': oddInvoice({ STAGE_ID: 'DT31_7:D' }),
  'stage failed by custom stage': oddInvoice({ CATEGORY_ID: 12, STAGE_ID: 'DT31_12:UC_R9D1QX' }),
  'stage unknown': oddInvoice({ STAGE_ID: 'DT31_7:UC_GONE00' }),
  'stage paid': oddInvoice({ STAGE_ID: 'DT31_7:P' }),
  'user fields empty': oddInvoice({
    [SHIPMENT_DATE]: '',
    [PAYMENT_DATE]: null,
    [DELIVERY_DATES]: [],
    [CONTRACT_NUMBER]: '',
  }),
  'user fields filled': (context) => [
    addOdd(context, {
      [SHIPMENT_DATE]: past(context, 12),
      [PAYMENT_DATE]: past(context, 15),
      [ACCEPTED_AT]: `${past(context, 16)}T23:30:00+03:00`,
      [DELIVERY_DATES]: [addDays(context.period.from, 12), addDays(context.period.from, 20)],
      [CONTRACT_NUMBER]: '№ 15/2026 от 12.01',
    }),
  ],
  'deleted and restored': (context) => {
    const id = addOdd(context, { ACCOUNT_NUMBER: 'ВОССТ-1' });
    context.data.deleteInvoice(id);
    return [context.data.restoreInvoice(id)];
  },
  /** The number was given again while its first holder lay in the recycle bin. */
  'restored with the number of another': (context) => {
    const deleted = addOdd(context, { ACCOUNT_NUMBER: 'ВОССТ-2' });
    context.data.deleteInvoice(deleted);
    const other = addOdd(context, { ACCOUNT_NUMBER: 'ВОССТ-2' });
    return [other, context.data.restoreInvoice(deleted)];
  },
} satisfies Record<string, OddCase>;

/** So many days after the period's first, but today where that is still to come. */
function past({ period, data }: OddContext, days: number): string {
  const today = new Date(data.clock.now()).toISOString().slice(0, 10);
  const day = addDays(period.from, days);
  return day <= today ? day : today;
}
