/** The facts of a report straight from the portal's records, without any request. */
import type { IsoDate } from '../../../src/domain/ids';
import type { Period } from '../../../src/domain/period';
import type { InvoiceRecord, ProductRow, RequisiteRecord, StageRecord } from '../../../src/domain/records';
import type { Query } from '../../../src/domain/query';
import { carryOut } from '../../../src/domain/task';
import type { Gathered } from '../../../src/refresh/gather';
import { buyerOf } from '../../../src/report/buyer';
import { taxNumberOf } from '../../oracle/expected-buyer';
import { Zone } from '../../../portal/answer/Zone';
import type { PortalData } from '../../../portal/data/PortalData';
import { COMPANY, CONTACT, type Invoice, type Requisite } from '../../../portal/data/records';

interface Wanted {
  readonly period: Period;
  readonly excludeFailed: boolean;
  readonly zone: string;
}

/** The facts that two sheets need of invoices by their BEGINDATE. */
export function factsOf(data: PortalData, { period, excludeFailed, zone }: Wanted): Gathered {
  const failed = new Set(
    data.stages.filter(({ SEMANTICS }) => SEMANTICS === 'F').map(({ STATUS_ID }) => STATUS_ID),
  );
  const invoices = [...data.invoices.values()]
    .filter(({ BEGINDATE: day }) => day !== null && day >= period.from && day <= period.to)
    .filter(({ IS_RECURRING, STAGE_ID }) => !IS_RECURRING && !(excludeFailed && failed.has(STAGE_ID)))
    .sort((a, b) => a.ID - b.ID)
    .map((invoice) => invoiceRecord(invoice, zone));
  return {
    profile: { id: '1', name: 'Анна Смирнова', admin: true },
    stages: data.stages.map(
      ({ STATUS_ID, NAME, SEMANTICS, SORT }) =>
        ({ id: STATUS_ID, name: NAME, semantics: SEMANTICS ?? 'P', sort: SORT }) as StageRecord,
    ),
    invoices,
    leftOut: [],
    buyers: new Map(
      invoices.map((invoice) => [
        invoice.id,
        carryOut(buyerOf(invoice, ''), (query) => answerTo(query, data)),
      ]),
    ),
    rows: new Map(invoices.map(({ id }) => [id, rowsOf(id, data)])),
    categories: [],
    ownCompanies: new Map(),
    older: [],
    olderLeftOut: [],
    whereabouts: new Map(),
  };
}

function invoiceRecord(invoice: Invoice, zone: string): InvoiceRecord {
  return {
    id: invoice.ID,
    accountNumber: invoice.ACCOUNT_NUMBER,
    opportunity: invoice.OPPORTUNITY,
    taxValue: invoice.TAX_VALUE,
    currency: invoice.CURRENCY_ID,
    stageId: invoice.STAGE_ID,
    companyId: invoice.COMPANY_ID === 0 ? null : invoice.COMPANY_ID,
    contactId: invoice.CONTACT_ID === 0 ? null : invoice.CONTACT_ID,
    updatedTime: new Zone(zone).printTime(invoice.UPDATED_TIME),
    isRecurringTemplate: false,
    dates: { BEGINDATE: invoice.BEGINDATE as IsoDate },
  } as unknown as InvoiceRecord;
}

function rowsOf(invoiceId: number, data: PortalData): ProductRow[] {
  return [...data.rowsOf(invoiceId)]
    .sort((a, b) => a.ID - b.ID)
    .map(
      ({ ID, PRODUCT_NAME, PRICE, QUANTITY, TAX_RATE, SORT, ...more }) =>
        ({
          id: ID,
          name: PRODUCT_NAME,
          price: PRICE,
          quantity: QUANTITY,
          taxRate: TAX_RATE,
          sort: SORT,
          unit: more.MEASURE_NAME,
          netPrice: Number(more.PRICE_EXCLUSIVE.toFixed(8)),
          fullPrice: Number(more.PRICE_BRUTTO.toFixed(8)),
          ...(more.PRODUCT_ID === 0 ? {} : { productId: more.PRODUCT_ID }),
          ...(more.XML_ID === '' ? {} : { externalId: more.XML_ID }),
        }) as ProductRow,
    );
}

function requisiteRecord(requisite: Requisite): RequisiteRecord {
  return {
    id: requisite.ID,
    entityTypeId: requisite.ENTITY_TYPE_ID,
    entityId: requisite.ENTITY_ID,
    sort: requisite.SORT,
    addressOnly: requisite.ADDRESS_ONLY === 'Y',
    name: requisite.NAME,
    inn: requisite.RQ_INN ?? '',
    taxNumber: taxNumberOf(requisite),
    ...(requisite.RQ_KPP ? { kpp: requisite.RQ_KPP } : {}),
    ogrnip: requisite.RQ_OGRNIP ?? '',
    companyName: requisite.RQ_COMPANY_NAME ?? '',
    companyFullName: requisite.RQ_COMPANY_FULL_NAME ?? '',
    personName: requisite.RQ_NAME ?? '',
    lastName: requisite.RQ_LAST_NAME ?? '',
    firstName: requisite.RQ_FIRST_NAME ?? '',
    secondName: requisite.RQ_SECOND_NAME ?? '',
  } as RequisiteRecord;
}

/** The rules of who the buyer is have tests of their own; here every fact they ask for is known. */
function answerTo({ kind, id }: Query, data: PortalData): unknown {
  const requisites = [...data.requisites.values()].sort((a, b) => a.ID - b.ID);
  const ofEntity = (type: number) =>
    requisites
      .filter(({ ENTITY_TYPE_ID, ENTITY_ID }) => ENTITY_TYPE_ID === type && ENTITY_ID === id)
      .map(requisiteRecord);
  const company = data.companies.get(id);
  const contact = data.contacts.get(id);
  const requisite = data.requisites.get(id);
  const answers = {
    link: data.links.get(id)?.REQUISITE_ID || null,
    requisite: requisite ? requisiteRecord(requisite) : null,
    companyRequisites: ofEntity(COMPANY),
    contactRequisites: ofEntity(CONTACT),
    company: company ? { id, title: company.TITLE } : null,
    contact: contact
      ? { id, lastName: contact.LAST_NAME, firstName: contact.NAME, secondName: contact.SECOND_NAME }
      : null,
  };
  return answers[kind as keyof typeof answers];
}
