/** Names of companies and contacts as the CRM knows them, and of those it does not let us see. */
import { COMPANY, CONTACT } from '../domain/portal';
import { query } from '../domain/query';
import type { InvoiceRecord, RequisiteRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';
import { companyUnavailable, contactUnavailable } from '../texts/sheet-texts';

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

type Billed = Pick<InvoiceRecord, 'companyId' | 'contactId'>;
type Owned = Pick<RequisiteRecord, 'entityTypeId' | 'entityId'>;

/** The invoice's company, else its contact, else the owner of its requisite; `''` where nobody has a name. */
export function* ownerName({ companyId, contactId }: Billed, requisite: Owned | null): Task<string> {
  const company = companyId === null ? '' : yield* companyName(companyId);
  if (isFilled(company)) return company;
  const contact = contactId === null ? '' : yield* contactName(contactId);
  if (isFilled(contact) || requisite === null) return contact;
  // Whoever has been asked about is not asked about again.
  const { entityTypeId, entityId } = requisite;
  if (entityTypeId === COMPANY && entityId === companyId) return company;
  if (entityTypeId === CONTACT && entityId === contactId) return contact;
  // An invoice may keep a requisite and have lost its company.
  return yield* requisiteOwnerName(requisite);
}

/** The company or contact that a requisite belongs to. */
export function* requisiteOwnerName({ entityTypeId, entityId }: Owned): Task<string> {
  if (entityTypeId === COMPANY) return yield* companyName(entityId);
  if (entityTypeId === CONTACT) return yield* contactName(entityId);
  return '';
}

function* companyName(id: number): Task<string> {
  const company = yield* ask(query('company', id));
  return company === null ? companyUnavailable(id) : company.title;
}

function* contactName(id: number): Task<string> {
  const contact = yield* ask(query('contact', id));
  return contact === null ? contactUnavailable(id) : fullName(contact);
}
