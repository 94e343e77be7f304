/** What the portal keeps, by original (upper-case) column names. Days are `YYYY-MM-DD`, times are milliseconds. */
import type { StoredValue } from '../values';

export const INVOICE = 31;
export const COMPANY = 4;
export const CONTACT = 3;
export type ClientType = typeof COMPANY | typeof CONTACT;

export type UserFieldName = `UF_${string}`;

export interface Invoice {
  readonly ID: number;
  readonly TITLE: string;
  readonly ACCOUNT_NUMBER: string;
  readonly XML_ID: string;
  readonly BEGINDATE: string | null;
  readonly CLOSEDATE: string | null;
  readonly CREATED_TIME: number;
  readonly UPDATED_TIME: number;
  readonly MOVED_TIME: number;
  readonly CREATED_BY: number;
  readonly UPDATED_BY: number;
  readonly MOVED_BY: number;
  readonly ASSIGNED_BY_ID: number;
  readonly OPENED: boolean;
  readonly CATEGORY_ID: number;
  readonly STAGE_ID: string;
  readonly PREVIOUS_STAGE_ID: string;
  /** 0 and null both mean none. */
  readonly COMPANY_ID: number | null;
  readonly CONTACT_ID: number | null;
  readonly MYCOMPANY_ID: number;
  readonly OPPORTUNITY: number | null;
  /** The sum was typed by hand: rows do not change it. */
  readonly IS_MANUAL_OPPORTUNITY: boolean;
  readonly TAX_VALUE: number | null;
  readonly CURRENCY_ID: string;
  readonly COMMENTS: string;
  readonly OBSERVERS: readonly number[];
  /** A template of recurring invoices. */
  readonly IS_RECURRING: boolean;
  readonly PARENT_ID_2: number | null;
  readonly PARENT_ID_7: number | null;
  readonly [userField: UserFieldName]: StoredValue;
}

/** A product row; money is per unit. */
export interface ProductRow {
  readonly ID: number;
  readonly OWNER_ID: number;
  readonly PRODUCT_ID: number;
  readonly PRODUCT_NAME: string | null;
  /** After discount, with tax. */
  readonly PRICE: number;
  readonly PRICE_EXCLUSIVE: number;
  readonly PRICE_NETTO: number;
  readonly PRICE_BRUTTO: number;
  readonly QUANTITY: number;
  /** 1 sum, 2 percent. */
  readonly DISCOUNT_TYPE_ID: number;
  readonly DISCOUNT_RATE: number;
  readonly DISCOUNT_SUM: number;
  /** Percent; null is "no VAT", 0 is VAT at 0 %. */
  readonly TAX_RATE: number | null;
  /** How the price was typed; PRICE holds tax either way. */
  readonly TAX_INCLUDED: boolean;
  readonly CUSTOMIZED: boolean;
  readonly MEASURE_CODE: number;
  readonly MEASURE_NAME: string;
  readonly SORT: number;
  readonly XML_ID: string;
  readonly TYPE: number;
  readonly STORE_ID: number | null;
}

/** Which requisite was chosen on an invoice; 0 is none. */
export interface RequisiteLink {
  readonly ENTITY_TYPE_ID: number;
  readonly ENTITY_ID: number;
  readonly REQUISITE_ID: number;
  readonly BANK_DETAIL_ID: number;
  readonly MC_REQUISITE_ID: number;
  readonly MC_BANK_DETAIL_ID: number;
}

export interface Requisite {
  readonly ID: number;
  readonly ENTITY_TYPE_ID: number;
  readonly ENTITY_ID: number;
  readonly PRESET_ID: number;
  readonly NAME: string;
  readonly ACTIVE: string;
  readonly ADDRESS_ONLY: string;
  readonly SORT: number;
  readonly DATE_CREATE: number;
  readonly DATE_MODIFY: number | null;
  readonly XML_ID: string;
  readonly RQ_NAME: string | null;
  readonly RQ_FIRST_NAME: string | null;
  readonly RQ_LAST_NAME: string | null;
  readonly RQ_SECOND_NAME: string | null;
  readonly RQ_COMPANY_NAME: string | null;
  readonly RQ_COMPANY_FULL_NAME: string | null;
  readonly RQ_INN: string | null;
  readonly RQ_BIN: string | null;
  readonly RQ_IIN: string | null;
  readonly RQ_EDRPOU: string | null;
  readonly RQ_DRFO: string | null;
  readonly RQ_VAT_ID: string | null;
  readonly RQ_KPP: string | null;
  readonly RQ_OGRN: string | null;
  readonly RQ_OGRNIP: string | null;
  readonly RQ_OKPO: string | null;
  readonly RQ_DIRECTOR: string | null;
  readonly RQ_VAT_PAYER: string | null;
}

export interface Company {
  readonly ID: number;
  readonly TITLE: string;
  readonly CATEGORY_ID: number;
  readonly IS_MY_COMPANY: boolean;
  readonly OPENED: boolean;
  readonly ASSIGNED_BY_ID: number;
  readonly CREATED_TIME: number;
  readonly UPDATED_TIME: number;
}

export interface Contact {
  readonly ID: number;
  readonly NAME: string;
  readonly LAST_NAME: string;
  readonly SECOND_NAME: string;
  readonly CATEGORY_ID: number;
  readonly OPENED: boolean;
  readonly ASSIGNED_BY_ID: number;
  readonly CREATED_TIME: number;
  readonly UPDATED_TIME: number;
}

/** A pipeline of invoices. */
export interface Category {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly isDefault: boolean;
}

export interface Stage {
  readonly ID: number;
  readonly ENTITY_ID: string;
  readonly STATUS_ID: string;
  readonly NAME: string;
  readonly NAME_INIT: string;
  readonly SORT: number;
  readonly SYSTEM: string;
  readonly CATEGORY_ID: number | null;
  readonly COLOR: string;
  /** S success, F failure, P or null in process. */
  readonly SEMANTICS: string | null;
}

export interface UserField {
  readonly name: UserFieldName;
  readonly type:
    | 'string'
    | 'url'
    | 'date'
    | 'datetime'
    | 'integer'
    | 'double'
    | 'money'
    | 'boolean'
    | 'enumeration'
    | 'file';
  readonly title: string;
  readonly multiple: boolean;
  /** The options of a list. */
  readonly items?: readonly { readonly ID: string; readonly VALUE: string }[];
}
