/** Edits in the CRM, each with the smallest portal that shows it and the cells it is about. */
import type { PortalBuilder } from '../../../portal/data/a-portal';
import type { PortalData } from '../../../portal/data/PortalData';
import { BRIEF, DETAIL } from '../../../world/sheets';

/** The cells that an edit is about, by sheet and column. */
interface Seen {
  readonly sheet: string;
  readonly column: string;
  readonly before: unknown[];
  readonly after: unknown[];
}

export interface Edit extends Seen {
  readonly portal: (portal: PortalBuilder) => unknown;
  readonly edit: (data: PortalData) => unknown;
}

export const invoiceWithRow = (portal: PortalBuilder) =>
  portal.withInvoice({ ID: 1, rows: [{ ID: 11, PRODUCT_NAME: 'Стол', PRICE: 120 }] });

export const aCompanyOfTwoRequisites = (portal: PortalBuilder) =>
  portal
    .withCompany({ ID: 4, TITLE: 'Альфа' })
    .withRequisite({ ID: 1, ENTITY_ID: 4, RQ_COMPANY_NAME: 'ООО «Альфа»', RQ_INN: '7701000001' })
    .withRequisite({ ID: 2, ENTITY_ID: 4, RQ_COMPANY_NAME: 'АО «Альфа»', RQ_INN: '7701000002' })
    .withInvoice({ ID: 1, COMPANY_ID: 4, link: 2, rows: [{}] });

/** Edits that move the invoice's time stamp or the list itself. */
export const atTheNextRefresh = {
  'a product row is changed': {
    portal: invoiceWithRow,
    edit: (data) => data.changeRow(1, 11, { PRICE: 240 }),
    ...{ sheet: DETAIL, column: 'G', before: [120], after: [240] },
  },
  'a product row is added': {
    portal: invoiceWithRow,
    edit: (data) => data.addRow(1, { PRODUCT_NAME: 'Стул' }),
    ...{ sheet: DETAIL, column: 'E', before: ['Стол'], after: ['Стол', 'Стул'] },
  },
  'a product row is deleted': {
    portal: (portal) =>
      portal.withInvoice({
        ID: 1,
        rows: [
          { ID: 11, PRICE: 120 },
          { ID: 12, PRICE: 5 },
        ],
      }),
    edit: (data) => data.deleteRow(1, 11),
    ...{ sheet: DETAIL, column: 'G', before: [120, 5], after: [5] },
  },
  'the last product row is deleted': {
    portal: invoiceWithRow,
    edit: (data) => data.deleteRow(1, 11),
    ...{ sheet: DETAIL, column: 'E', before: ['Стол'], after: [] },
  },
  'the first product row is added': {
    portal: (portal) => portal.withInvoice({ ID: 1 }),
    edit: (data) => data.addRow(1, { PRODUCT_NAME: 'Стул' }),
    ...{ sheet: DETAIL, column: 'E', before: [], after: ['Стул'] },
  },
  'an invoice is deleted': {
    portal: (portal) => invoiceWithRow(portal).withInvoice({ ID: 2, rows: [{}] }),
    edit: (data) => data.deleteInvoice(1),
    ...{ sheet: BRIEF, column: 'B', before: ['1', '2'], after: ['2'] },
  },
  'an invoice moves out of the period': {
    portal: (portal) => invoiceWithRow(portal).withInvoice({ ID: 2, rows: [{}] }),
    edit: (data) => data.changeInvoice(1, { BEGINDATE: '2026-07-01' }),
    ...{ sheet: DETAIL, column: 'B', before: ['1', '2'], after: ['2'] },
  },
  'an invoice moves into the period': {
    portal: (portal) => invoiceWithRow(portal).withInvoice({ ID: 2, BEGINDATE: '2026-07-01', rows: [{}] }),
    edit: (data) => data.changeInvoice(2, { BEGINDATE: '2026-06-30' }),
    ...{ sheet: DETAIL, column: 'B', before: ['1'], after: ['1', '2'] },
  },
  'an invoice fails': {
    portal: (portal) => invoiceWithRow(portal).withInvoice({ ID: 2, rows: [{}] }),
    edit: (data) => data.changeInvoice(1, { STAGE_ID: 'DT31_7:D' }),
    ...{ sheet: BRIEF, column: 'B', before: ['1', '2'], after: ['2'] },
  },
  'a failed invoice is taken up again': {
    portal: (portal) => portal.withInvoice({ ID: 1, STAGE_ID: 'DT31_7:D', rows: [{}] }),
    edit: (data) => data.changeInvoice(1, { STAGE_ID: 'DT31_7:N' }),
    ...{ sheet: DETAIL, column: 'B', before: [], after: ['1'] },
  },
  'an invoice gets another company': {
    portal: (portal) =>
      portal
        .withCompany({ ID: 4, TITLE: 'Альфа' })
        .withCompany({ ID: 5, TITLE: 'Бета' })
        .withInvoice({ ID: 1, COMPANY_ID: 4 }),
    edit: (data) => data.changeInvoice(1, { COMPANY_ID: 5 }),
    ...{ sheet: BRIEF, column: 'D', before: ['Альфа'], after: ['Бета'] },
  },
  'a deleted invoice is restored under a new id': {
    portal: (portal) => {
      portal.withInvoice({ ID: 1, ACCOUNT_NUMBER: 'А-1', rows: [{ PRODUCT_NAME: 'Стол' }] });
      portal.withInvoice({ ID: 2, rows: [{ PRODUCT_NAME: 'Стул' }] });
    },
    edit: (data) => {
      data.deleteInvoice(1);
      data.restoreInvoice(1);
    },
    ...{ sheet: DETAIL, column: 'B', before: ['А-1', '2'], after: ['2', 'А-1'] },
  },
} satisfies Record<string, Edit>;

/** Edits that leave no trace on the invoice. */
export const afterTheTtl = {
  'another requisite is linked': {
    portal: aCompanyOfTwoRequisites,
    edit: (data) => data.linkRequisite(1, 1),
    ...{ sheet: BRIEF, column: 'C', before: ['7701000002'], after: ['7701000001'] },
  },
  'the linked requisite is edited': {
    portal: aCompanyOfTwoRequisites,
    edit: (data) => data.changeRequisite(2, { RQ_INN: '7701000009' }),
    ...{ sheet: DETAIL, column: 'C', before: ['7701000002'], after: ['7701000009'] },
  },
  'the linked requisite is deleted': {
    portal: aCompanyOfTwoRequisites,
    edit: (data) => data.deleteRequisite(2),
    ...{ sheet: BRIEF, column: 'D', before: ['АО «Альфа»'], after: ['ООО «Альфа»'] },
  },
  'a company gets its first requisite': {
    portal: (portal) => portal.withCompany({ ID: 4, TITLE: 'Альфа' }).withInvoice({ ID: 1, COMPANY_ID: 4 }),
    edit: (data) => data.addRequisite({ ENTITY_ID: 4, RQ_COMPANY_NAME: 'ООО «Альфа»' }),
    ...{ sheet: BRIEF, column: 'D', before: ['Альфа'], after: ['ООО «Альфа»'] },
  },
  'a buyer company is renamed': {
    portal: (portal) => portal.withCompany({ ID: 4, TITLE: 'Альфа' }).withInvoice({ ID: 1, COMPANY_ID: 4 }),
    edit: (data) => data.changeCompany(4, { TITLE: 'Бета' }),
    ...{ sheet: BRIEF, column: 'D', before: ['Альфа'], after: ['Бета'] },
  },
  'a buyer contact is renamed': {
    portal: (portal) =>
      portal.withContact({ ID: 4, LAST_NAME: 'Белова', NAME: 'Анна' }).withInvoice({ ID: 1, CONTACT_ID: 4 }),
    edit: (data) => data.changeContact(4, { LAST_NAME: 'Чернова' }),
    ...{ sheet: BRIEF, column: 'D', before: ['Белова Анна'], after: ['Чернова Анна'] },
  },
  'a stage becomes a failed one': {
    portal: (portal) => portal.withInvoice({ ID: 1, STAGE_ID: 'DT31_7:S' }).withInvoice({ ID: 2 }),
    edit: (data) => data.changeStage('DT31_7:S', { SEMANTICS: 'F' }),
    ...{ sheet: BRIEF, column: 'B', before: ['1', '2'], after: ['2'] },
  },
  'a failed stage becomes an open one': {
    portal: (portal) => portal.withInvoice({ ID: 1, STAGE_ID: 'DT31_7:D', rows: [{}] }),
    edit: (data) => data.changeStage('DT31_7:D', { SEMANTICS: null }),
    ...{ sheet: DETAIL, column: 'B', before: [], after: ['1'] },
  },
} satisfies Record<string, Edit>;
