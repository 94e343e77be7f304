/**
 * Companies and contacts that were merged, deleted or restored: their invoices may have become others' without a
 * trace, so these are read again, with their links and requisites.
 */
import type { InvoiceId } from '../domain/ids';
import { COMPANY, CONTACT } from '../domain/portal';
import { query, queryKey, type Query } from '../domain/query';
import type { InvoiceRecord, RequisiteRecord } from '../domain/records';
import { together, type Task } from '../domain/task';
import { idOfKey, kindOfKey, requisitesById, type KnownAnswers } from '../memory/Memory';
import type { VersionOf } from './newcomers';

/** A company or contact, as its type and id. */
type Client = `${number}:${number}`;

type Invoices = ReadonlyMap<InvoiceId, InvoiceRecord>;

/** How buyers are asked for. */
export interface AskedBuyers {
  /** Those of the invoices that are shown. */
  of(invoices: Invoices): readonly Task<unknown>[];
  readonly versionOf: VersionOf;
}

const ownerOf = ({ entityTypeId, entityId }: RequisiteRecord): Client => `${entityTypeId}:${entityId}`;

/**
 * Asks for what is not known of the buyers, until no answer tells of another change.
 * @param before answers as they were remembered
 * @param answers those that still hold; what is asked for joins them
 * @returns the invoices as they are now
 */
export function* withChangedClients(
  invoices: Invoices,
  before: KnownAnswers,
  answers: Map<string, unknown>,
  buyers: AskedBuyers,
): Task<Invoices> {
  const now = new Map(invoices);
  const asked = new Set<string>();
  const handled = new Set<Client>();
  for (;;) {
    yield* together(buyers.of(now).map((task) => fromMemory(task, answers, asked)));
    const changed = [...changedClients(before, answers)].filter((client) => !handled.has(client));
    if (changed.length === 0) return now;
    for (const client of changed) handled.add(client);
    const theirs = [...now.values()].filter((invoice) =>
      clientsOf(invoice).some((client) => changed.includes(client)),
    );
    const found = yield theirs.map(({ id }) => query('invoice', id));
    theirs.forEach(({ id }, index) => {
      const invoice = found[index] as InvoiceRecord | null;
      if (invoice === null) now.delete(id);
      else now.set(id, invoice);
    });
    forget(theirs, answers, asked, buyers);
  }
}

const clientsOf = ({ companyId, contactId }: InvoiceRecord): readonly Client[] => [
  ...(companyId === null ? [] : ([`${COMPANY}:${companyId}`] as const)),
  ...(contactId === null ? [] : ([`${CONTACT}:${contactId}`] as const)),
];

/** What was asked for just now is as it is. */
function forget(
  invoices: readonly InvoiceRecord[],
  answers: Map<string, unknown>,
  asked: ReadonlySet<string>,
  { versionOf }: AskedBuyers,
): void {
  for (const invoice of invoices) {
    const { id, companyId, contactId } = invoice;
    const link = query('link', id, versionOf(invoice));
    const requisite = answers.get(queryKey(link)) as number | null | undefined;
    const doubted: readonly Query[] = [
      link,
      query('requisite', requisite ?? 0),
      query('companyRequisites', companyId ?? 0),
      query('contactRequisites', contactId ?? 0),
    ];
    for (const key of doubted.map(queryKey)) if (!asked.has(key)) answers.delete(key);
  }
}

/** Those that are gone or there again, and those whose requisites are others: each that had one, and has one now. */
function changedClients(before: KnownAnswers, now: KnownAnswers): ReadonlySet<Client> {
  const known = requisitesById(before);
  const changed = new Set<Client>();
  const compare = (record: RequisiteRecord): void => {
    const earlier = known.get(record.id);
    if (earlier === undefined || ownerOf(earlier) === ownerOf(record)) return;
    changed.add(ownerOf(earlier)).add(ownerOf(record));
  };
  for (const [key, answer] of now) {
    const kind = kindOfKey(key);
    const earlier = before.get(key);
    if (earlier === answer) continue;
    const hasTurned = before.has(key) && (earlier === null) !== (answer === null);
    if (kind === 'company' && hasTurned) changed.add(`${COMPANY}:${idOfKey(key)}`);
    if (kind === 'contact' && hasTurned) changed.add(`${CONTACT}:${idOfKey(key)}`);
    if (kind === 'requisite') {
      if (hasTurned) changed.add(ownerOf((earlier ?? answer) as RequisiteRecord));
      if (answer !== null) compare(answer as RequisiteRecord);
    }
    if (kind !== 'companyRequisites' && kind !== 'contactRequisites') continue;
    const records = answer as readonly RequisiteRecord[];
    records.forEach(compare);
    const left = new Set(records.map(({ id }) => id));
    for (const record of (earlier ?? []) as readonly RequisiteRecord[]) {
      if (!left.has(record.id)) changed.add(ownerOf(record));
    }
  }
  return changed;
}

/** A task whose questions are answered from what is known; what is not is asked for, and known from then on. */
function* fromMemory<Result>(
  task: Task<Result>,
  answers: Map<string, unknown>,
  asked: Set<string>,
): Task<Result> {
  let step = task.next([]);
  while (!step.done) {
    const open = step.value.filter((one) => !answers.has(queryKey(one)));
    const told = open.length === 0 ? [] : yield open;
    open.map(queryKey).forEach((key, index) => {
      answers.set(key, told[index]);
      asked.add(key);
    });
    step = task.next(step.value.map((one) => answers.get(queryKey(one))));
  }
  return step.value;
}
