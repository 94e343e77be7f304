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
import { ask, type Task } from '../domain/task';
import { LATE_MILLISECONDS, type Memory, type ToldList } from '../memory/Memory';
import { isDoubt, type Chance, type Doubt } from './doubt';
import { between, type IdRange, ListSearch } from './ListSearch';

/** In the hour that is repeated when summer time ends a later save may bear an earlier time. */
const SHIFTED_CLOCK_MILLISECONDS = 2 * 3_600_000;
/** How far the portal's clock may stand back: its servers do not agree to the second. */
const CLOCK_SLACK_MILLISECONDS = 60_000;

type KnownList = Pick<Memory, 'invoices' | 'toldAt' | 'mode'>;
type FirstAnswers = readonly [Answers['recent'], Answers['between']];

/** What is asked in any case, in one wave. */
export interface FirstQuestions {
  readonly pivot: number;
  readonly queries: readonly [Query<'recent'>, Query<'between'>];
}

/** The second count is over a part that is another each time, so that losses and gains seldom make up for each other. */
export function firstQuestions({ invoices, mode }: KnownList, chance: Chance): FirstQuestions {
  const ids = [...invoices.keys()].sort((a, b) => a - b);
  const older = ids.length - PAGE_SIZE;
  const pivot = older > 0 ? Number(ids[chance.below(older)]) : 0;
  return { pivot, queries: [recent(chance, [], mode), between(chance, { after: pivot, upTo: null }, mode)] };
}

const recent = (chance: Chance, seen: readonly InvoiceId[], mode: ListMode): Query<'recent'> =>
  query('recent', chance.nonce(), JSON.stringify({ seen, mode }));

/** @param answers to the first questions */
export function* currentList(
  known: KnownList,
  chance: Chance,
  { pivot }: FirstQuestions,
  answers: FirstAnswers,
): Task<ToldList | Doubt> {
  const [newest, above] = answers;
  if (newest === 'refused' || above === 'refused') return 'refused';
  if (newest.at.time < known.toldAt.time - CLOCK_SLACK_MILLISECONDS) return 'clock';
  const edits = yield* editsSince(known.toldAt, newest, (seen) => ask(recent(chance, seen, known.mode)));
  if (isDoubt(edits)) return edits;
  const search = new ListSearch(known, chance);
  search.take(edits.invoices);
  const part = { after: pivot, upTo: null };
  if (!search.takeEnd(part, above)) return 'order';
  if (search.count(WHOLE) > newest.total) {
    const left = yield* editsSince(known.toldAt, null, (seen) => ask(recent(chance, seen, 'everything')));
    if (isDoubt(left)) return left;
    search.drop(left.invoices, edits.invoices, horizonOf(known.toldAt, newest.at));
  }
  const totals = { whole: newest.total, above: above.total };
  const doubt =
    (yield* search.settle({ after: 0, upTo: pivot }, totals.whole - totals.above)) ??
    (yield* search.settle(part, totals.above)) ??
    (yield* search.confirm(totals.whole));
  return doubt ?? { invoices: search.list, toldAt: edits.isSteady ? newest.at : known.toldAt };
}

const WHOLE: IdRange = { after: 0, upTo: null };

interface Edits {
  readonly invoices: readonly InvoiceRecord[];
  /** Whether nothing was seen to change while the pages were read. */
  readonly isSteady: boolean;
}

/** All that was saved since a list was told, newest first, and a little of what was saved before. */
function* editsSince(
  toldAt: PortalMoment,
  first: Part<InvoiceRecord> | null,
  pageAfter: (seen: readonly InvoiceId[]) => Task<Answers['recent']>,
): Task<Edits | Doubt> {
  const invoices: InvoiceRecord[] = [];
  let total: number | null = null;
  let isSteady = true;
  for (let page = first ?? (yield* pageAfter([])); ; page = yield* pageAfter(invoices.map(({ id }) => id))) {
    if (page === 'refused') return 'refused';
    isSteady &&= total === null || page.total === total - invoices.length;
    total ??= page.total;
    invoices.push(...page.items);
    const times = invoices.map(({ updatedTime }) => Date.parse(updatedTime ?? ''));
    if (!times.every((time, index) => index === 0 || time <= Number(times[index - 1]))) return 'order';
    if (new Set(invoices.map(({ id }) => id)).size < invoices.length) return 'order';
    const isEnd = page.items.length < PAGE_SIZE || invoices.length >= total;
    if (isEnd || Number(times[times.length - 1]) < horizonOf(toldAt, page.at)) return { invoices, isSteady };
  }
}

/** What was saved earlier had been told. */
const horizonOf = (before: PortalMoment, now: PortalMoment): number =>
  before.time - LATE_MILLISECONDS - (before.offset === now.offset ? 0 : SHIFTED_CLOCK_MILLISECONDS);
