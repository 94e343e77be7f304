/** The company of one's own that bills. */
import type { CompanyId } from '../domain/ids';
import type { CompanyRecord, InvoiceRecord } from '../domain/records';
import { companyUnavailable } from '../texts/sheet-texts';

type Billed = Pick<InvoiceRecord, 'ownCompanyId'>;

/** Those that bill; null for one that may not be seen. */
export type OwnCompanies = ReadonlyMap<CompanyId, CompanyRecord | null>;

export const ownCompanyOf = ({ ownCompanyId }: Billed): CompanyId | null => ownCompanyId ?? null;

/** Its title, what stands for one that may not be seen, null where there is none. */
export const ownCompanyName = (id: CompanyId | null, companies: OwnCompanies): string | null =>
  id === null ? null : (companies.get(id)?.title ?? companyUnavailable(id));

/** Whether invoices are billed by different ones; none is one of them. */
export const hasSeveralOwnCompanies = (invoices: readonly Billed[]): boolean =>
  new Set(invoices.map(ownCompanyOf)).size > 1;
