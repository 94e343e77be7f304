/** The small portal that faults are tried on: every kind of buyer, two pages of rows, and two states to go between. */
import { aPortal, PAYMENT_DATE } from '../../../portal/data/a-portal';
import type { PortalData } from '../../../portal/data/PortalData';

/** Settings that make a refresh ask for the fields as well. */
export const SETTINGS = { paymentDateField: PAYMENT_DATE };

/** One more than a page. */
const MANY_ROWS = 51;
/** The list is read to its empty page: where every request added another invoice there would be none. */
const MOST_INVOICES = 30;

export function smallPortal(clock: { now(): number }): PortalData {
  return aPortal(clock)
    .withCompany({ ID: 4, TITLE: 'Альфа' })
    .withRequisite({ ID: 1, ENTITY_ID: 4, RQ_COMPANY_NAME: 'ООО «Альфа»', RQ_INN: '7701000001' })
    .withRequisite({ ID: 2, ENTITY_ID: 4, RQ_COMPANY_NAME: 'АО «Альфа»', RQ_INN: '0277000002' })
    .withCompany({ ID: 5, TITLE: 'Бета' })
    .withRequisite({ ID: 3, ENTITY_ID: 5, RQ_COMPANY_NAME: 'ООО «Бета»', RQ_INN: '7701000003' })
    .withCompany({ ID: 6, TITLE: 'Гамма' })
    .withContact({ ID: 7, LAST_NAME: 'Белова', NAME: 'Анна' })
    .withInvoice({ ID: 1, COMPANY_ID: 4, link: 2, [PAYMENT_DATE]: '2026-05-12', rows: [{ ID: 101 }, {}] })
    .withInvoice({ ID: 2, COMPANY_ID: 5, STAGE_ID: 'DT31_7:P', rows: [{ PRICE: 250, TAX_RATE: null }] })
    .withInvoice({ ID: 3, COMPANY_ID: 6, CURRENCY_ID: 'USD', rows: [{ PRICE: 99.99, QUANTITY: 3 }] })
    .withInvoice({ ID: 4, CONTACT_ID: 7, STAGE_ID: 'DT31_7:D', rows: [{}] })
    .withInvoice({ ID: 5, CONTACT_ID: 7 })
    .withInvoice({ ID: 6, COMPANY_ID: 4, link: 1, rows: Array<object>(MANY_ROWS).fill({ PRICE: 10 }) }).data;
}

/** The tables of a portal; its records are never changed in place. */
const TABLES = ['invoices', 'rowsByInvoice', 'links', 'requisites', 'companies', 'contacts'] as const;

/** Puts every record of `source` in the place of the records of `target`. */
export function copyRecords(source: PortalData, target: PortalData): void {
  for (const table of TABLES) {
    const records = target[table] as Map<number, unknown>;
    records.clear();
    for (const [id, record] of source[table]) records.set(id, record);
  }
  for (const table of ['stages', 'categories', 'userFields'] as const) {
    (target[table] as unknown[]).splice(0, Infinity, ...source[table]);
  }
}

/** What happens in the CRM while somebody refreshes. */
export const CHANGES: Readonly<Record<string, (data: PortalData) => unknown>> = {
  'an invoice is deleted': (data) => data.invoices.has(3) && deleteInvoice(data, 3),
  'an invoice of many rows is deleted': (data) => data.invoices.has(6) && deleteInvoice(data, 6),
  'an invoice is added': (data) =>
    data.invoices.size < MOST_INVOICES && data.addInvoice({ COMPANY_ID: 5, rows: [{ PRICE: 77 }] }),
  'an invoice gets another number': (data) => data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' }),
  'an invoice fails': (data) => data.changeInvoice(2, { STAGE_ID: 'DT31_7:D' }),
  'a price changes': (data) => data.changeRow(1, 101, { PRICE: 4321.5 }),
  'a row is added at the end': (data) => data.invoices.has(6) && data.addRow(6, { PRICE: 8 }),
  'the first of many rows is deleted': (data) =>
    data.invoices.has(6) && data.deleteRow(6, data.rowsOf(6)[0]?.ID ?? 0),
  'another requisite is linked': (data) => data.linkRequisite(1, 1),
  'a requisite is edited': (data) => data.changeRequisite(3, { RQ_INN: '7701999999' }),
  'a company is renamed': (data) => data.changeCompany(6, { TITLE: 'Дельта' }),
};

function deleteInvoice(data: PortalData, id: number): void {
  data.deleteInvoice(id);
}

/** The same portal a while later, so that a refresh has something to write. */
export function laterPortal(clock: { now(): number }): PortalData {
  const data = smallPortal(clock);
  data.changeInvoice(1, { ACCOUNT_NUMBER: '1-а' });
  data.changeRow(1, 101, { PRICE: 12.5 });
  data.changeRequisite(3, { RQ_INN: '7701000033' });
  data.changeCompany(6, { TITLE: 'Гамма плюс' });
  data.deleteInvoice(5);
  return data;
}
