/**
 * What the last finished refresh knew of the portal, kept in the spreadsheet so that the next one need only ask for
 * what has changed since. No more than the sheets show, plus ids, stages and times.
 */
import type { ListMode } from '../bitrix24/list-filter';
import type { ListSettings } from '../bitrix24/read-invoices';
import type { CurrencyCode, InvoiceId, RequisiteId } from '../domain/ids';
import { COMPANY } from '../domain/portal';
import { query, queryKey, type Answers, type Query, type QueryKind } from '../domain/query';
import type { InvoiceRecord, PortalMoment, RequisiteRecord, StageSemantics } from '../domain/records';

/** A list of invoices that the portal has told, complete. */
export interface ToldList {
  /** All that it lists for the period: templates and failed ones too, since it counts them. */
  readonly invoices: ReadonlyMap<InvoiceId, InvoiceRecord>;
  /** When it began to tell. */
  readonly toldAt: PortalMoment;
}

/** Answers by the key of their query. */
export type KnownAnswers = ReadonlyMap<string, unknown>;

export interface Memory extends ToldList {
  /** How often the cache had been cleared. */
  readonly epoch: number;
  /** What decides which invoices the list holds and what is told of them, as text. */
  readonly scope: string;
  /** How they are asked for. */
  readonly list: ListSettings;
  readonly mode: ListMode;
  /** What each stage meant; null for one in which invoices stood that the portal did not have. */
  readonly stages: Readonly<Record<string, StageSemantics | null>>;
  /** When all was read anew last, milliseconds since 1970 by the platform's clock. */
  readonly fullAt: number;
  /** When the server's offset was seen to be another one, milliseconds since 1970 by its clock; 0 = never. */
  readonly shiftedAt: number;
  /** Since when links, requisites and names are known to be right. */
  readonly buyersAt: PortalMoment;
  /** Since when invoices are listed that had not been for long, milliseconds since 1970 by the add-on's clock. */
  readonly newcomers: ReadonlyMap<InvoiceId, number>;
  /** Rows and links of invoices that had rested, and who buys. */
  readonly answers: KnownAnswers;
}

/** A save becomes visible so long after its time stamp at most; what is younger is looked at again. */
export const LATE_MILLISECONDS = 300_000;

/** Kinds of answers that outlive a refresh: what belongs to one invoice, and what belongs to buyers. */
const OF_INVOICES: ReadonlySet<QueryKind> = new Set(['link', 'rows']);
const OF_BUYERS: ReadonlySet<QueryKind> = new Set([
  'requisite',
  'companyRequisites',
  'contactRequisites',
  'company',
  'contact',
]);

export const kindOfKey = (key: string): QueryKind => key.slice(0, key.indexOf(':')) as QueryKind;
export const idOfKey = (key: string): number => Number(key.split(':')[1]);

/** The invoice that an answer belongs to, null for one about buyers. */
export const invoiceOfKey = (key: string): InvoiceId | null =>
  OF_INVOICES.has(kindOfKey(key)) ? (idOfKey(key) as InvoiceId) : null;

export const isOfBuyers = (key: string): boolean => OF_BUYERS.has(kindOfKey(key));

/** The answer to a query, undefined where none is remembered. */
export const answerTo = <K extends QueryKind>(
  answers: KnownAnswers,
  asked: Query<K>,
): Answers[K] | undefined => answers.get(queryKey(asked)) as Answers[K] | undefined;

/** Whether the rows and the link of an invoice, read later than a moment, belong to what its record says. */
export const hasRested = (
  { updatedTime }: Pick<InvoiceRecord, 'updatedTime'>,
  moment: PortalMoment,
  late: number,
): boolean => Date.parse(updatedTime ?? '') <= moment.time - late;

/** An answer by the key of its query, with the milliseconds that it had been in a cache before. */
export interface AgedAnswer {
  readonly key: string;
  readonly answer: unknown;
  readonly age: number;
  /** Whether anybody wanted it: what is only known would be checked in vain. */
  readonly isAsked: boolean;
}

/**
 * Of what a refresh has been told, that which the next one may go by.
 * @param told all answers of a refresh that began at `list.toldAt`, and those that it took from an earlier memory
 * @param late milliseconds after its last save from which on what is read of an invoice belongs to it
 * @returns with them how old the oldest answer is that no time stamp covers, in milliseconds
 */
export function worthKeeping(
  { invoices, toldAt }: ToldList,
  told: Iterable<AgedAnswer>,
  late = LATE_MILLISECONDS,
): { readonly answers: KnownAnswers; readonly age: number } {
  const kept = new Map<string, unknown>();
  let oldest = 0;
  for (const { key, answer, age, isAsked } of told) {
    const kind = kindOfKey(key);
    if (OF_BUYERS.has(kind) && isAsked) kept.set(key, answer);
    if (OF_BUYERS.has(kind) || kind === 'link') oldest = Math.max(oldest, age);
    // Whoever may not read rows today may tomorrow.
    if (!OF_INVOICES.has(kind) || answer === 'unavailable') continue;
    const invoice = invoices.get(idOfKey(key) as InvoiceId);
    // Out of a cache comes only what had rested when it was read.
    if (invoice === undefined || !hasRested(invoice, toldAt, late)) continue;
    if (keysOf(invoice).includes(key)) kept.set(key, answer);
  }
  return { answers: kept, age: oldest };
}

/** By which its link and its rows are known, as long as it is not saved again. */
const keysOf = ({ id, updatedTime }: InvoiceRecord): readonly string[] => [
  linkKey(id, updatedTime),
  queryKey(query('rows', id, updatedTime ?? '')),
];

export const linkKey = (id: InvoiceId, updatedTime: InvoiceRecord['updatedTime']): string =>
  queryKey(query('link', id, updatedTime ?? ''));

/** The answers about invoices that stand as they stood: their last save is the one that was remembered. */
export function stillOfInvoices(
  { invoices, answers }: Pick<Memory, 'invoices' | 'answers'>,
  now: ReadonlyMap<InvoiceId, InvoiceRecord>,
): ReadonlyMap<string, unknown> {
  const still = new Map<string, unknown>();
  for (const invoice of now.values()) {
    const { id, updatedTime } = invoice;
    if (updatedTime === null || invoices.get(id)?.updatedTime !== updatedTime) continue;
    for (const key of keysOf(invoice)) if (answers.has(key)) still.set(key, answers.get(key));
  }
  return still;
}

/** The rows alone, which need nothing but the same last save; for a list that is read whole. */
export const rowsOf = (answers: KnownAnswers): ReadonlyMap<string, unknown> =>
  new Map([...answers].filter(([key]) => kindOfKey(key) === 'rows'));

/** Ids by kind of what is remembered of buyers. */
export interface RememberedBuyers {
  readonly requisites: readonly number[];
  readonly companies: readonly number[];
  readonly contacts: readonly number[];
}

/** Only what could be read: what was not there, or could not be seen, has nothing that could be compared. */
export function rememberedBuyers(answers: KnownAnswers): RememberedBuyers {
  const [requisites, companies, contacts] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const [key, answer] of answers) {
    if (answer === null) continue;
    const kind = kindOfKey(key);
    if (kind === 'requisite') requisites.add(idOfKey(key));
    if (kind === 'company') companies.add(idOfKey(key));
    if (kind === 'contact') contacts.add(idOfKey(key));
    if (kind !== 'companyRequisites' && kind !== 'contactRequisites') continue;
    for (const { id } of answer as readonly RequisiteRecord[]) requisites.add(id);
  }
  const inOrder = (ids: ReadonlySet<number>): readonly number[] => [...ids].sort((a, b) => a - b);
  return { requisites: inOrder(requisites), companies: inOrder(companies), contacts: inOrder(contacts) };
}

/** All that is remembered of one requisite, wherever it stands. */
export function requisitesById(answers: KnownAnswers): ReadonlyMap<RequisiteId, RequisiteRecord> {
  const found = new Map<RequisiteId, RequisiteRecord>();
  const add = (record: RequisiteRecord): void => void found.set(record.id, record);
  for (const [key, answer] of answers) {
    if (answer === null) continue;
    const kind = kindOfKey(key);
    if (kind === 'requisite') add(answer as RequisiteRecord);
    if (kind === 'companyRequisites' || kind === 'contactRequisites')
      (answer as RequisiteRecord[]).forEach(add);
  }
  return found;
}

/** The same answers with a requisite as it is now, in its own answer and in that of its owner. */
export function withRequisite(answers: Map<string, unknown>, record: RequisiteRecord): void {
  const own = queryKey(query('requisite', record.id));
  if (answers.has(own)) answers.set(own, record);
  const kind = record.entityTypeId === COMPANY ? 'companyRequisites' : 'contactRequisites';
  const all = queryKey(query(kind, record.entityId));
  const list = answers.get(all) as readonly RequisiteRecord[] | undefined;
  if (list === undefined) return;
  answers.set(
    all,
    list.map((other) => (other.id === record.id ? record : other)),
  );
}

/** Of an invoice that no sheet shows: what tells whether it is still the same, and no more. */
export const unshown = (invoice: InvoiceRecord): InvoiceRecord => ({
  id: invoice.id,
  accountNumber: '',
  opportunity: null,
  taxValue: null,
  currency: '' as CurrencyCode,
  stageId: invoice.stageId,
  companyId: null,
  contactId: null,
  updatedTime: invoice.updatedTime,
  isRecurringTemplate: invoice.isRecurringTemplate,
  dates: {},
});
