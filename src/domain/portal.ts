/** Numbers and names that the portal gives, each written here only. Its limits on requests are in `bitrix24/limits.ts`. */
import type { FieldName } from './ids';

/** Records of a page, and ids that one list request may ask for (Bitrix24 source, IRestService::LIST_LIMIT). */
export const PAGE_SIZE = 50;

// Kinds of CRM entities (Bitrix24 REST documentation, crm/data-types, object types).
export const CONTACT = 3;
export const COMPANY = 4;
export const INVOICE = 31;

/** The invoice's own date and the one by which it is to be paid, the only date fields that every portal has. */
export const INVOICE_DATE = 'BEGINDATE' as FieldName;
export const CLOSING_DATE = 'CLOSEDATE' as FieldName;
