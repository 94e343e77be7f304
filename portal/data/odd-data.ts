/** An odd portal: about 300 random invoices and 1,500 product rows of 60 buyers in three pipelines, and every odd case. */
import type { Clock } from '../clock';
import {
  ACCEPTED_AT,
  aPortal,
  CONTRACT_NUMBER,
  DELIVERY_DATES,
  PAYMENT_DATE,
  SHIPMENT_DATE,
} from './a-portal';
import { addCompanyBuyer, addPrivatePerson, addSoleTrader, type Buyer } from './buyers';
import { addDays, daysBetween, quarterOf, type Period } from './calendar';
import { addOddCases, type OddInvoices } from './odd-cases';
import type { InvoiceCase, PortalData } from './PortalData';
import { Random } from './Random';
import type { ProductRow } from './records';
import type { TaxPrecision } from './totals';
import { PRODUCTS } from './words';

export interface OddData {
  readonly data: PortalData;
  /** The calendar quarter of `today`: most invoices lie in it. */
  readonly period: Period;
  readonly oddInvoices: OddInvoices;
}

export interface OddOptions {
  readonly clock: Clock;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly seed?: number;
  readonly taxPrecision?: TaxPrecision;
}

const BUYERS = { companies: 14, soleTraders: 10, persons: 8 };
const INVOICES = 210;
const TENDERS = 12;
const RETAIL = 15;
const STAGES = ['N', 'S', 'S', 'P', 'P', 'P', 'P', 'UC_4F7K2A'];
const HALF_YEAR_DAYS = 182;

export function makeOddData({ clock, today, seed = 2026, taxPrecision }: OddOptions): OddData {
  const random = new Random(seed);
  const { data } = aPortal(clock, taxPrecision);
  addPipelines(data);
  const sellerId = data.addCompany({ TITLE: 'ООО «Прогресс-Снаб»', IS_MY_COMPANY: true });
  data.addRequisite({ ENTITY_ID: sellerId, RQ_COMPANY_NAME: 'ООО «Прогресс-Снаб»', RQ_INN: '7714012345' });
  const buyers = [
    ...Array.from({ length: BUYERS.companies }, () => addCompanyBuyer(data, random)),
    ...Array.from({ length: BUYERS.soleTraders }, () => addSoleTrader(data, random)),
    ...Array.from({ length: BUYERS.persons }, () => addPrivatePerson(data, random)),
  ];
  const period = quarterOf(today);
  for (let number = 1; number <= INVOICES; number += 1) {
    data.addInvoice({
      ...ordinaryInvoice(number, random, { buyers, period, today, now: clock.now() }),
      MYCOMPANY_ID: sellerId,
    });
  }
  const [buyer] = buyers;
  if (!buyer) throw new Error('Expected at least one buyer');
  return { data, period, oddInvoices: addOddCases({ data, period, buyer }) };
}

/** Besides the default pipeline 7: renamed stages, custom ones without semantics and a custom failure. */
function addPipelines(data: PortalData): void {
  data.addCategory(TENDERS, 'Тендеры');
  data.addCategory(RETAIL, 'Розница');
  data.renameStage('DT31_7:S', 'Выставлен');
  data.renameStage(`DT31_${TENDERS}:P`, 'Деньги пришли');
  for (const { id } of data.categories)
    data.addStage(id, 'UC_4F7K2A', { NAME: 'На согласовании', SORT: 120 });
  data.addStage(TENDERS, 'UC_R9D1QX', { NAME: 'Проиграли', SORT: 150, SEMANTICS: 'F' });
}

interface Surroundings {
  readonly buyers: readonly Buyer[];
  readonly period: Period;
  readonly today: string;
  readonly now: number;
}

/** What would be shipped, paid or accepted after today has not been yet. */
function ordinaryInvoice(
  number: number,
  random: Random,
  { buyers, period, today, now }: Surroundings,
): InvoiceCase {
  const buyer = random.pick(buyers);
  const day = random.chance(0.85)
    ? addDays(period.from, random.int(0, daysBetween(period)))
    : addDays(period.from, random.int(-HALF_YEAR_DAYS, -1));
  const categoryId = random.pick([7, 7, 7, TENDERS, RETAIL]);
  const intended = random.pick(STAGES);
  const mayBePaid = intended === 'P';
  const changedAt = Math.min(Date.parse(`${day}T09:00:00Z`), now - random.int(3_600_000, 86_400_000));
  const vat = random.pick([20, 20, 22, 22, 10, null]);
  const shippedOn = mayBePaid || random.chance(0.4) ? addDays(day, random.int(1, 10)) : null;
  const paidOn = mayBePaid ? addDays(day, random.int(0, 14)) : null;
  const acceptedOn = mayBePaid ? addDays(day, 14) : null;
  const hasCome = (date: string | null): date is string => date !== null && date <= today;
  const code = mayBePaid && !hasCome(paidOn) ? 'S' : intended;
  return {
    ACCOUNT_NUMBER: `СЧ-${String(number).padStart(5, '0')}`,
    BEGINDATE: day,
    CLOSEDATE: addDays(day, 7),
    CREATED_TIME: changedAt,
    UPDATED_TIME: changedAt,
    MOVED_TIME: changedAt,
    CATEGORY_ID: categoryId,
    STAGE_ID: `DT31_${categoryId}:${code}`,
    COMPANY_ID: buyer.companyId,
    CONTACT_ID: buyer.contactId,
    [SHIPMENT_DATE]: hasCome(shippedOn) ? shippedOn : null,
    [PAYMENT_DATE]: hasCome(paidOn) ? paidOn : null,
    [ACCEPTED_AT]: hasCome(acceptedOn) ? `${acceptedOn}T17:45:00+03:00` : null,
    [DELIVERY_DATES]: random.chance(0.1) ? [addDays(day, 3), addDays(day, 9)] : [],
    [CONTRACT_NUMBER]: random.chance(0.3) ? `Д-${random.int(1, 400)}/26` : '',
    rows: Array.from({ length: random.int(1, 11) }, () => ordinaryRow(random, vat)),
    ...(random.chance(0.9) ? { link: buyer.requisiteId } : {}),
  };
}

function ordinaryRow(random: Random, vat: number | null): Partial<ProductRow> {
  const [name, least, most, measureCode, measureName] = random.pick(PRODUCTS);
  return {
    PRODUCT_ID: random.int(100, 140),
    PRODUCT_NAME: name,
    PRICE: random.int(least * 100, most * 100) / 100,
    QUANTITY: random.chance(0.9) ? random.int(1, 40) : random.int(1, 400) / 10,
    TAX_RATE: vat,
    TAX_INCLUDED: random.chance(0.8),
    MEASURE_CODE: measureCode,
    MEASURE_NAME: measureName,
  };
}
