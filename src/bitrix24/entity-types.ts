/** The portal's numbers for kinds of CRM entities (Bitrix24, "Object types in CRM"). */

export const CONTACT = 3;
export const COMPANY = 4;
export const INVOICE = 31;
