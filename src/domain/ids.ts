/** Types that carry meaning: a plain number or string that may not be mistaken for another one. */
declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type InvoiceId = Branded<number, 'InvoiceId'>;
export type ProductRowId = Branded<number, 'ProductRowId'>;
export type RequisiteId = Branded<number, 'RequisiteId'>;
export type CompanyId = Branded<number, 'CompanyId'>;
export type ContactId = Branded<number, 'ContactId'>;
/** `DT31_<category>:<code>` */
export type StageId = Branded<string, 'StageId'>;
/** ISO 4217 code in upper case; `''` where the portal gives none. */
export type CurrencyCode = Branded<string, 'CurrencyCode'>;
/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = Branded<string, 'IsoDate'>;
/** A whole number of hundredths of a currency unit, within ±(2^53 − 1). */
export type Kopecks = Branded<number, 'Kopecks'>;
/** The original, upper-case name of an invoice field: `BEGINDATE`, `UF_CRM_…`. */
export type FieldName = Branded<string, 'FieldName'>;
