/**
 * Compares the memory with the portal, a little at a time and by content. Refreshes go by counts and times, which some
 * changes leave alone; this finds those, whatever they are.
 */
import type { InvoiceId } from '../domain/ids';
import { PAGE_SIZE } from '../domain/portal';
import { query, queryKey, type Answers, type Query, type QueryKind } from '../domain/query';
import type { InvoiceRecord } from '../domain/records';
import type { Task } from '../domain/task';
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
  /** So many were asked, apart from what a portal tells in parts. */
  readonly requests: number;
}

export interface Turn {
  /** So many are asked at most. */
  readonly requests: number;
  /** Of how many invoices the portal tells the product rows at once. */
  readonly rowsAtOnce?: number | undefined;
}

interface Draft extends Pick<Memory, 'toldAt'> {
  readonly invoices: Map<InvoiceId, InvoiceRecord>;
  readonly newcomers: Map<InvoiceId, number>;
  readonly answers: Map<string, unknown>;
  differences: number;
  hasChanged: boolean;
}

/** Something that is remembered: an answer, or an invoice of the list. */
interface Known {
  readonly id: number;
  readonly version: string;
  /** How many records the portal has to tell for it. */
  readonly weight: number;
}

/** What one request answers for. */
interface Portion extends Place {
  readonly known: readonly Known[];
  /** The last id of it; where nothing is known behind it, all that there may be. */
  readonly end: number;
}

/** What is asked follows from the memory alone, so all of it goes side by side. */
export function* reconciled(
  memory: Memory,
  from: Place,
  { requests, rowsAtOnce = PAGE_SIZE }: Turn,
): Task<Reconciled> {
  const draft: Draft = {
    toldAt: memory.toldAt,
    invoices: new Map(memory.invoices),
    newcomers: new Map(memory.newcomers),
    answers: new Map(memory.answers),
    differences: 0,
    hasChanged: false,
  };
  const portions: Portion[] = [];
  let place: Place | null = from;
  while (portions.length < requests && place !== null) {
    portions.push(...portionsOf(memory, place, rowsAtOnce).slice(0, requests - portions.length));
    place = placeBehind(portions[portions.length - 1], place);
  }
  const asked = portions.map((portion) => queriesOf(memory, portion));
  const answers = yield asked.flat();
  let at = 0;
  let unlooked: Place | null = null;
  for (const [index, portion] of portions.entries()) {
    const queries = asked[index] ?? [];
    const own = answers.slice(at, (at += queries.length));
    if (portion.kind === 'invoices') unlooked ??= comparePage(draft, portion, own[0] as Answers['invoices']);
    else queries.forEach((one, position) => compare(draft, one, own[position]));
  }
  const next = unlooked ?? place;
  const { hasChanged, differences, ...now } = draft;
  return {
    memory: hasChanged ? { ...memory, ...now } : memory,
    place: next ?? BEGINNING,
    differences,
    isRound: next === null,
    requests: portions.length,
  };
}

/** @param last the last portion that is asked for, of this kind or an earlier one */
function placeBehind(last: Portion | undefined, { kind }: Place): Place | null {
  if (last?.kind === kind && last.end !== Infinity) return { kind, after: last.end };
  const next = KINDS[KINDS.indexOf(kind) + 1];
  return next === undefined ? null : { kind: next, after: 0 };
}

/** A request answers for a page of ids, of product rows, or of the list, which may go on behind what is known of it. */
function portionsOf(memory: Memory, { kind, after }: Place, rowsAtOnce: number): readonly Portion[] {
  const pages: Known[][] = [];
  let weight = Infinity;
  const most = kind === 'rows' ? rowsAtOnce : PAGE_SIZE;
  for (const one of knownBehind(memory, { kind, after })) {
    const page = pages[pages.length - 1];
    weight += one.weight;
    if (page !== undefined && page.length < most && weight <= PAGE_SIZE) page.push(one);
    else {
      pages.push([one]);
      weight = one.weight;
    }
  }
  if (kind === 'invoices' && (pages[pages.length - 1]?.length ?? PAGE_SIZE) === PAGE_SIZE) pages.push([]);
  const endOf = (page: readonly Known[] | undefined): number => page?.[page.length - 1]?.id ?? after;
  return pages.map((known, index) => ({
    kind,
    after: endOf(pages[index - 1]),
    known,
    end: index === pages.length - 1 ? Infinity : endOf(known),
  }));
}

function knownBehind({ invoices, answers }: Memory, { kind, after }: Place): readonly Known[] {
  const known: Known[] = [];
  if (kind === 'invoices') for (const id of invoices.keys()) known.push({ id, version: '', weight: 1 });
  for (const [key, answer] of answers) {
    if (kindOfKey(key) !== kind) continue;
    const id = idOfKey(key);
    const version = key.slice(`${kind}:${id}:`.length);
    known.push({ id, version, weight: kind === 'rows' && Array.isArray(answer) ? answer.length : 1 });
  }
  return known.filter(({ id }) => id > after).sort((a, b) => a.id - b.id);
}

const queriesOf = ({ mode }: Memory, { kind, after, known }: Portion): readonly Query[] =>
  kind === 'invoices' ? [query(kind, after, mode)] : known.map(({ id, version }) => query(kind, id, version));

function compare(draft: Draft, asked: Query, now: unknown): void {
  const key = queryKey(asked);
  if (now === 'unavailable' || canonical(now) === canonical(draft.answers.get(key))) return;
  draft.answers.set(key, now);
  draft.hasChanged = true;
  draft.differences += 1;
}

/** @returns where the list has to be gone on with: it held more than was known there; null where it did not */
function comparePage(draft: Draft, { kind, known, end }: Portion, page: Answers['invoices']): Place | null {
  if (page === 'refused') return null;
  const last = page.items[page.items.length - 1];
  const reached = last !== undefined && page.items.length === PAGE_SIZE ? last.id : Infinity;
  const listed = new Set<number>(page.items.map(({ id }) => id));
  for (const { id } of known) {
    if (id > reached || listed.has(id)) continue;
    draft.invoices.delete(id as InvoiceId);
    draft.hasChanged = true;
    draft.differences += 1;
  }
  for (const invoice of page.items) {
    if (!draft.invoices.has(invoice.id)) draft.newcomers.set(invoice.id, (page.at ?? draft.toldAt).askedAt);
    takeOver(draft, invoice);
  }
  return reached < end ? { kind, after: reached } : null;
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
