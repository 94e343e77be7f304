/** Names of the companies of one's own that bill. */
import type { CompanyId } from '../domain/ids';
import { query } from '../domain/query';
import type { CompanyRecord, InvoiceRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';
import { hasSeveralOwnCompanies } from '../report/own-company';

/** Whether they are asked for their names: never, all of them, or where invoices are of more than one. */
export type NamesOfOwn = 'none' | 'all' | 'several';

/** By id, null for one that cannot be read. */
export interface OwnCompanies {
  readonly ownCompanies: Map<CompanyId, CompanyRecord | null>;
}

/** Asks for names where one would not do for all; none is as good as one. */
export const ownCompaniesApart = (
  invoices: readonly InvoiceRecord[],
  facts: OwnCompanies,
): readonly Task[] =>
  hasSeveralOwnCompanies(invoices) ? invoices.map((invoice) => ownCompanyOf(invoice, facts)) : [];

export function* ownCompanyOf({ ownCompanyId = null }: InvoiceRecord, { ownCompanies }: OwnCompanies): Task {
  if (ownCompanyId === null || ownCompanies.has(ownCompanyId)) return;
  ownCompanies.set(ownCompanyId, null);
  ownCompanies.set(ownCompanyId, yield* ask(query('company', ownCompanyId)));
}
