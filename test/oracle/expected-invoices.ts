/** Which invoices a report holds and what stands in them, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import type { Invoice, ProductRow } from '../../portal/data/records';
import { exactly, rounded, times, vatWithin } from './exact';
import { expectedBuyer } from './expected-buyer';

export interface Wanted {
  /** Inclusive days, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly periodField: string;
  readonly shipmentDateField: string;
  readonly paymentDateField: string;
  readonly excludeFailed: boolean;
  /** The portal's offset, as in `+03:00`: a moment falls on the day that the portal prints. */
  readonly zone: string;
}

export interface ExpectedRow {
  readonly product: string;
  readonly quantity: number;
  readonly price: number;
  readonly sum: number;
  /** null: no VAT. */
  readonly vat: number | null;
  /** Percent; null: no VAT. */
  readonly rate: number | null;
}

export interface ExpectedInvoice {
  readonly id: number;
  readonly number: string;
  readonly inn: string;
  readonly kpp: string;
  readonly buyer: string;
  /** Ids, 0 for none. */
  readonly company: number;
  readonly contact: number;
  readonly ownCompany: number;
  /** Of its stage: S, F or P; null where the portal does not know it. */
  readonly semantics: string | null;
  /** The day by which it is in the period. */
  readonly periodDay: string;
  readonly currency: string;
  readonly sum: number | null;
  /** null: no VAT. */
  readonly vat: number | null;
  readonly date: string | null;
  readonly shipped: string | null;
  readonly paid: string | null;
  readonly unpaid: boolean;
  readonly rows: readonly ExpectedRow[];
}

/** Digits after the point in what the portal sends of a product row. */
const SENT_DECIMALS = 8;

export function expectedInvoices(data: PortalData, wanted: Wanted): ExpectedInvoice[] {
  const semantics = new Map(data.stages.map(({ STATUS_ID, SEMANTICS }) => [STATUS_ID, SEMANTICS]));
  return [...data.invoices.values()]
    .filter((invoice) => {
      const day = dayOf(data, invoice, wanted.periodField, wanted.zone);
      const failed = semantics.get(invoice.STAGE_ID) === 'F';
      if (invoice.IS_RECURRING || (failed && wanted.excludeFailed)) return false;
      return day !== null && day >= wanted.from && day <= wanted.to;
    })
    .sort((a, b) => a.ID - b.ID)
    .map((invoice) => {
      const paid = dayOf(data, invoice, wanted.paymentDateField, wanted.zone);
      const { name, inn, kpp } = expectedBuyer(data, invoice);
      const stage = data.stages.find(({ STATUS_ID }) => STATUS_ID === invoice.STAGE_ID);
      return {
        ...{ id: invoice.ID, number: invoice.ACCOUNT_NUMBER, inn, kpp, buyer: name },
        ...{ company: invoice.COMPANY_ID ?? 0, contact: invoice.CONTACT_ID ?? 0 },
        ...{ ownCompany: invoice.MYCOMPANY_ID, semantics: stage ? (stage.SEMANTICS ?? 'P') : null },
        periodDay: dayOf(data, invoice, wanted.periodField, wanted.zone) ?? '',
        ...{ currency: invoice.CURRENCY_ID, sum: invoice.OPPORTUNITY, vat: invoice.TAX_VALUE || null },
        date: dayOf(data, invoice, 'BEGINDATE', wanted.zone),
        shipped: dayOf(data, invoice, wanted.shipmentDateField, wanted.zone),
        paid,
        unpaid: wanted.paymentDateField === '' ? semantics.get(invoice.STAGE_ID) !== 'S' : paid === null,
        rows: [...data.rowsOf(invoice.ID)].sort((a, b) => a.SORT - b.SORT || a.ID - b.ID).map(expectedRow),
      };
    });
}

function expectedRow(row: ProductRow): ExpectedRow {
  const price = sent(row.PRICE);
  const quantity = sent(row.QUANTITY);
  const gross = times(exactly(price), exactly(quantity));
  return {
    ...{ product: row.PRODUCT_NAME ?? '', quantity, price, sum: rounded(gross) },
    rate: row.TAX_RATE,
    vat: row.TAX_RATE === null ? null : rounded(vatWithin(gross, row.TAX_RATE)),
  };
}

const sent = (value: number): number => Number(value.toFixed(SENT_DECIMALS));

/** A `date` is the calendar day that the portal keeps, a `datetime` the day of the moment in its zone. */
export function dayOf(data: PortalData, invoice: Invoice, field: string, zone: string): string | null {
  const value = Object.entries(invoice).find(([name]) => name === field)?.[1] as unknown;
  if (typeof value !== 'string' || value === '') return null;
  const isMoment = data.userFields.find(({ name }) => name === field)?.type === 'datetime';
  if (!isMoment) return value;
  const offset = Date.parse(`1970-01-01T00:00:00${zone}`);
  return new Date(Date.parse(value) - offset).toISOString().slice(0, 10);
}
