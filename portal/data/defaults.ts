/** Records with every column filled, so that a case names only what it is about. */
import type { Company, Contact, Invoice, ProductRow, Requisite, Stage } from './records';

/** The stages of a new pipeline (Bitrix24 source, crm_status.php, GetDefaultInvoiceStatuses). */
export const DEFAULT_STAGES = [
  { code: 'N', name: 'Новый', sort: 100, semantics: null, system: 'Y' },
  { code: 'S', name: 'Отправлен клиенту', sort: 110, semantics: null, system: 'N' },
  { code: 'P', name: 'Оплачен', sort: 130, semantics: 'S', system: 'Y' },
  { code: 'D', name: 'Не оплачен', sort: 140, semantics: 'F', system: 'Y' },
] as const;

const ADMIN_ID = 1;

export const defaultInvoice = (id: number, categoryId: number, now: number, today: string): Invoice => ({
  ID: id,
  TITLE: `Счёт № ${id}`,
  ACCOUNT_NUMBER: String(id),
  XML_ID: '',
  BEGINDATE: today,
  CLOSEDATE: null,
  CREATED_TIME: now,
  UPDATED_TIME: now,
  MOVED_TIME: now,
  CREATED_BY: ADMIN_ID,
  UPDATED_BY: ADMIN_ID,
  MOVED_BY: ADMIN_ID,
  ASSIGNED_BY_ID: ADMIN_ID,
  OPENED: true,
  CATEGORY_ID: categoryId,
  STAGE_ID: `DT31_${categoryId}:N`,
  PREVIOUS_STAGE_ID: '',
  COMPANY_ID: 0,
  CONTACT_ID: 0,
  MYCOMPANY_ID: 0,
  OPPORTUNITY: 0,
  IS_MANUAL_OPPORTUNITY: false,
  TAX_VALUE: 0,
  CURRENCY_ID: 'RUB',
  COMMENTS: '',
  OBSERVERS: [],
  IS_RECURRING: false,
  PARENT_ID_2: null,
  PARENT_ID_7: null,
});

/** A free-text row of one piece at 100.00 with VAT 20 % included. */
const ROW = { PRODUCT_NAME: 'Услуга', PRICE: 100, QUANTITY: 1, TAX_RATE: 20, DISCOUNT_SUM: 0 };

export function completeRow(
  id: number,
  ownerId: number,
  sort: number,
  given: Partial<ProductRow>,
): ProductRow {
  const rate = given.TAX_RATE === undefined ? ROW.TAX_RATE : given.TAX_RATE;
  const factor = 1 + (rate ?? 0) / 100;
  const exclusive = given.PRICE_EXCLUSIVE ?? (given.PRICE ?? ROW.PRICE) / factor;
  const discount = given.DISCOUNT_SUM ?? ROW.DISCOUNT_SUM;
  return {
    ...ROW,
    PRODUCT_ID: 0,
    PRICE_EXCLUSIVE: exclusive,
    PRICE_NETTO: exclusive + discount,
    PRICE_BRUTTO: (exclusive + discount) * factor,
    DISCOUNT_TYPE_ID: 2,
    DISCOUNT_RATE: 0,
    TAX_INCLUDED: true,
    CUSTOMIZED: true,
    MEASURE_CODE: 796,
    MEASURE_NAME: 'шт',
    SORT: sort,
    XML_ID: '',
    TYPE: 1,
    STORE_ID: null,
    ...given,
    ID: id,
    OWNER_ID: ownerId,
  };
}

export const defaultRequisite = (id: number, now: number): Requisite => ({
  ID: id,
  ENTITY_TYPE_ID: 4,
  ENTITY_ID: 0,
  PRESET_ID: 1,
  NAME: 'Организация',
  ACTIVE: 'Y',
  ADDRESS_ONLY: 'N',
  SORT: 500,
  DATE_CREATE: now,
  DATE_MODIFY: null,
  XML_ID: '',
  RQ_NAME: null,
  RQ_FIRST_NAME: null,
  RQ_LAST_NAME: null,
  RQ_SECOND_NAME: null,
  RQ_COMPANY_NAME: null,
  RQ_COMPANY_FULL_NAME: null,
  RQ_INN: null,
  RQ_BIN: null,
  RQ_IIN: null,
  RQ_EDRPOU: null,
  RQ_DRFO: null,
  RQ_VAT_ID: null,
  RQ_KPP: null,
  RQ_OGRN: null,
  RQ_OGRNIP: null,
  RQ_OKPO: null,
  RQ_DIRECTOR: null,
  RQ_VAT_PAYER: null,
});

export const defaultCompany = (id: number, now: number): Company => ({
  ID: id,
  TITLE: `Компания ${id}`,
  CATEGORY_ID: 0,
  IS_MY_COMPANY: false,
  OPENED: true,
  ASSIGNED_BY_ID: ADMIN_ID,
  CREATED_TIME: now,
  UPDATED_TIME: now,
});

export const defaultContact = (id: number, now: number): Contact => ({
  ID: id,
  NAME: '',
  LAST_NAME: '',
  SECOND_NAME: '',
  CATEGORY_ID: 0,
  OPENED: true,
  ASSIGNED_BY_ID: ADMIN_ID,
  CREATED_TIME: now,
  UPDATED_TIME: now,
});

export const stage = (id: number, categoryId: number, code: string, given: Partial<Stage>): Stage => ({
  ID: id,
  ENTITY_ID: `SMART_INVOICE_STAGE_${categoryId}`,
  STATUS_ID: `DT31_${categoryId}:${code}`,
  NAME: code,
  NAME_INIT: '',
  SORT: 100,
  SYSTEM: 'N',
  CATEGORY_ID: categoryId,
  COLOR: '#39A8EF',
  SEMANTICS: null,
  ...given,
});
