/** What stands in the lines of both sheets, worked out from the portal's records alone, for data of this quarter. */
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import type { PortalData } from '../../portal/data/PortalData';
import { expectedInvoices, type ExpectedInvoice } from './expected-invoices';
import { expectedTotals } from './expected-totals';

/** Settings of the report that is expected here. */
export const DATE_FIELDS = { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE };

export interface ExpectedValues {
  readonly brief: readonly (readonly unknown[])[];
  readonly detail: readonly (readonly unknown[])[];
  /** Values of the totals, from top to bottom. */
  readonly totals: readonly number[];
}

export function expectedValues(data: PortalData): ExpectedValues {
  const invoices = expectedInvoices(data, {
    ...{ from: '2026-04-01', to: '2026-06-30', periodField: 'BEGINDATE' },
    ...{ ...DATE_FIELDS, excludeFailed: true, zone: '+03:00' },
  });
  return {
    brief: invoices.map(briefLine),
    detail: invoices.flatMap(detailLines),
    totals: expectedTotals(invoices, () => '').map((line) => line?.value ?? 0),
  };
}

function briefLine({ number, inn, buyer, sum, vat, date, shipped, paid }: ExpectedInvoice): unknown[] {
  return [number, inn, buyer, sum ?? '', vat ?? 0, ...[date, shipped, paid].map(dayNumber)];
}

const detailLines = ({ number, inn, buyer, rows }: ExpectedInvoice): unknown[][] =>
  rows.map(({ product, quantity, price, sum, vat }) => [
    ...[number, inn, buyer, product],
    ...[quantity, price, sum, vat ?? 0],
  ]);

const DAY_MILLISECONDS = 86_400_000;

/** Days since 1899-12-30, as a sheet counts. */
const dayNumber = (day: string | null): number | '' =>
  day === null ? '' : (Date.parse(day) - Date.UTC(1899, 11, 30)) / DAY_MILLISECONDS;
