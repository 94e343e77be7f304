/** A list that is read page by page, each after the last invoice of the one before, to its empty end. */
import type { InvoiceId } from '../domain/ids';
import type { InvoicePage, InvoiceRecord } from '../domain/records';
import type { Task } from '../domain/task';

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
