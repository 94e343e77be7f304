/** Invoices of earlier years that nobody has paid, beside those of a quarter. */
import type { Clock } from '../clock';
import { addCompanyBuyer } from './buyers';
import { addDays, quarterOf } from './calendar';
import type { PortalData } from './PortalData';
import { Random } from './Random';
import { makeSizedData, type Size } from './sized-data';

export interface OlderSize extends Size {
  /** Invoices before the quarter. */
  readonly older: number;
  /** Their buyers; none of them buys in the quarter. */
  readonly olderRequisites: number;
}

const SEED = 1917;
const DAY_MILLISECONDS = 86_400_000;
/** The first of them is so many days older than the last. */
const SPAN_DAYS = 900;

/** All invoices stand in their first stage; the older ones were last changed a day ago, as the others were. */
export function makeOlderData(size: OlderSize, clock: Clock, today: string): PortalData {
  const data = makeSizedData(size, clock, today);
  const random = new Random(SEED);
  const buyers = Array.from({ length: size.olderRequisites }, () => addCompanyBuyer(data, random));
  const lastDay = addDays(quarterOf(today).from, -1);
  for (let index = 0; index < size.older; index += 1) {
    const buyer = buyers[index % buyers.length];
    data.addInvoice({
      ACCOUNT_NUMBER: `СТ-${String(index + 1).padStart(6, '0')}`,
      BEGINDATE: addDays(lastDay, -Math.floor((SPAN_DAYS * index) / size.older)),
      UPDATED_TIME: clock.now() - DAY_MILLISECONDS,
      COMPANY_ID: buyer?.companyId ?? 0,
      link: buyer?.requisiteId ?? 0,
      rows: [{ PRICE: random.int(100, 5_000_000) / 100 }],
    });
  }
  return data;
}
