/** Data of an exact size for benchmarks: one pipeline, every invoice linked, rows spread evenly. */
import type { Clock } from '../clock';
import { aPortal, PAYMENT_DATE, SHIPMENT_DATE } from './a-portal';
import { addCompanyBuyer } from './buyers';
import { addDays, daysBetween, quarterOf } from './calendar';
import type { InvoiceCase, PortalData } from './PortalData';
import { Random } from './Random';

export interface Size {
  readonly invoices: number;
  readonly rows: number;
  /** Buyers; each is a company with one requisite. */
  readonly requisites: number;
}

const SEED = 31;
const DAY_MILLISECONDS = 86_400_000;

/** Lots that are drawn for each row. */
const DRAWS_OF_ROW = 2;

/** A portal's buyers, and what its invoices are: each can be made alone, always the same. */
export interface SizedInvoices {
  readonly data: PortalData;
  /** @param index from 0; ids go from 1 in the same order */
  readonly invoice: (index: number) => InvoiceCase;
}

/** All invoices lie in the calendar quarter of `today` and were last changed a day ago. */
export function makeSizedData(size: Size, clock: Clock, today: string): PortalData {
  const { data, invoice } = sizedInvoices(size, clock, today);
  for (let index = 0; index < size.invoices; index += 1) data.addInvoice(invoice(index));
  return data;
}

/** The same invoices, none of which is made yet. */
export function sizedInvoices(size: Size, clock: Clock, today: string): SizedInvoices {
  const random = new Random(SEED);
  const { data } = aPortal(clock);
  const buyers = Array.from({ length: size.requisites }, () => addCompanyBuyer(data, random));
  const period = quarterOf(today);
  const invoice = (index: number): InvoiceCase => {
    const buyer = buyers[index % buyers.length];
    const day = addDays(period.from, index % (daysBetween(period) + 1));
    const rowsBefore = shares(size.rows, size.invoices, index);
    const lots = random.ahead(DRAWS_OF_ROW * rowsBefore);
    return {
      ID: index + 1,
      ACCOUNT_NUMBER: `СЧ-${String(index + 1).padStart(6, '0')}`,
      BEGINDATE: day,
      UPDATED_TIME: clock.now() - DAY_MILLISECONDS,
      COMPANY_ID: buyer?.companyId ?? 0,
      link: buyer?.requisiteId ?? 0,
      [SHIPMENT_DATE]: unlessToCome(addDays(day, 3), today),
      [PAYMENT_DATE]: index % 3 === 0 ? null : unlessToCome(addDays(day, 7), today),
      rows: Array.from({ length: shares(size.rows, size.invoices, index + 1) - rowsBefore }, (_, row) => ({
        ID: rowsBefore + row + 1,
        PRODUCT_NAME: `Товар ${lots.int(1, 500)}`,
        PRICE: lots.int(100, 5_000_000) / 100,
        QUANTITY: row + 1,
      })),
    };
  };
  return { data, invoice };
}

/** How much the first `count` of `parts` nearly equal whole shares are together. */
const shares = (whole: number, parts: number, count: number): number => Math.floor((whole * count) / parts);

/** What would be shipped or paid after today has not been yet. */
const unlessToCome = (day: string, today: string): string | null => (day <= today ? day : null);
