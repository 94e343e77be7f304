/** The demo portal: a trading and service company's invoices of this quarter so far and of the two before it. */
import type { Clock } from '../clock';
import {
  ACCEPTED_AT,
  aPortal,
  CONTRACT_NUMBER,
  DEFAULT_CATEGORY,
  PAYMENT_DATE,
  SHIPMENT_DATE,
} from './a-portal';
import { addDays, monthOf, quarterOf, workingDayFrom, workingDays } from './calendar';
import { addDemoBuyers } from './demo-buyers';
import { Sales, type Sale } from './demo-sales';
import { companyInn } from './inn';
import { PortalData, type InvoiceCase } from './PortalData';
import { Random } from './Random';
import { sumOf, type TaxPrecision } from './totals';

export interface DemoOptions {
  readonly clock: Clock;
  /** `YYYY-MM-DD`; only due dates are later. */
  readonly today: string;
  /** The sales are those of its quarter and the two before it, up to today; today unless given. */
  readonly since?: string;
  readonly seed?: number;
  readonly taxPrecision?: TaxPrecision;
}

/** Who bills goods, and who works and support. */
const SELLER = 'ООО «Прогресс-Снаб»';
const SERVICE_SELLER = 'ООО «Прогресс-Сервис»';
/** The pipeline of works and support, beside that of goods. */
const SERVICE = 12;
const FIRST_NUMBER = 1187;
const HOUR = 3_600_000;

/** One seed and quarter make the same sales; today decides how many there are yet and what has become of them. */
export function makeDemoData({
  clock,
  today,
  since = today,
  seed = 2026,
  taxPrecision,
}: DemoOptions): PortalData {
  const random = new Random(seed);
  const { data } = aPortal(clock, taxPrecision);
  addPipelines(data);
  const seller = addSeller(data, random, SELLER);
  const sales = new Sales(random, addDemoBuyers(data, random));
  // With luck of its own, so that it changes nobody else's.
  const serviceSeller = addSeller(data, new Random(seed + 1), SERVICE_SELLER);
  let number = FIRST_NUMBER;
  for (const sale of salesBetween(since, today, sales)) {
    const ACCOUNT_NUMBER = `СЧ-${String(number).padStart(5, '0')}`;
    const MYCOMPANY_ID = sale.isService ? serviceSeller : seller;
    data.addInvoice({ ...invoiceOf(sale, today, clock.now()), ACCOUNT_NUMBER, MYCOMPANY_ID });
    number += 1;
  }
  return data;
}

function addPipelines(data: PortalData): void {
  data.addCategory(SERVICE, 'Сервис');
  for (const { id } of data.categories) {
    data.renameStage(`DT31_${id}:S`, 'Выставлен');
    data.renameStage(`DT31_${id}:D`, 'Отменён');
  }
}

function addSeller(data: PortalData, random: Random, name: string): number {
  const id = data.addCompany({ TITLE: name, IS_MY_COMPANY: true });
  data.addRequisite({ ENTITY_ID: id, RQ_COMPANY_NAME: name, RQ_INN: companyInn(random, '77') });
  return id;
}

function* salesBetween(since: string, today: string, sales: Sales): Generator<Sale> {
  const quarterBefore = (day: string): string => quarterOf(addDays(quarterOf(day).from, -1)).from;
  let month = '';
  for (const day of workingDays({ from: quarterBefore(quarterBefore(since)), to: today })) {
    if (month !== monthOf(day)) yield* sales.subscriptions(day);
    month = monthOf(day);
    yield* sales.ofDay(day);
  }
}

/** The invoice as it stands today. */
function invoiceOf(sale: Sale, today: string, now: number): InvoiceCase {
  const { day, buyer, rows, isCancelled, isRounded } = sale;
  const yet = (date: string | null): string | null =>
    date !== null && date <= today && !isCancelled ? date : null;
  const [paid, shipped] = [yet(sale.paidOn), yet(sale.shippedOn)];
  const accepted = yet(paid && shipped && workingDayFrom(addDays(paid > shipped ? paid : shipped, 1)));
  const lastChanged = [day, paid ?? '', shipped ?? '', accepted ?? ''].sort().at(-1) ?? day;
  const changedAt = Math.min(Date.parse(`${lastChanged}T12:15:00Z`), now - HOUR);
  const category = sale.isService ? SERVICE : DEFAULT_CATEGORY;
  return {
    BEGINDATE: day,
    CLOSEDATE: sale.dueOn,
    CREATED_TIME: Math.min(Date.parse(`${day}T07:40:00Z`), now - HOUR),
    UPDATED_TIME: changedAt,
    MOVED_TIME: changedAt,
    CATEGORY_ID: category,
    STAGE_ID: `DT31_${category}:${stageOf(sale, paid !== null, today)}`,
    COMPANY_ID: buyer.companyId,
    CONTACT_ID: buyer.contactId,
    [SHIPMENT_DATE]: shipped,
    [PAYMENT_DATE]: paid,
    [ACCEPTED_AT]: accepted && `${accepted}T17:45:00+03:00`,
    [CONTRACT_NUMBER]: buyer.contract,
    rows,
    ...(isRounded ? { IS_MANUAL_OPPORTUNITY: true, OPPORTUNITY: withoutOddRoubles(sumOf(rows)) } : {}),
    ...(buyer.requisiteId > 0 ? { link: buyer.requisiteId } : {}),
  };
}

function stageOf({ day, isCancelled }: Sale, isPaid: boolean, today: string): string {
  if (isCancelled) return 'D';
  if (isPaid) return 'P';
  return day >= addDays(today, -1) ? 'N' : 'S';
}

const withoutOddRoubles = (sum: number): number => Math.floor(sum / 100) * 100;
