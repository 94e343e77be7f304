/**
 * What the report needs of the portal's answers, decoded: no more fields than the sheets show, no unknown
 * shapes. These are also what the cache keeps, so they are plain JSON values.
 */
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
} from './ids';

/**
 * An exact decimal as the portal sent it: a JSON number means its shortest decimal form (PHP prints the
 * shortest form that reads back as the same double); text is kept only where a double cannot carry it.
 */
export type PortalDecimal = number | string;

/** A value of an invoice that a sheet shows or goes by; those of fields by their name. */
export type InvoiceValue =
  | 'accountNumber'
  | 'opportunity'
  | 'taxValue'
  | 'currency'
  | 'stage'
  | 'buyer'
  | 'recurring'
  | 'pipeline'
  | 'title'
  | 'comments'
  | 'ownCompany'
  | 'created'
  | FieldName;
export type RowValue =
  | 'productName'
  | 'price'
  | 'quantity'
  | 'taxRate'
  | 'unit'
  | 'netPrice'
  | 'fullPrice'
  | 'productId'
  | 'externalId';
export type BuyerValue = 'inn' | 'buyer' | 'kpp';

/** What a user field may hold, as the portal sent it; several values are a list. */
export type FieldValue = Scalar | readonly Scalar[];
type Scalar = string | number | boolean | null;

/** One invoice of `crm.item.list` (entityTypeId 31). */
export interface InvoiceRecord {
  readonly id: InvoiceId;
  readonly accountNumber: string;
  /** The invoice's sum in its own currency; null is not 0. */
  readonly opportunity: PortalDecimal | null;
  /** VAT of the whole invoice. */
  readonly taxValue: PortalDecimal | null;
  readonly currency: CurrencyCode;
  readonly stageId: StageId;
  readonly companyId: CompanyId | null;
  readonly contactId: ContactId | null;
  /** As the portal printed it; the version of the invoice's product rows. */
  readonly updatedTime: string | null;
  /** A template that makes recurring invoices, not an invoice. */
  readonly isRecurringTemplate: boolean;
  /** Calendar days of the date fields asked for, by original field name; null where empty. */
  readonly dates: Readonly<Record<FieldName, IsoDate | null>>;
  /** What further columns and sheets show or go by, where it was asked for. */
  readonly categoryId?: number | null;
  readonly title?: string;
  readonly comments?: string;
  /** The company of one's own that bills. */
  readonly ownCompanyId?: CompanyId | null;
  /** As the portal printed it, an ISO time. */
  readonly createdTime?: string | null;
  /** Whether its sum was typed by hand: rows do not change it. */
  readonly isManualSum?: boolean;
  readonly fields?: Readonly<Record<FieldName, FieldValue>>;
  /** What the portal sent in a form that is no value of its kind; these are empty above. */
  readonly unreadable?: readonly InvoiceValue[];
}

/** One product row of an invoice. */
export interface ProductRow {
  readonly id: ProductRowId;
  readonly name: string;
  /** Per unit, after discount, with tax. */
  readonly price: PortalDecimal | null;
  readonly quantity: PortalDecimal | null;
  /** Percent; null means "no VAT", 0 means VAT at 0 %. */
  readonly taxRate: PortalDecimal | null;
  readonly sort: number;
  /** As the unit of measure is called; absent, like all below, where there is none. */
  readonly unit?: string;
  /** Per unit, after discount, without tax. */
  readonly netPrice?: PortalDecimal;
  /** Per unit, before discount, with tax. */
  readonly fullPrice?: PortalDecimal;
  readonly productId?: number;
  readonly externalId?: string;
  readonly unreadable?: readonly RowValue[];
}

/** The rows of one invoice, or the fact that this invoice's rows may not be read. */
export type ProductRows = readonly ProductRow[] | 'unavailable';

/** A requisite of a company (entity type 4) or a contact (3). Text that the portal leaves null is `''`. */
export interface RequisiteRecord {
  readonly id: RequisiteId;
  readonly entityTypeId: number;
  readonly entityId: number;
  readonly sort: number;
  readonly addressOnly: boolean;
  readonly name: string;
  /** RQ_INN, Russia's number. */
  readonly inn: string;
  /** The number that its country gives taxpayers; RQ_INN where that is filled. */
  readonly taxNumber: string;
  /** RQ_KPP; absent where it is empty. */
  readonly kpp?: string;
  readonly ogrnip: string;
  readonly companyName: string;
  readonly companyFullName: string;
  readonly personName: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly secondName: string;
  readonly unreadable?: readonly BuyerValue[];
}

export interface CompanyRecord {
  readonly id: CompanyId;
  readonly title: string;
}

export interface ContactRecord {
  readonly id: ContactId;
  readonly lastName: string;
  readonly firstName: string;
  readonly secondName: string;
}

/** `S` success (paid), `F` failure, `P` in process. */
export type StageSemantics = 'S' | 'F' | 'P';

export interface StageRecord {
  readonly id: StageId;
  readonly name: string;
  readonly semantics: StageSemantics;
  /** Its place in its pipeline: the least stands first. */
  readonly sort: number;
}

/** A field of the invoice, from `crm.item.fields`. */
export interface FieldRecord {
  readonly name: FieldName;
  readonly title: string;
  readonly type: string;
  readonly isMultiple: boolean;
  readonly isUserField: boolean;
  /** The options of a list, by id. */
  readonly options?: Readonly<Record<string, string>>;
}

/** A pipeline of invoices. */
export interface CategoryRecord {
  readonly id: number;
  readonly name: string;
}

/** The user whose webhook it is. */
export interface ProfileRecord {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
}

/** A moment of the portal's own clock, which tells it in every answer. */
export interface PortalMoment {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The server's zone, minutes east of Greenwich. */
  readonly offset: number;
  /** The same moment, or a little earlier, by the clock of whoever asked: that one nobody sets back. */
  readonly askedAt: number;
}

/** One page of the invoice list, and when the portal began to tell it; null where it does not say. */
export interface InvoicePage {
  readonly items: readonly InvoiceRecord[];
  readonly at: PortalMoment | null;
}

/** The first page of a part of a list, and the exact number of records in that part. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly at: PortalMoment;
}

/** A record with the time of its last save as the portal printed it, `''` where it was never saved again. */
export interface Dated<Item> {
  readonly record: Item;
  readonly savedAt: string;
}
