/** Invoices and their product rows out of answers: only what the report shows (shapes: Bitrix24 REST documentation). */
import { calendarDay } from '../domain/calendar-day';
import type {
  CompanyId,
  ContactId,
  CurrencyCode,
  FieldName,
  InvoiceId,
  IsoDate,
  ProductRowId,
  StageId,
} from '../domain/ids';
import type { InvoiceRecord, ProductRow } from '../domain/records';
import { camelName, readField } from './field-names';
import {
  ShapeError,
  toDecimal,
  toFlag,
  toId,
  toInteger,
  toOptionalId,
  toText,
  toWhole,
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

/** Portals without recurring invoices do not know `isRecurring`; an invoice without `taxValue` is one without VAT. */
const optionalFields: ReadonlySet<string> = new Set(['isRecurring', 'taxValue']);

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
  const needed = asked.filter((field) => !optionalFields.has(field));
  const keyed = dateFields.map((field): KeyedField => ({ field, key: camelName(field.name) }));
  return (value) => decodeItem(toWhole(value, needed, 'invoice'), keyed);
}

interface KeyedField {
  readonly field: DateField;
  /** As an answer mostly has it. */
  readonly key: string;
}

function decodeItem(item: JsonObject, dateFields: readonly KeyedField[]): InvoiceRecord {
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

/** How invoices are called as owners of product rows (Bitrix24 REST documentation, crm/data-types.md). */
export const INVOICE_OWNER = 'SI';

/** A product row and the invoice it belongs to. */
export function decodeProductRow(value: unknown): { readonly ownerId: InvoiceId; readonly row: ProductRow } {
  const item = toWhole(value, ['productName', 'price', 'quantity'], 'row');
  if ((item['ownerType'] ?? INVOICE_OWNER) !== INVOICE_OWNER)
    throw new ShapeError('row.ownerType', 'an invoice');
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
