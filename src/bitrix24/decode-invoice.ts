/** Invoices and their product rows out of answers: only what the report shows (shapes: Bitrix24 REST documentation). */
import { calendarDay, type DateFieldType } from '../domain/calendar-day';
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
import type {
  FieldValue,
  InvoiceRecord,
  InvoiceValue,
  PortalDecimal,
  ProductRow,
  RowValue,
} from '../domain/records';
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
import { RecordReader } from './RecordReader';

/** A date field of the invoice that the report shows or filters by. */
export interface DateField {
  readonly name: FieldName;
  readonly type: DateFieldType;
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

/** What further columns and sheets need of an invoice, by the names that answers have for it: one that is absent is empty. */
export type FurtherName =
  'categoryId' | 'title' | 'comments' | 'mycompanyId' | 'createdTime' | 'isManualOpportunity';

/** What is asked for beside `INVOICE_SELECT`. */
export interface AskedFields {
  readonly dateFields: readonly DateField[];
  readonly further?: readonly FurtherName[];
  /** User fields whose values are taken as they are. */
  readonly fields?: readonly FieldName[];
}

/** Decodes many invoices with the same fields: their names are spelled once. */
export function invoiceDecoder(
  { dateFields, further = [], fields }: AskedFields,
  asked: readonly string[] = INVOICE_SELECT,
): (value: unknown) => InvoiceRecord {
  const needed = asked.filter((field) => !optionalFields.has(field));
  const keyed = dateFields.map((field): KeyedField => ({ field, key: camelName(field.name) }));
  return (value) => {
    const item = toWhole(value, needed, 'invoice');
    const values = new RecordReader<InvoiceValue>(item, 'invoice');
    const record = decodeItem(item, values, keyed);
    const more = further.map((name) => decodeFurther[name](values));
    const ofUsers = fields === undefined ? {} : { fields: decodeUserFields(item, fields, values) };
    return Object.assign(record, ...more, ofUsers, values.unread) as InvoiceRecord;
  };
}

const decodeFurther: Readonly<
  Record<FurtherName, (values: RecordReader<InvoiceValue>) => Partial<InvoiceRecord>>
> = {
  // The pipeline of every type that has none of its own is 0.
  categoryId: (values) => ({ categoryId: values.read('categoryId', 'pipeline', null, toNumberOrNone) }),
  title: (values) => ({ title: values.read('title', 'title', '', toText) }),
  comments: (values) => ({ comments: values.read('comments', 'comments', '', toText) }),
  mycompanyId: (values) => ({
    ownCompanyId: values.read('mycompanyId', 'ownCompany', null, toOptionalId) as CompanyId | null,
  }),
  createdTime: (values) => ({ createdTime: values.read('createdTime', 'created', null, toTimeOrNone) }),
  isManualOpportunity: (values) => ({
    isManualSum: values.read('isManualOpportunity', null, false, toFlag),
  }),
};

/** The text of a moment, as it stands. */
function toTimeOrNone(value: unknown, place: string): string | null {
  const text = toText(value, place);
  if (text === '') return null;
  if (calendarDay(text, 'datetime') === null || !Number.isFinite(Date.parse(text)))
    throw new ShapeError(place, 'an ISO time');
  return text;
}

const toNumberOrNone = (value: unknown, place: string): number | null =>
  value === null || value === undefined ? null : toInteger(value, place);

/** Values that no column can show, such as objects, are none, and noted. */
function decodeUserFields(
  item: JsonObject,
  names: readonly FieldName[],
  values: RecordReader<InvoiceValue>,
): Readonly<Record<FieldName, FieldValue>> {
  return Object.fromEntries(
    names.map((name) => {
      const value = readField(item, name);
      if (value === undefined) throw new ShapeError(`invoice.${name}`, 'a value or null');
      if (!(Array.isArray(value) ? value.every(isScalar) : isScalar(value))) values.note(name);
      return [name, Array.isArray(value) ? value.filter(isScalar) : isScalar(value) ? value : null];
    }),
  );
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

interface KeyedField {
  readonly field: DateField;
  /** As an answer mostly has it. */
  readonly key: string;
}

function decodeItem(
  item: JsonObject,
  values: RecordReader<InvoiceValue>,
  dateFields: readonly KeyedField[],
): InvoiceRecord {
  const dates: Record<FieldName, IsoDate | null> = {};
  for (const { field, key } of dateFields) {
    const fieldValue = item[key] === undefined ? readField(item, field.name) : item[key];
    dates[field.name] = values.read(key, field.name, null, (value) => decodeDay(value, field), fieldValue);
  }
  return {
    id: toId(item['id'], 'invoice.id') as InvoiceId,
    accountNumber: values.read('accountNumber', 'accountNumber', '', toText),
    opportunity: values.read('opportunity', 'opportunity', null, toDecimal),
    taxValue: values.read('taxValue', 'taxValue', null, toDecimal),
    currency: values.read('currencyId', 'currency', '' as CurrencyCode, decodeCurrency),
    stageId: values.read('stageId', 'stage', '', toText) as StageId,
    companyId: values.read('companyId', 'buyer', null, toOptionalId) as CompanyId | null,
    contactId: values.read('contactId', 'buyer', null, toOptionalId) as ContactId | null,
    updatedTime: values.read('updatedTime', null, '', toText) || null,
    isRecurringTemplate: values.read('isRecurring', 'recurring', false, toFlag),
    dates,
  };
}

/** A code stands in number formats, where other signs would have a meaning. */
function decodeCurrency(value: unknown, place: string): CurrencyCode {
  const code = toText(value, place).toUpperCase();
  if (!/^[A-Z0-9]{0,10}$/.test(code)) throw new ShapeError(place, 'a currency code');
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
  const values = new RecordReader<RowValue>(item, 'row');
  const row = {
    id: toId(item['id'], 'row.id') as ProductRowId,
    name: values.read('productName', 'productName', '', toText),
    price: values.read('price', 'price', null, toDecimal),
    quantity: values.read('quantity', 'quantity', null, toDecimal),
    taxRate: values.read('taxRate', 'taxRate', null, toDecimal),
    sort: values.read('sort', null, 0, (value, place) => toInteger(value ?? 0, place)),
  };
  const more = decodeRowDetails(item, values);
  return {
    ownerId: toId(item['ownerId'], 'row.ownerId') as InvoiceId,
    row: { ...row, ...more, ...values.unread },
  };
}

/** The portal sends them with every row, whether asked or not: what is empty, or of another shape, is left out. */
function decodeRowDetails(item: JsonObject, values: RecordReader<RowValue>): Partial<ProductRow> {
  const read = <T>(member: string, noted: RowValue, decode: (value: unknown, place: string) => T): T | null =>
    values.read<T | null>(member, noted, null, decode, isScalar(item[member]) ? item[member] : null);
  const [unit, externalId] = [read('measureName', 'unit', toText), read('xmlId', 'externalId', toText)];
  const netPrice = read<PortalDecimal | null>('priceExclusive', 'netPrice', toDecimal);
  const fullPrice = read<PortalDecimal | null>('priceBrutto', 'fullPrice', toDecimal);
  const productId = read('productId', 'productId', toOptionalId);
  return {
    ...(unit ? { unit } : {}),
    ...(netPrice === null ? {} : { netPrice }),
    ...(fullPrice === null ? {} : { fullPrice }),
    ...(productId === null ? {} : { productId }),
    ...(externalId ? { externalId } : {}),
  };
}
