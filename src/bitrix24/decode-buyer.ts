/** Who buys, out of answers: requisite links, requisites, companies, contacts (shapes: Bitrix24 REST documentation). */
import type { CompanyId, ContactId, RequisiteId } from '../domain/ids';
import { INVOICE } from '../domain/portal';
import type { BuyerValue, CompanyRecord, ContactRecord, RequisiteRecord } from '../domain/records';
import { ShapeError, toFlag, toId, toInteger, toObject, toOptionalId, toText, toWhole } from './json';
import { DEFAULT_REQUISITE_SORT } from './limits';
import type { Named } from './read';
import { RecordReader } from './RecordReader';

/** The invoice and the requisite chosen on it, null where "0" says that none is. */
export function decodeLink(value: unknown): Named<RequisiteId> {
  const link = toObject(value, 'link');
  if (toInteger(link['ENTITY_TYPE_ID'] ?? INVOICE, 'link.ENTITY_TYPE_ID') !== INVOICE)
    throw new ShapeError('link.ENTITY_TYPE_ID', 'an invoice');
  return {
    id: toId(link['ENTITY_ID'], 'link.ENTITY_ID'),
    record: toOptionalId(link['REQUISITE_ID'], 'link.REQUISITE_ID') as RequisiteId | null,
  };
}

/**
 * The tax numbers of the countries, the first that is filled counts: Russia, Belarus, Uzbekistan; Kazakhstan's
 * companies and people; Ukraine's; Germany, Poland, France and others (Bitrix24 source, crm/lib/entityrequisite.php).
 */
const TAX_NUMBERS = ['RQ_INN', 'RQ_BIN', 'RQ_IIN', 'RQ_EDRPOU', 'RQ_DRFO', 'RQ_VAT_ID'] as const;

/** What `crm.requisite.list` is asked for. */
export const REQUISITE_SELECT = [
  'ID',
  'ENTITY_TYPE_ID',
  'ENTITY_ID',
  'SORT',
  'ADDRESS_ONLY',
  'NAME',
  ...TAX_NUMBERS,
  'RQ_KPP',
  'RQ_OGRNIP',
  'RQ_COMPANY_NAME',
  'RQ_COMPANY_FULL_NAME',
  'RQ_NAME',
  'RQ_LAST_NAME',
  'RQ_FIRST_NAME',
  'RQ_SECOND_NAME',
] as const;

export function decodeRequisite(value: unknown): RequisiteRecord {
  const requisite = toObject(value, 'requisite');
  const values = new RecordReader<BuyerValue>(requisite, 'requisite');
  const text = (name: string): string => values.read(name, 'buyer', '', toText);
  const number = (name: string): string => values.read(name, 'inn', '', toText);
  const record = {
    id: toId(requisite['ID'], 'requisite.ID') as RequisiteId,
    entityTypeId: toId(requisite['ENTITY_TYPE_ID'], 'requisite.ENTITY_TYPE_ID'),
    /** One whose company is gone may belong to nobody; it may still be linked to an invoice. */
    entityId: toOptionalId(requisite['ENTITY_ID'], 'requisite.ENTITY_ID') ?? 0,
    sort: values.read('SORT', null, DEFAULT_REQUISITE_SORT, (value, place) =>
      toInteger(value ?? DEFAULT_REQUISITE_SORT, place),
    ),
    addressOnly: values.read('ADDRESS_ONLY', null, false, toFlag),
    name: text('NAME'),
    inn: number('RQ_INN'),
    taxNumber: TAX_NUMBERS.map(number).find((written) => written.trim() !== '') ?? '',
    ogrnip: text('RQ_OGRNIP'),
    companyName: text('RQ_COMPANY_NAME'),
    companyFullName: text('RQ_COMPANY_FULL_NAME'),
    personName: text('RQ_NAME'),
    lastName: text('RQ_LAST_NAME'),
    firstName: text('RQ_FIRST_NAME'),
    secondName: text('RQ_SECOND_NAME'),
  };
  const kpp = values.read('RQ_KPP', 'kpp', '', toText);
  return { ...record, ...(kpp === '' ? {} : { kpp }), ...values.unread };
}

/** What `crm.item.list` is asked for of buyers. */
export const COMPANY_SELECT = ['id', 'title'] as const;
export const CONTACT_SELECT = ['id', 'name', 'lastName', 'secondName'] as const;

export function decodeCompany(value: unknown): Named<CompanyRecord> {
  const company = toWhole(value, COMPANY_SELECT, 'company');
  const values = new RecordReader<BuyerValue>(company, 'company');
  const id = toId(company['id'], 'company.id') as CompanyId;
  return named(values, { id, title: values.read('title', 'buyer', '', toText) });
}

export function decodeContact(value: unknown): Named<ContactRecord> {
  const contact = toWhole(value, CONTACT_SELECT, 'contact');
  const values = new RecordReader<BuyerValue>(contact, 'contact');
  const text = (name: string): string => values.read(name, 'buyer', '', toText);
  return named(values, {
    id: toId(contact['id'], 'contact.id') as ContactId,
    lastName: text('lastName'),
    firstName: text('name'),
    secondName: text('secondName'),
  });
}

/** Nothing where its name cannot be read. */
const named = <T extends { readonly id: number }>(values: RecordReader<BuyerValue>, record: T): Named<T> => ({
  id: record.id,
  record: values.unread.unreadable === undefined ? record : null,
});
