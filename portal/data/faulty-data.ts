/** A small portal for «Проверка данных»: one invoice in order, and one for each thing that may be wrong. */
import type { Clock } from '../clock';
import { aPortal, PAYMENT_DATE, SHIPMENT_DATE } from './a-portal';
import { addDays } from './calendar';
import type { InvoiceCase, PortalData } from './PortalData';
import type { ProductRow, Requisite } from './records';

export const PAID_SUM = 'UF_CRM_PAID_SUM';

export interface FaultyOptions {
  readonly clock: Clock;
  /** `YYYY-MM-DD`, in 2026 or later and no first day of a quarter. */
  readonly today: string;
}

const [ORGANISATION, PERSON] = ['7707083893', '500100732259'];
const IN_ORDER = { RQ_COMPANY_NAME: 'ООО «Ромашка»', RQ_INN: ORGANISATION, RQ_KPP: '770701001' };
/** Nobody has them. */
const GONE = 9_001;

type Faults = Readonly<Record<string, InvoiceCase>>;

/** Ids begin at 1, in the order of these; paid by the date of payment, shipped by that of shipment. */
export function makeFaultyData({ clock, today }: FaultyOptions): PortalData {
  const portal = aPortal(clock).withUserField({
    ...{ name: PAID_SUM, type: 'money', title: 'Оплачено', multiple: false },
  });
  const { data } = portal;
  const seller = data.addCompany({ TITLE: 'ООО «Прогресс»', IS_MY_COMPANY: true });
  const yesterday = addDays(today, -1);
  const client = (...requisites: readonly Partial<Requisite>[]): { company: number; link: number } => {
    const company = data.addCompany({ TITLE: 'Клиент' });
    const ids = requisites.map((given) => data.addRequisite({ ENTITY_ID: company, ...given }));
    return { company, link: ids[0] ?? 0 };
  };
  const good = client(IN_ORDER);
  const of = (given: Partial<Requisite>): InvoiceCase => {
    const { company, link } = client({ ...IN_ORDER, ...given });
    return { COMPANY_ID: company, link };
  };
  const rows = (...given: readonly Partial<ProductRow>[]): InvoiceCase => ({ rows: given });
  const contact = data.addContact({ LAST_NAME: 'Иванов', NAME: 'Пётр' });
  const several = client(IN_ORDER, IN_ORDER);
  const bill: InvoiceCase = { rows: [{ PRODUCT_NAME: 'Стол', PRICE: 6_100, TAX_RATE: 22 }] };
  const faults: Faults = {
    'in order': {},
    'buyer-missing': { COMPANY_ID: 0, link: 0 },
    'inn-wrong': of({ RQ_INN: '7707083894' }),
    'inn-missing': of({ RQ_INN: null, RQ_KPP: null }),
    'inn-kind': of({ RQ_INN: PERSON, RQ_KPP: null }),
    'kpp-missing': of({ RQ_KPP: null }),
    'kpp-wrong': of({ RQ_KPP: '77070100' }),
    'kpp-extra': of({ RQ_COMPANY_NAME: null, RQ_NAME: 'Иванов Пётр', RQ_INN: PERSON }),
    'requisite-missing': { COMPANY_ID: 0, CONTACT_ID: contact, link: 0 },
    'requisite-guessed': { COMPANY_ID: several.company, link: 0 },
    'buyer-unavailable': { COMPANY_ID: GONE, link: 0 },
    'number-missing': { ACCOUNT_NUMBER: '' },
    'number-double': { ACCOUNT_NUMBER: 'СЧ-1' },
    'double-suspect': bill,
    'double-suspect too': bill,
    'sum-empty': { OPPORTUNITY: null },
    'sum-zero': { ...rows({ PRICE: 0 }), OPPORTUNITY: 0 },
    'sum-negative': rows({ PRICE: -1_000, TAX_RATE: 22 }),
    'currency-missing': { CURRENCY_ID: '' },
    'rows-missing': { rows: [], OPPORTUNITY: 15_000, TAX_VALUE: 0 },
    'rows-differ': { OPPORTUNITY: 999.99 },
    'rows-differ by hand': { OPPORTUNITY: 1_000, IS_MANUAL_OPPORTUNITY: true },
    'vat-differs': { TAX_VALUE: 1 },
    'rate-date': rows({ TAX_RATE: 20 }),
    'rate-unusual': rows({ TAX_RATE: 16.6667 }),
    'rates-mixed': rows({ TAX_RATE: 22 }, { TAX_RATE: 20 }),
    'date-future': { [SHIPMENT_DATE]: addDays(today, 30) },
    'due-missing': { CLOSEDATE: null },
    'due-early': { CLOSEDATE: addDays(yesterday, -1) },
    'paid-stage': { [PAYMENT_DATE]: yesterday },
    'paid-open': { [PAID_SUM]: '1000000|RUB' },
    'paid-currency': { [PAID_SUM]: '5|USD' },
    'stage-unknown': { STAGE_ID: 'DT31_7:GONE' },
    'name-varies': of({ RQ_COMPANY_NAME: 'ООО Ромашка' }),
    'text-cut': rows({ PRODUCT_NAME: 'д'.repeat(50_001), TAX_RATE: 22 }),
  };
  Object.values(faults).forEach((fault, index) => {
    portal.withInvoice({
      ...{ ACCOUNT_NUMBER: `СЧ-${index + 1}`, BEGINDATE: yesterday, CLOSEDATE: addDays(today, 7) },
      ...{ COMPANY_ID: good.company, link: good.link, MYCOMPANY_ID: seller, [SHIPMENT_DATE]: yesterday },
      rows: [{ PRODUCT_NAME: `Стол ${index}`, PRICE: 1_220 + 12.2 * index, TAX_RATE: 22 }],
      ...fault,
    });
  });
  return data;
}
