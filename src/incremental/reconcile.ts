/**
 * Compares the memory with the portal, a little at a time and by content. Refreshes go by counts and times, which some
 * changes leave alone; this finds those, whatever they are.
 */
import type { InvoiceId } from '../domain/ids';
import { PAGE_SIZE } from '../domain/portal';
import { query, queryKey, type Query, type QueryKind } from '../domain/query';
import type { InvoicePage, InvoiceRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';
import { canonical } from '../hash/canonical';
import { idOfKey, kindOfKey, linkKey, unshown, type Memory } from '../memory/Memory';

/** Where a round goes on: the kind it is at, and the last id that was compared. */
export interface Place {
  readonly kind: QueryKind;
  readonly after: number;
}

/** In this order: buyers first, since they are fewer and change more silently than the list and the product rows. */
const KINDS: readonly QueryKind[] = [
  'link',
  'requisite',
  'companyRequisites',
  'contactRequisites',
  'company',
  'contact',
  'invoices',
  'rows',
];

export const BEGINNING: Place = { kind: 'link', after: 0 };

export interface Reconciled {
  /** The same one where nothing differs. */
  readonly memory: Memory;
  readonly place: Place;
  readonly differences: number;
  /** Whether all has been compared. */
  readonly isRound: boolean;
}

export interface Turn {
  /** So many are asked at most. */
  readonly requests: number;
  /** Of how many invoices the portal tells the product rows at once. */
  readonly rowsAtOnce?: number | undefined;
}

interface Draft {
  readonly invoices: Map<InvoiceId, InvoiceRecord>;
  readonly answers: Map<string, unknown>;
  differences: number;
  hasChanged: boolean;
}

export function* reconciled(
  memory: Memory,
  from: Place,
  { requests, rowsAtOnce = PAGE_SIZE }: Turn,
): Task<Reconciled> {
  const draft: Draft = {
    invoices: new Map(memory.invoices),
    answers: new Map(memory.answers),
    differences: 0,
    hasChanged: false,
  };
  let place: Place | null = from;
  for (let left = requests; left > 0 && place !== null;) {
    if (place.kind === 'invoices') {
      place = yield* comparePage(memory, draft, place.after);
      left -= 1;
    } else ({ place, left } = yield* compareAnswers(draft, place, { requests: left, rowsAtOnce }));
  }
  const now = draft.hasChanged ? { ...memory, invoices: draft.invoices, answers: draft.answers } : memory;
  return { memory: now, place: place ?? BEGINNING, differences: draft.differences, isRound: place === null };
}

/** Goes on in one wave, but not into the list, whose pages follow from each other. */
function* compareAnswers(
  draft: Draft,
  from: Place,
  { requests, rowsAtOnce = PAGE_SIZE }: Turn,
): Task<{ readonly place: Place | null; readonly left: number }> {
  const asked: Query[] = [];
  let place: Place | null = from;
  let left = requests;
  while (left > 0 && place !== null && place.kind !== 'invoices') {
    const next: readonly Query[] = queriesOf(draft, place, rowsAtOnce);
    const last = next[next.length - 1];
    if (last !== undefined) left -= 1;
    asked.push(...next);
    place = last === undefined ? placeAfter(place) : { ...place, after: last.id };
  }
  const answers = yield asked;
  asked.forEach((one, index) => compare(draft, one, answers[index]));
  return { place, left };
}

function placeAfter({ kind }: Place): Place | null {
  const next = KINDS[KINDS.indexOf(kind) + 1];
  return next === undefined ? null : { kind: next, after: 0 };
}

/** So many as one request answers for: a page of ids, or of product rows. */
function queriesOf({ answers }: Draft, { kind, after }: Place, rowsAtOnce: number): readonly Query[] {
  const known = [...answers]
    .filter(([key]) => kindOfKey(key) === kind && idOfKey(key) > after)
    .map(([key, answer]) => ({ key, id: idOfKey(key), weight: kind === 'rows' ? lengthOf(answer) : 1 }))
    .sort((a, b) => a.id - b.id)
    .slice(0, kind === 'rows' ? rowsAtOnce : PAGE_SIZE);
  let weight = 0;
  const fitting = known.filter((one, index) => (weight += one.weight) <= PAGE_SIZE || index === 0);
  return fitting.map(({ key, id }) => query(kind, id, key.slice(`${kind}:${id}:`.length)));
}

const lengthOf = (rows: unknown): number => (Array.isArray(rows) ? rows.length : 1);

function compare(draft: Draft, asked: Query, now: unknown): void {
  const key = queryKey(asked);
  if (now === 'unavailable' || canonical(now) === canonical(draft.answers.get(key))) return;
  draft.answers.set(key, now);
  draft.hasChanged = true;
  draft.differences += 1;
}

function* comparePage({ mode }: Memory, draft: Draft, after: number): Task<Place | null> {
  const page = (yield* ask(query('invoices', after, mode))) as InvoicePage;
  const last = page.items[page.items.length - 1];
  const end = last !== undefined && page.items.length === PAGE_SIZE ? last.id : Infinity;
  const listed = new Set(page.items.map(({ id }) => id));
  for (const id of draft.invoices.keys()) {
    if (id <= after || id > end || listed.has(id)) continue;
    draft.invoices.delete(id);
    draft.hasChanged = true;
    draft.differences += 1;
  }
  for (const invoice of page.items) takeOver(draft, invoice);
  const kind = 'invoices';
  return end === Infinity ? placeAfter({ kind, after }) : { kind, after: end };
}

/** What was saved since is no difference: the next refresh sees it by its time. */
function takeOver(draft: Draft, invoice: InvoiceRecord): void {
  const before = draft.invoices.get(invoice.id);
  const isSame = before !== undefined && before.updatedTime === invoice.updatedTime;
  const isEqual = (one: InvoiceRecord): boolean => canonical(one) === canonical(before ?? null);
  if (isEqual(invoice) || isEqual(unshown(invoice))) return;
  draft.invoices.set(invoice.id, invoice);
  draft.hasChanged = true;
  if (isSame) draft.differences += 1;
  draft.answers.delete(linkKey(invoice.id, before?.updatedTime ?? null));
}
