/** Data of an exact size for benchmarks: one pipeline, every invoice linked, rows spread evenly. */
import type { Clock } from '../clock';
import { aPortal, PAYMENT_DATE, SHIPMENT_DATE } from './a-portal';
import { addCompanyBuyer } from './buyers';
import { addDays, daysBetween, quarterOf } from './calendar';
import type { PortalData } from './PortalData';
import { Random } from './Random';

export interface Size {
  readonly invoices: number;
  readonly rows: number;
  /** Buyers; each is a company with one requisite. */
  readonly requisites: number;
}

const SEED = 31;
const DAY_MILLISECONDS = 86_400_000;

/** All invoices lie in the calendar quarter of `today` and were last changed a day ago. */
export function makeSizedData(size: Size, clock: Clock, today: string): PortalData {
  const random = new Random(SEED);
  const { data } = aPortal(clock);
  const buyers = Array.from({ length: size.requisites }, () => addCompanyBuyer(data, random));
  const period = quarterOf(today);
  for (let index = 0; index < size.invoices; index += 1) {
    const buyer = buyers[index % buyers.length];
    const day = addDays(period.from, index % (daysBetween(period) + 1));
    const rowCount = share(size.rows, size.invoices, index);
    data.addInvoice({
      ACCOUNT_NUMBER: `СЧ-${String(index + 1).padStart(6, '0')}`,
      BEGINDATE: day,
      UPDATED_TIME: clock.now() - DAY_MILLISECONDS,
      COMPANY_ID: buyer?.companyId ?? 0,
      link: buyer?.requisiteId ?? 0,
      [SHIPMENT_DATE]: unlessToCome(addDays(day, 3), today),
      [PAYMENT_DATE]: index % 3 === 0 ? null : unlessToCome(addDays(day, 7), today),
      rows: Array.from({ length: rowCount }, (_, row) => ({
        PRODUCT_NAME: `Товар ${random.int(1, 500)}`,
        PRICE: random.int(100, 5_000_000) / 100,
        QUANTITY: row + 1,
      })),
    });
  }
  return data;
}

/** The `index`-th of `parts` nearly equal whole shares. */
const share = (whole: number, parts: number, index: number): number =>
  Math.floor((whole * (index + 1)) / parts) - Math.floor((whole * index) / parts);

/** What would be shipped or paid after today has not been yet. */
const unlessToCome = (day: string, today: string): string | null => (day <= today ? day : null);
