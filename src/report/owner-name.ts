/** Names of companies and contacts as the CRM knows them, and of those it does not let us see. */
import type { InvoiceRecord, RequisiteRecord } from '../domain/records';
import { companyUnavailable, contactUnavailable } from '../texts/sheet-texts';
import { isQuestion, type BuyerQuestion, type Known } from './buyer-question';

// Bitrix24 documentation, crm/data-types, object types.
const CONTACT_TYPE_ID = 3;
const COMPANY_TYPE_ID = 4;

interface PersonName {
  readonly lastName: string;
  readonly firstName: string;
  readonly secondName: string;
}

export function isFilled(text: string): boolean {
  return text.trim() !== '';
}

/** «Фамилия Имя Отчество», of the parts that are filled. */
export function fullName({ lastName, firstName, secondName }: PersonName): string {
  return [lastName, firstName, secondName].filter(isFilled).join(' ');
}

/** The invoice's company, else its contact; `''` where it has neither. */
export function invoiceOwnerName(
  invoice: Pick<InvoiceRecord, 'companyId' | 'contactId'>,
  known: Known,
): string | BuyerQuestion {
  const company = invoice.companyId === null ? '' : companyName(invoice.companyId, known);
  if (isQuestion(company) || isFilled(company)) return company;
  return invoice.contactId === null ? '' : contactName(invoice.contactId, known);
}

/** The company or contact that a requisite belongs to. */
export function requisiteOwnerName(
  requisite: Pick<RequisiteRecord, 'entityTypeId' | 'entityId'>,
  known: Known,
): string | BuyerQuestion {
  if (requisite.entityTypeId === COMPANY_TYPE_ID) return companyName(requisite.entityId, known);
  if (requisite.entityTypeId === CONTACT_TYPE_ID) return contactName(requisite.entityId, known);
  return '';
}

function companyName(id: number, known: Known): string | BuyerQuestion {
  const company = known('company', id);
  if (company === undefined) return { ask: 'company', id };
  return company === null ? companyUnavailable(id) : company.title;
}

function contactName(id: number, known: Known): string | BuyerQuestion {
  const contact = known('contact', id);
  if (contact === undefined) return { ask: 'contact', id };
  return contact === null ? contactUnavailable(id) : fullName(contact);
}
