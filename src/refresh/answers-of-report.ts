/** Of what a refresh was told that which the report goes by: a memory holds nothing of invoices outside it. */
import type { InvoiceRecord } from '../domain/records';
import { query, queryKey } from '../domain/query';
import type { AgedAnswer, KnownAnswers } from '../memory/Memory';
import { buyerOf } from '../report/buyer';
import type { Gathered } from './gather';

type Shown = Pick<Gathered, 'invoices' | 'older' | 'ownCompanies'>;

/** Left out is what was asked for the others' buyers alone. */
export function answersOfReport(
  { invoices, older, ownCompanies }: Shown,
  told: Iterable<AgedAnswer>,
): Iterable<AgedAnswer> {
  if (older.length === 0) return told;
  const all = [...told];
  const known = new Map(all.map(({ key, answer }) => [key, answer]));
  const ofReport = keysOfBuyers(invoices, known);
  for (const id of ownCompanies.keys()) ofReport.add(queryKey(query('company', id)));
  const ofOlder = keysOfBuyers(older, known);
  return all.filter(({ key }) => ofReport.has(key) || !ofOlder.has(key));
}

/** What is asked to find out who buys, as far as it was answered. */
function keysOfBuyers(invoices: readonly InvoiceRecord[], known: KnownAnswers): Set<string> {
  const keys = new Set<string>();
  // Of one that has only just come its link is asked for under no version.
  for (const invoice of invoices)
    for (const version of ['', invoice.updatedTime ?? '']) addKeys(keys, buyerOf(invoice, version), known);
  return keys;
}

function addKeys(keys: Set<string>, task: ReturnType<typeof buyerOf>, known: KnownAnswers): void {
  let step = task.next([]);
  while (!step.done) {
    const asked = step.value.map(queryKey);
    for (const key of asked) keys.add(key);
    if (!asked.every((key) => known.has(key))) return;
    step = task.next(asked.map((key) => known.get(key)));
  }
}
