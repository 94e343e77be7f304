/** What an odd case is made from. */
import { addDays, type Period } from './calendar';
import type { Buyer } from './buyers';
import type { InvoiceCase, PortalData } from './PortalData';

export interface OddContext {
  readonly data: PortalData;
  /** Every odd invoice lies in it unless its dates are what is odd. */
  readonly period: Period;
  /** An ordinary company with a linked requisite. */
  readonly buyer: Buyer;
}

/** Adds the invoices of a case and gives their ids. */
export type OddCase = (context: OddContext) => readonly number[];

/** An ordinary invoice of the period but for `given`. */
export function addOdd({ data, period, buyer }: OddContext, given: InvoiceCase): number {
  return data.addInvoice({
    BEGINDATE: addDays(period.from, 10),
    COMPANY_ID: buyer.companyId,
    link: buyer.requisiteId,
    rows: [{ PRODUCT_NAME: 'Бумага офисная А4, 500 л.', PRICE: 360, QUANTITY: 10 }],
    ...given,
  });
}

export const oddInvoice =
  (given: InvoiceCase): OddCase =>
  (context) => [addOdd(context, given)];
