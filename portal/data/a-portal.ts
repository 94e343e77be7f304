/** Composes exact cases: `aPortal(clock).withCompany({ ID: 7 }).withInvoice({ COMPANY_ID: 7, rows: [{}] }).data`. */
import type { Clock } from '../clock';
import { PortalData, type InvoiceCase } from './PortalData';
import type { Company, Contact, Requisite, Stage, UserField } from './records';
import type { TaxPrecision } from './totals';

export const SHIPMENT_DATE = 'UF_CRM_SMART_INVOICE_1651168135187';
export const PAYMENT_DATE = 'UF_CRM_626D6ABE98692';
export const ACCEPTED_AT = 'UF_CRM_ACCEPTED_AT';
export const DELIVERY_DATES = 'UF_CRM_SMART_INVOICE_1660000000001';
export const CONTRACT_NUMBER = 'UF_CRM_7_1639669411830';

export const USER_FIELDS: readonly UserField[] = [
  { name: SHIPMENT_DATE, type: 'date', title: 'Дата отгрузки', multiple: false },
  { name: PAYMENT_DATE, type: 'date', title: 'Дата оплаты', multiple: false },
  { name: ACCEPTED_AT, type: 'datetime', title: 'Принят бухгалтерией', multiple: false },
  { name: DELIVERY_DATES, type: 'date', title: 'Даты поставок', multiple: true },
  { name: CONTRACT_NUMBER, type: 'string', title: 'Номер договора', multiple: false },
];

/** The pipeline that a composed portal begins with. */
export const DEFAULT_CATEGORY = 7;

export class PortalBuilder {
  constructor(readonly data: PortalData) {}

  withInvoice(invoice: InvoiceCase): this {
    this.data.addInvoice(invoice);
    return this;
  }

  withCompany(company: Partial<Company>): this {
    this.data.addCompany(company);
    return this;
  }

  withContact(contact: Partial<Contact>): this {
    this.data.addContact(contact);
    return this;
  }

  withRequisite(requisite: Partial<Requisite>): this {
    this.data.addRequisite(requisite);
    return this;
  }

  withCategory(id: number, name: string): this {
    this.data.addCategory(id, name);
    return this;
  }

  withStage(categoryId: number, code: string, stage: Partial<Stage>): this {
    this.data.addStage(categoryId, code, stage);
    return this;
  }

  withUserField(field: UserField): this {
    this.data.addUserField(field);
    return this;
  }
}

/** Begins with one pipeline (7) in its default stages and the five user fields above. */
export function aPortal(clock: Clock, taxPrecision?: TaxPrecision): PortalBuilder {
  const data = new PortalData(clock, taxPrecision);
  data.addCategory(DEFAULT_CATEGORY, 'Основная');
  for (const field of USER_FIELDS) data.addUserField(field);
  return new PortalBuilder(data);
}
