/** A list that is read page by page, each after the last invoice of the one before, to its empty end. */
import type { ListMode } from '../bitrix24/list-filter';
import type { InvoiceId } from '../domain/ids';
import { query, type Answers } from '../domain/query';
import type { InvoicePage, InvoiceRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';

/**
 * @param take is given each page as it comes
 * @param before finds out what has to be known first
 */
export function* readPages(
  first: InvoicePage,
  pageAfter: (id: InvoiceId) => Task<InvoicePage>,
  take: (page: readonly InvoiceRecord[]) => void,
  before?: (page: readonly InvoiceRecord[]) => Task,
): Task {
  let { items } = first;
  for (let last = items[items.length - 1]; last !== undefined; last = items[items.length - 1]) {
    if (before !== undefined) yield* before(items);
    take(items);
    ({ items } = yield* pageAfter(last.id));
  }
}

export const FIRST_PAGE = query('invoices', 0, 'filtered');

/** How the list goes on, given its first page: one that a filter refuses, or may find empty wrongly, begins without it. */
export function* begun(
  first: Answers['invoices'],
  mayBeWrong: boolean,
): Task<{ readonly begin: InvoicePage; readonly mode: ListMode }> {
  const isDoubtful = first === 'refused' || (first.items.length === 0 && mayBeWrong);
  const mode: ListMode = isDoubtful ? 'everything' : 'filtered';
  return { begin: isDoubtful ? yield* pageAfter(0, mode) : first, mode };
}

/** Only the first page of a doubtful filter may be refused; any other refusal has ended the run. */
export function* pageAfter(id: number, mode: ListMode): Task<InvoicePage> {
  return (yield* ask(query('invoices', id, mode))) as InvoicePage;
}
