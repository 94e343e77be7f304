/** What the tables need to know of some invoices, as tasks: their rows and their buyers. */
import type { CompanyId, InvoiceId } from '../src/domain/ids';
import { query } from '../src/domain/query';
import type { CompanyRecord, InvoiceRecord, ProductRows } from '../src/domain/records';
import { ask, type Task } from '../src/domain/task';
import type { Fetcher } from '../src/refresh/Fetcher';
import { ownCompanyOf } from '../src/refresh/gather-own-companies';
import { buyerOf, type Buyer } from '../src/report/buyer';

/** Complete when all that was started has ended. */
export interface InvoiceFacts {
  readonly buyers: Map<InvoiceId, Buyer>;
  readonly rows: Map<InvoiceId, ProductRows>;
  readonly ownCompanies: Map<CompanyId, CompanyRecord | null>;
}

/**
 * @param versionOf `''` for an invoice whose rows may follow its record without a sign
 * @param onRows told of the rows of each invoice as they come
 */
export function gatherInvoices(
  invoices: readonly InvoiceRecord[],
  versionOf: (invoice: InvoiceRecord) => string,
  onRows: (invoice: InvoiceRecord, rows: ProductRows) => void,
  fetcher: Pick<Fetcher, 'start' | 'startCounted'>,
): InvoiceFacts {
  const facts: InvoiceFacts = { buyers: new Map(), rows: new Map(), ownCompanies: new Map() };
  for (const invoice of invoices) {
    const version = versionOf(invoice);
    fetcher.startCounted([rowsTask(invoice, version), buyerTask(invoice, version)]);
    fetcher.start(ownCompanyOf(invoice, facts));
  }
  return facts;

  function* rowsTask(invoice: InvoiceRecord, version: string): Task {
    const rows = yield* ask(query('rows', invoice.id, version));
    facts.rows.set(invoice.id, rows);
    onRows(invoice, rows);
  }

  function* buyerTask(invoice: InvoiceRecord, version: string): Task {
    facts.buyers.set(invoice.id, yield* buyerOf(invoice, version));
  }
}
