/** Records of the portal's answers: only what the report shows, strictly typed (shapes: Bitrix24 REST documentation). */
import { calendarDay } from '../domain/calendar-day';
import type {
  CompanyId,
  ContactId,
  CurrencyCode,
  FieldName,
  InvoiceId,
  IsoDate,
  ProductRowId,
  RequisiteId,
  StageId,
} from '../domain/ids';
import type {
  CompanyRecord,
  ContactRecord,
  FieldRecord,
  InvoiceRecord,
  ProductRow,
  ProfileRecord,
  RequisiteRecord,
  StageRecord,
  StageSemantics,
} from '../domain/records';
import { camelName, readField } from './field-names';
import {
  ShapeError,
  toDecimal,
  toFlag,
  toId,
  toInteger,
  toList,
  toObject,
  toOptionalId,
  toText,
  type JsonObject,
} from './json';

/** A date field of the invoice that the report shows or filters by. */
export interface DateField {
  readonly name: FieldName;
  readonly type: 'date' | 'datetime';
}

/** What `crm.item.list` is asked for; absent is an error, except where noted. */
export const INVOICE_SELECT = [
  'id',
  'accountNumber',
  'opportunity',
  'taxValue',
  'currencyId',
  'stageId',
  'companyId',
  'contactId',
  'updatedTime',
  'isRecurring',
] as const;

/** Portals without recurring invoices do not know `isRecurring`: absent means no template. */
const optionalFields: ReadonlySet<string> = new Set(['isRecurring']);

export const decodeInvoice = (
  value: unknown,
  dateFields: readonly DateField[],
  asked: readonly string[] = INVOICE_SELECT,
): InvoiceRecord => invoiceDecoder(dateFields, asked)(value);

/** Decodes many invoices with the same fields: their names are spelled once. */
export function invoiceDecoder(
  dateFields: readonly DateField[],
  asked: readonly string[] = INVOICE_SELECT,
): (value: unknown) => InvoiceRecord {
  const keyed = dateFields.map((field): KeyedField => ({ field, key: camelName(field.name) }));
  return (value) => decodeItem(toObject(value, 'invoice'), keyed, asked);
}

interface KeyedField {
  readonly field: DateField;
  /** As an answer mostly has it. */
  readonly key: string;
}

function decodeItem(
  item: JsonObject,
  dateFields: readonly KeyedField[],
  asked: readonly string[],
): InvoiceRecord {
  for (const field of asked) {
    if (item[field] === undefined && !optionalFields.has(field))
      throw new ShapeError(`invoice.${field}`, 'a value or null');
  }
  const dates: Record<FieldName, IsoDate | null> = {};
  for (const { field, key } of dateFields) {
    const fieldValue = item[key] === undefined ? readField(item, field.name) : item[key];
    dates[field.name] = decodeDay(fieldValue, field);
  }
  return {
    id: toId(item['id'], 'invoice.id') as InvoiceId,
    accountNumber: toText(item['accountNumber'], 'invoice.accountNumber'),
    opportunity: toDecimal(item['opportunity'], 'invoice.opportunity'),
    taxValue: toDecimal(item['taxValue'], 'invoice.taxValue'),
    currency: decodeCurrency(item['currencyId']),
    stageId: toText(item['stageId'], 'invoice.stageId') as StageId,
    companyId: toOptionalId(item['companyId'], 'invoice.companyId') as CompanyId | null,
    contactId: toOptionalId(item['contactId'], 'invoice.contactId') as ContactId | null,
    updatedTime: toText(item['updatedTime'], 'invoice.updatedTime') || null,
    isRecurringTemplate: toFlag(item['isRecurring'], 'invoice.isRecurring'),
    dates,
  };
}

/** A code stands in number formats, where other signs would have a meaning. */
function decodeCurrency(value: unknown): CurrencyCode {
  const code = toText(value, 'invoice.currencyId').toUpperCase();
  if (!/^[A-Z0-9]{0,10}$/.test(code)) throw new ShapeError('invoice.currencyId', 'a currency code');
  return code as CurrencyCode;
}

/** Empty is null, "", false or `[]`, by the field's age and the portal's generation. */
export function decodeDay(value: unknown, field: DateField): IsoDate | null {
  if (value === undefined) throw new ShapeError(`invoice.${field.name}`, 'a date or null');
  if (value === null || value === '' || value === false) return null;
  if (Array.isArray(value) && value.length === 0) return null;
  const day = typeof value === 'string' ? calendarDay(value, field.type) : null;
  if (day === null) throw new ShapeError(`invoice.${field.name}`, 'an ISO date');
  return day;
}

/** A product row and the invoice it belongs to. */
export function decodeProductRow(value: unknown): { readonly ownerId: InvoiceId; readonly row: ProductRow } {
  const item = toObject(value, 'product row');
  return {
    ownerId: toId(item['ownerId'], 'row.ownerId') as InvoiceId,
    row: {
      id: toId(item['id'], 'row.id') as ProductRowId,
      name: toText(item['productName'], 'row.productName'),
      price: toDecimal(item['price'], 'row.price'),
      quantity: toDecimal(item['quantity'], 'row.quantity'),
      taxRate: toDecimal(item['taxRate'], 'row.taxRate'),
      sort: toInteger(item['sort'] ?? 0, 'row.sort'),
    },
  };
}

/** The invoice and the requisite chosen on it, null where "0" says that none is. */
export function decodeLink(value: unknown): {
  readonly invoiceId: number;
  readonly requisiteId: RequisiteId | null;
} {
  const link = toObject(value, 'requisite link');
  return {
    invoiceId: toId(link['ENTITY_ID'], 'link.ENTITY_ID'),
    requisiteId: toOptionalId(link['REQUISITE_ID'], 'link.REQUISITE_ID') as RequisiteId | null,
  };
}

/** What `crm.requisite.list` is asked for. */
export const REQUISITE_SELECT = [
  'ID',
  'ENTITY_TYPE_ID',
  'ENTITY_ID',
  'SORT',
  'ADDRESS_ONLY',
  'NAME',
  'RQ_INN',
  'RQ_OGRNIP',
  'RQ_COMPANY_NAME',
  'RQ_COMPANY_FULL_NAME',
  'RQ_NAME',
  'RQ_LAST_NAME',
  'RQ_FIRST_NAME',
  'RQ_SECOND_NAME',
] as const;

/** The portal's own sort value for a requisite without one (Bitrix24 source, crm/lib/requisite.php). */
const DEFAULT_SORT = 500;

export function decodeRequisite(value: unknown): RequisiteRecord {
  const requisite = toObject(value, 'requisite');
  const text = (name: string): string => toText(requisite[name], `requisite.${name}`);
  return {
    id: toId(requisite['ID'], 'requisite.ID') as RequisiteId,
    entityTypeId: toId(requisite['ENTITY_TYPE_ID'], 'requisite.ENTITY_TYPE_ID'),
    // One whose company is gone may belong to nobody; it may still be linked to an invoice.
    entityId: toOptionalId(requisite['ENTITY_ID'], 'requisite.ENTITY_ID') ?? 0,
    sort: toInteger(requisite['SORT'] ?? DEFAULT_SORT, 'requisite.SORT'),
    addressOnly: toFlag(requisite['ADDRESS_ONLY'], 'requisite.ADDRESS_ONLY'),
    name: text('NAME'),
    inn: text('RQ_INN'),
    ogrnip: text('RQ_OGRNIP'),
    companyName: text('RQ_COMPANY_NAME'),
    companyFullName: text('RQ_COMPANY_FULL_NAME'),
    personName: text('RQ_NAME'),
    lastName: text('RQ_LAST_NAME'),
    firstName: text('RQ_FIRST_NAME'),
    secondName: text('RQ_SECOND_NAME'),
  };
}

export function decodeCompany(value: unknown): CompanyRecord {
  const company = toObject(value, 'company');
  return {
    id: toId(company['id'], 'company.id') as CompanyId,
    title: toText(company['title'], 'company.title'),
  };
}

export function decodeContact(value: unknown): ContactRecord {
  const contact = toObject(value, 'contact');
  return {
    id: toId(contact['id'], 'contact.id') as ContactId,
    lastName: toText(contact['lastName'], 'contact.lastName'),
    firstName: toText(contact['name'], 'contact.name'),
    secondName: toText(contact['secondName'], 'contact.secondName'),
  };
}

/** Stage ids of invoices begin so, the category's number follows. */
const INVOICE_STAGE_PREFIX = 'DT31_';

/** The stages of all invoice pipelines out of the portal's whole status directory. */
export function decodeStages(result: unknown): readonly StageRecord[] {
  const stages: StageRecord[] = [];
  for (const value of toList(result, 'statuses')) {
    const status = toObject(value, 'status');
    const id = toText(status['STATUS_ID'], 'status.STATUS_ID');
    if (!id.startsWith(INVOICE_STAGE_PREFIX)) continue;
    stages.push({
      id: id as StageId,
      name: toText(status['NAME'], 'status.NAME'),
      semantics: decodeSemantics(status),
    });
  }
  return stages;
}

/** Anything but success and failure is "in process" (Bitrix24 source, crm/lib/phasesemantics.php). */
function decodeSemantics(status: JsonObject): StageSemantics {
  const semantics = toText(status['SEMANTICS'], 'status.SEMANTICS');
  return semantics === 'S' || semantics === 'F' ? semantics : 'P';
}

export function decodeFields(result: unknown): readonly FieldRecord[] {
  const fields = toObject(toObject(result, 'result')['fields'], 'fields');
  return Object.keys(fields).map((key) => {
    const field = toObject(fields[key], `fields.${key}`);
    return {
      name: (toText(field['upperName'], 'field.upperName') || key) as FieldName,
      title: toText(field['title'], 'field.title'),
      type: toText(field['type'], 'field.type'),
      isMultiple: toFlag(field['isMultiple'], 'field.isMultiple'),
      isUserField: toFlag(field['isDynamic'], 'field.isDynamic'),
    };
  });
}

export function decodeProfile(result: unknown): ProfileRecord {
  const profile = toObject(result, 'profile');
  const names = [toText(profile['NAME'], 'profile.NAME'), toText(profile['LAST_NAME'], 'profile.LAST_NAME')];
  return {
    id: String(toId(profile['ID'], 'profile.ID')),
    name: names.filter((part) => part !== '').join(' '),
    admin: toFlag(profile['ADMIN'], 'profile.ADMIN'),
  };
}

export interface CategoryRecord {
  readonly id: number;
  readonly name: string;
}

export function decodeCategories(result: unknown): readonly CategoryRecord[] {
  return toList(toObject(result, 'result')['categories'], 'categories').map((value) => {
    const category = toObject(value, 'category');
    return { id: toInteger(category['id'], 'category.id'), name: toText(category['name'], 'category.name') };
  });
}

export function decodeScopes(result: unknown): readonly string[] {
  return toList(result, 'scopes').map((scope) => toText(scope, 'scope'));
}

/** The portal's clock with its own offset, `2026-08-05T09:02:13+03:00`. */
export function decodeServerTime(result: unknown): string {
  const time = toText(result, 'server time');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(time))
    throw new ShapeError('server time', 'an ISO time');
  return time;
}
