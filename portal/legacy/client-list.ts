/** crm.company.list and crm.contact.list (Bitrix24 source, restservice.php, CCrmCompanyRestProxy). */
import { legacyAccessDenied } from '../answer/RestError';
import type { Call, MethodResult } from '../call';
import type { Company, Contact } from '../data/records';
import { legacyList } from './legacy-list';

const COMMON_COLUMNS = ['OPENED', 'ASSIGNED_BY_ID', 'DATE_CREATE', 'DATE_MODIFY'];
const COMPANY_COLUMNS = ['ID', 'TITLE', 'IS_MY_COMPANY', ...COMMON_COLUMNS];
const CONTACT_COLUMNS = ['ID', 'NAME', 'SECOND_NAME', 'LAST_NAME', ...COMMON_COLUMNS];

export function companyList(call: Call): MethodResult {
  const { rights, data } = call;
  if (!rights.anyCompany) throw legacyAccessDenied();
  const rows = [...data.companies.values()].filter(
    ({ ID, CATEGORY_ID }) => CATEGORY_ID === 0 && rights.company(ID),
  );
  return legacyList(
    rows.map((company) => ({ ...listed(company), IS_MY_COMPANY: flag(company.IS_MY_COMPANY) })),
    COMPANY_COLUMNS,
    call,
  );
}

export function contactList(call: Call): MethodResult {
  const { rights, data } = call;
  if (!rights.anyContact) throw legacyAccessDenied();
  const rows = [...data.contacts.values()].filter(
    ({ ID, CATEGORY_ID }) => CATEGORY_ID === 0 && rights.contact(ID),
  );
  return legacyList(rows.map(listed), CONTACT_COLUMNS, call);
}

const listed = (client: Company | Contact) => ({
  ...client,
  OPENED: flag(client.OPENED),
  DATE_CREATE: client.CREATED_TIME,
  DATE_MODIFY: client.UPDATED_TIME,
});

const flag = (value: boolean): string => (value ? 'Y' : 'N');
