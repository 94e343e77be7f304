/**
 * A small portal of everything that a buyer can be read from: companies and contacts with one requisite, with two and
 * with none, invoices with a choice of them, with an empty one and without, rows with and without names of their own.
 */
import type { Clock } from '../clock';
import { aPortal, PAYMENT_DATE, SHIPMENT_DATE } from './a-portal';
import { addCompanyBuyer, addPrivatePerson, type Buyer } from './buyers';
import { addDays, daysBetween, quarterOf, type Period } from './calendar';
import type { PortalData } from './PortalData';
import { Random } from './Random';
import { COMPANY, CONTACT, type ProductRow } from './records';

export interface MixedOptions {
  readonly clock: Clock;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly seed: number;
  readonly invoices: number;
  /** Every invoice has a requisite chosen; else 30 of 100 have none. */
  readonly linked: boolean;
}

export interface MixedData {
  readonly data: PortalData;
  /** The calendar quarter of `today`: all invoices but a few lie in it. */
  readonly period: Period;
}

interface Client {
  readonly companyId: number;
  readonly contactId: number;
  readonly requisites: readonly number[];
}

const DAY = 86_400_000;
const PRODUCTS = 12;

export function makeMixedData({ clock, today, seed, invoices, linked }: MixedOptions): MixedData {
  const random = new Random(seed);
  const { data } = aPortal(clock);
  for (let id = 1; id <= PRODUCTS; id += 1) data.products.set(id, `Товар каталога ${id}`);
  const count = Math.max(3, Math.ceil(invoices / 4));
  const sellerId = data.addCompany({ TITLE: 'ООО «Продавец»', IS_MY_COMPANY: true });
  const seller = data.addRequisite({ ENTITY_ID: sellerId, RQ_COMPANY_NAME: 'ООО «Продавец»' });
  const first = addClient(data, random, true, true);
  const clients = [first, ...Array.from({ length: count - 1 }, () => addClient(data, random, linked))];
  const period = quarterOf(today);
  for (let number = 1; number <= invoices; number += 1) {
    const client = number === 1 ? first : random.pick(clients);
    const day = random.chance(0.9)
      ? addDays(period.from, random.int(0, daysBetween(period)))
      : addDays(period.from, -random.int(1, 60));
    const changedAt = clock.now() - random.int(1, 90) * DAY;
    const id = data.addInvoice({
      ACCOUNT_NUMBER: `СЧ-${String(number).padStart(5, '0')}`,
      BEGINDATE: day,
      CREATED_TIME: changedAt,
      UPDATED_TIME: changedAt,
      COMPANY_ID: client.companyId,
      CONTACT_ID: client.contactId,
      STAGE_ID: `DT31_7:${random.pick(['N', 'S', 'S', 'P', 'P', 'D'])}`,
      IS_RECURRING: random.chance(0.03),
      [SHIPMENT_DATE]: random.chance(0.5) ? day : null,
      [PAYMENT_DATE]: random.chance(0.4) ? day : null,
      rows: Array.from({ length: random.int(0, 6) }, () => aRow(random)),
      MYCOMPANY_ID: sellerId,
      ...choiceOf(client, random, linked),
    });
    const chosen = data.links.get(id)?.REQUISITE_ID;
    if (chosen !== undefined && random.chance(0.3)) data.linkRequisite(id, chosen, seller);
  }
  return { data, period };
}

/** Of ten clients without a rule, seven have one requisite, two have two and one has none. */
function addClient(data: PortalData, random: Random, withRequisite: boolean, withTwo = false): Client {
  if (!withRequisite && random.chance(0.1)) {
    return {
      companyId: data.addCompany({ TITLE: `Без реквизитов ${random.digits(3)}` }),
      contactId: 0,
      requisites: [],
    };
  }
  const { companyId, contactId, requisiteId } = random.chance(0.8)
    ? addCompanyBuyer(data, random)
    : addPrivatePerson(data, random);
  const second =
    withTwo || random.chance(0.2)
      ? [secondRequisite(data, random, { companyId, contactId, requisiteId })]
      : [];
  return { companyId, contactId, requisites: [requisiteId, ...second] };
}

const secondRequisite = (data: PortalData, random: Random, { companyId, contactId }: Buyer): number =>
  data.addRequisite({
    ENTITY_TYPE_ID: companyId > 0 ? COMPANY : CONTACT,
    ENTITY_ID: companyId > 0 ? companyId : contactId,
    SORT: random.pick([100, 500, 900]),
    RQ_COMPANY_NAME: `Второе имя ${random.digits(3)}`,
    RQ_INN: `77${random.digits(8)}`,
  });

function choiceOf({ requisites }: Client, random: Random, linked: boolean): { link?: number } {
  if (!linked && random.chance(0.3)) return random.chance(0.5) ? {} : { link: 0 };
  return requisites.length === 0 ? {} : { link: random.pick(requisites) };
}

function aRow(random: Random): Partial<ProductRow> {
  const product = random.chance(0.5) ? random.int(1, PRODUCTS) : 0;
  return {
    PRODUCT_ID: product,
    PRODUCT_NAME: product > 0 && random.chance(0.5) ? '' : `Товар ${random.digits(3)}`,
    PRICE: random.int(100, 900_000) / 100,
    QUANTITY: random.int(1, 12),
    TAX_RATE: random.pick([20, 22, 10, 0, null]),
  };
}
