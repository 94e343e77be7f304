/**
 * The invoice list as it is now, found from the list as it was. The portal is asked for what was saved last and for
 * exact counts: what it lists newest first are the edits, and equal counts prove that nothing else came or went.
 * No list is filtered by time, since the portal shifts such filters by its user's zone (Bitrix24 source,
 * main/lib database.php, CharToDateFunction). Whatever does not fit together is a doubt: the list is read whole.
 */
import type { ListMode } from '../bitrix24/list-filter';
import type { InvoiceId } from '../domain/ids';
import { PAGE_SIZE } from '../domain/portal';
import { query, type Answers, type Query } from '../domain/query';
import type { InvoiceRecord, Part, PortalMoment } from '../domain/records';
import { ask, askBoth, type Task } from '../domain/task';
import { LATE_MILLISECONDS, type Memory } from '../memory/Memory';
import { isDoubt, type Chance, type Doubt } from './doubt';
import { between, type IdRange, type KnownInvoices, ListSearch } from './ListSearch';

/** In the hour that is repeated when summer time ends a later save may bear an earlier time. */
const SHIFTED_CLOCK_MILLISECONDS = 2 * 3_600_000;
/** How far the portal's clock may stand back: its servers do not agree to the second. */
const CLOCK_SLACK_MILLISECONDS = 60_000;

/** So long saves of the repeated hour may still come. */
const SHIFTED_MILLISECONDS = 3 * 3_600_000;
/** Newer portals keep a count for five seconds. */
const REST_MILLISECONDS = 6_000;

interface KnownList<Known> extends Pick<Memory, 'toldAt' | 'shiftedAt'>, KnownInvoices<Known> {}

/** As `ToldList`, but of invoices that stand as they stood no more than is remembered. */
export interface CurrentList<Known> {
  readonly invoices: ReadonlyMap<InvoiceId, Known | InvoiceRecord>;
  readonly toldAt: PortalMoment;
}

type FirstAnswers = readonly [Answers['recent'], Answers['between']];

/** What is asked in any case, in one wave. */
export interface FirstQuestions {
  readonly pivot: number;
  readonly queries: readonly [Query<'recent'>, Query<'between'>];
}

/**
 * The second count is over a part that is another each time, so that losses and gains seldom make up for each other.
 * @param rest milliseconds that pass before they are asked
 */
export function firstQuestions(
  { invoices, mode }: KnownInvoices<unknown>,
  chance: Chance,
  rest = 0,
): FirstQuestions {
  const ids = [...invoices.keys()].sort((a, b) => a - b);
  const older = ids.length - PAGE_SIZE;
  const pivot = older > 0 ? Number(ids[chance.below(older)]) : 0;
  const queries = [
    recent(chance, [], mode, rest),
    between(chance, { after: pivot, upTo: null }, mode),
  ] as const;
  return { pivot, queries };
}

const recent = (chance: Chance, seen: readonly InvoiceId[], mode: ListMode, rest?: number): Query<'recent'> =>
  query('recent', chance.nonce(), JSON.stringify({ seen, mode, rest }));

/**
 * Where counts contradict each other all is asked once more: somebody may have edited at that moment.
 * @param answers to the first questions
 */
export function* currentList<Known>(
  known: KnownList<Known>,
  chance: Chance,
  { pivot }: FirstQuestions,
  answers: FirstAnswers,
): Task<CurrentList<Known> | Doubt> {
  const search = new ListSearch(known, chance);
  const found = yield* compared(known, chance, search, pivot, answers);
  if (found !== 'counts') return found;
  search.beginAnew();
  const again = firstQuestions(known, chance, REST_MILLISECONDS);
  return yield* compared(known, chance, search, again.pivot, yield* askBoth(...again.queries));
}

function* compared<Known>(
  known: KnownList<Known>,
  chance: Chance,
  search: ListSearch<Known>,
  pivot: number,
  [newest, above]: FirstAnswers,
): Task<CurrentList<Known> | Doubt> {
  if (newest === 'refused' || above === 'refused') return 'refused';
  if (newest.at.time < known.toldAt.time - CLOCK_SLACK_MILLISECONDS) return 'clock';
  const horizon = horizonOf(known.toldAt, known.shiftedAt, newest.at);
  const edits = yield* editsSince(horizon, newest, (seen) => ask(recent(chance, seen, known.mode)));
  if (isDoubt(edits)) return edits;
  search.take(edits);
  const part = { after: pivot, upTo: null };
  if (!search.takeEnd(part, above)) return 'order';
  if (search.count(WHOLE) > newest.total) {
    const left = yield* editsSince(horizon, null, (seen) => ask(recent(chance, seen, 'everything')));
    if (isDoubt(left)) return left;
    search.drop(left, edits, horizon);
  }
  const totals = { whole: newest.total, above: above.total };
  const doubt =
    (yield* search.settle({ after: 0, upTo: pivot }, totals.whole - totals.above)) ??
    (yield* search.settle(part, totals.above)) ??
    (yield* search.confirm(totals.whole));
  // What is saved while later pages are read bears a time that the next refresh looks through again.
  return doubt ?? { invoices: search.list, toldAt: newest.at };
}

const WHOLE: IdRange = { after: 0, upTo: null };

/** All that was saved since a moment, newest first, and a little of what was saved before. */
function* editsSince(
  horizon: number,
  first: Part<InvoiceRecord> | null,
  pageAfter: (seen: readonly InvoiceId[]) => Task<Answers['recent']>,
): Task<readonly InvoiceRecord[] | Doubt> {
  const invoices: InvoiceRecord[] = [];
  let page = first ?? (yield* pageAfter([]));
  let total: number | null = null;
  let oldest = Infinity;
  let begunAt = 0;
  for (;;) {
    if (page === 'refused') return 'refused';
    total ??= page.total;
    begunAt ||= page.at.time;
    const times = page.items.map(({ updatedTime }) => Date.parse(updatedTime ?? ''));
    // Saved between two pages: it would have stood on an earlier one.
    const isMeanwhile = Number(times[0]) >= begunAt - LATE_MILLISECONDS;
    const bounds = [isMeanwhile ? Infinity : oldest, ...times];
    if (!times.every((time, index) => time <= Number(bounds[index]))) return 'order';
    invoices.push(...page.items);
    if (new Set(invoices.map(({ id }) => id)).size < invoices.length) return 'order';
    oldest = Math.min(oldest, ...times);
    const isEnd = page.items.length < PAGE_SIZE || invoices.length >= total;
    if (isEnd || oldest < horizon) return invoices;
    page = yield* pageAfter(invoices.map(({ id }) => id));
  }
}

/**
 * What was saved earlier had been told. Where the portal's clock has been set back since, what was saved under it may
 * bear a time from before: it has lost as much as it went on less than the clock of the add-on.
 * @param shiftedAt when the server's offset was seen to be another one, milliseconds since 1970 by its clock
 */
export function horizonOf(before: PortalMoment, shiftedAt: number, now: PortalMoment): number {
  const lost = Math.max(0, now.askedAt - before.askedAt - (now.time - before.time));
  return (
    before.time -
    LATE_MILLISECONDS -
    lost -
    repeatedAt(before.offset === now.offset ? shiftedAt : now.time, now)
  );
}

/** So many milliseconds earlier than it was a save may seem, in the hours after the server's offset has changed. */
const repeatedAt = (shiftedAt: number, now: PortalMoment): number =>
  now.time - shiftedAt < SHIFTED_MILLISECONDS ? SHIFTED_CLOCK_MILLISECONDS : 0;

/** When the server's offset was seen to be another one, given a later moment; 0 = never. */
export const shiftedAfter = (
  before: Pick<Memory, 'toldAt' | 'shiftedAt'> | null,
  now: PortalMoment,
): number => {
  if (before === null) return 0;
  return before.toldAt.offset === now.offset ? before.shiftedAt : now.time;
};

/** So many milliseconds after its last save what is read of an invoice belongs to it. */
export const lateAfter = (shiftedAt: number, now: PortalMoment): number =>
  LATE_MILLISECONDS + repeatedAt(shiftedAt, now);
