/** What crm.item.* needs to know of one kind of entity: its fields and the records the user may read. */
import { RestError } from '../answer/RestError';
import { COMPANY, CONTACT, INVOICE } from '../data/records';
import type { PortalData } from '../data/PortalData';
import type { Rights } from '../rights';
import { COMPANY_FIELDS, CONTACT_FIELDS, invoiceFields, type Field } from './fields';

export interface EntityType {
  readonly id: number;
  readonly fields: readonly Field[];
  /** The user may read records of this type at all. */
  readonly open: boolean;
  /** In the order of their ids. */
  readable(): readonly object[];
}

/** Errors: ENTITY_TYPE_NOT_SUPPORTED for old invoices (5), NOT_FOUND for any other unknown type. */
export function entityType(id: number, data: PortalData, rights: Rights, recurring: boolean): EntityType {
  switch (id) {
    case INVOICE: {
      const directory = `SMART_INVOICE_STAGE_${data.categories.find((category) => category.isDefault)?.id ?? 0}`;
      const every = invoiceFields(directory, data.userFields);
      const fields = recurring ? every : every.filter((field) => field.name !== 'IS_RECURRING');
      return { id, fields, open: rights.anyInvoice, readable: () => readable(data.invoices, rights.invoice) };
    }
    case COMPANY:
      return {
        id,
        fields: COMPANY_FIELDS,
        open: rights.anyCompany,
        readable: () => readable(data.companies, rights.company),
      };
    case CONTACT:
      return {
        id,
        fields: CONTACT_FIELDS,
        open: rights.anyContact,
        readable: () => readable(data.contacts, rights.contact),
      };
    case OLD_INVOICE:
      throw new RestError(400, 'ENTITY_TYPE_NOT_SUPPORTED', `Entity type ${id} is not supported`);
    default:
      throw new RestError(400, 'NOT_FOUND', 'Смарт-процесс не найден');
  }
}

const OLD_INVOICE = 5;

const readable = <T>(records: ReadonlyMap<number, T>, mayRead: (id: number) => boolean): T[] =>
  [...records.keys()]
    .filter(mayRead)
    .sort((left, right) => left - right)
    .map((id) => records.get(id) as T);
