/** The list of invoices in a file made equal to the portal's: read whole, or found from what was saved since. */
import { mayFilterWrongly, type ListMode } from '../src/bitrix24/list-filter';
import type { ListSettings } from '../src/bitrix24/read-invoices';
import type { InvoiceId } from '../src/domain/ids';
import type { InvoicePage, InvoiceRecord, PortalMoment } from '../src/domain/records';
import { ask, askBoth, type Task } from '../src/domain/task';
import { currentList, firstQuestions, shiftedAfter, type CurrentList } from '../src/incremental/current-list';
import { isDoubt, WHOLE_EVERY, type Chance, type Doubt } from '../src/incremental/doubt';
import { newcomersAmong, type EarlierList } from '../src/incremental/newcomers';
import { isEmptied } from '../src/incremental/remembered';
import { begun, FIRST_PAGE, pageAfter } from '../src/refresh/read-pages';
import type { PortalReader } from './PortalReader';
import type { FormerList, KeptState } from './kept';
import type { TablesFile } from './TablesFile';

/** Pages that are lost where the process is killed, at most. */
const PAGES_AT_ONCE = 20;

export interface ListParts {
  readonly file: TablesFile;
  readonly reader: PortalReader;
  readonly list: ListSettings;
  readonly connection: string;
  readonly scope: string;
  /** Whether nothing that is known from another run may be taken. */
  readonly readsWhole: boolean;
  readonly chance: Chance;
  readonly now: () => number;
  /** @param invoices that were listed so far */
  readonly onListed: (invoices: number) => void;
}

/** How many invoices the portal has changed since the file was made. */
export interface Changes {
  /** New ones or others than they were. */
  readonly changed: number;
  /** Listed no more. */
  readonly gone: number;
}

export interface FoundList {
  readonly state: KeptState;
  /** null where everything was read. */
  readonly since: Changes | null;
}

/** @throws Bitrix24Error; then the file holds what was listed so far, and the next run goes on with it */
export async function bringUpToDate(parts: ListParts): Promise<FoundList> {
  const { file, connection, scope, readsWhole, now } = parts;
  const state = await file.state();
  if (state?.connection !== connection) {
    await file.forget();
    return { state: await listWhole(parts, null, 'none'), since: null };
  }
  const isUseless = readsWhole && !state.readsWhole;
  if (isUseless) await file.forgetRows();
  // Of another report the rows are of use, which belong to their invoice, but not the list.
  if (state.scope !== scope) return { state: await listWhole(parts, state, 'none'), since: null };
  const former = state.isListed ? 'listed' : 'kept';
  const { toldAt, fullAt } = state;
  if (isUseless || toldAt === null || now() - fullAt >= WHOLE_EVERY)
    return { state: await listWhole(parts, state, former), since: null };
  const listed = state.isListed ? state : await listRest(parts, state);
  return (
    (await listSince(parts, listed, toldAt)) ?? {
      state: await listWhole(parts, listed, 'listed'),
      since: null,
    }
  );
}

/** null where what is told is in doubt. */
async function listSince(
  { file, reader, list, chance, now }: ListParts,
  state: KeptState,
  toldAt: PortalMoment,
): Promise<FoundList | null> {
  const { mode, shiftedAt } = state;
  const known = new Map((await file.listedIds()).map((id) => [id, null]));
  const { result } = reader.run(list, () =>
    since({ invoices: known, toldAt, shiftedAt, mode, list }, chance),
  );
  if (isDoubt(result)) return null;
  const told = [...result.invoices.values()].filter((invoice) => invoice !== null);
  const gone = [...known.keys()].filter((id) => !result.invoices.has(id));
  const after = {
    ...state,
    toldAt: result.toldAt,
    shiftedAt: shiftedAfter({ toldAt, shiftedAt }, result.toldAt),
    newcomers: newcomers(result.invoices.keys(), earlier(known, state), result.toldAt, now()),
  };
  const changed = await file.finishList(after, told, gone);
  return { state: after, since: { changed, gone: gone.length } };
}

interface KnownList {
  readonly invoices: ReadonlyMap<InvoiceId, null>;
  readonly toldAt: PortalMoment;
  readonly shiftedAt: number;
  readonly mode: ListMode;
  readonly list: ListSettings;
}

function* since(known: KnownList, chance: Chance): Task<CurrentList<null> | Doubt> {
  const first = firstQuestions(known, chance);
  const answers = yield* askBoth(...first.queries);
  if (isEmptied(known, answers[0])) return 'filter';
  return yield* currentList(known, chance, first, answers);
}

/** @param former which list tells who has come since */
async function listWhole(parts: ListParts, before: KeptState | null, former: FormerList): Promise<KeptState> {
  const { file, reader, list, connection, scope, now } = parts;
  const { result } = reader.run(list, () => firstPage(list));
  const { begin, mode } = result;
  const state: KeptState = {
    ...{ connection, scope, mode },
    readsWhole: parts.readsWhole || (before?.readsWhole ?? false),
    toldAt: begin.at,
    shiftedAt: before?.shiftedAt ?? 0,
    fullAt: now(),
    newcomers: before?.newcomers ?? [],
    isListed: false,
  };
  await file.beginList(state, former);
  await file.list(begin.items);
  return listRest(parts, state);
}

function* firstPage(list: ListSettings): Task<{ readonly begin: InvoicePage; readonly mode: ListMode }> {
  return yield* begun(yield* ask(FIRST_PAGE), mayFilterWrongly(list.period));
}

async function listRest(
  { file, reader, list, onListed, now }: ListParts,
  state: KeptState,
): Promise<KeptState> {
  const listed = [...(await file.listedIds())];
  for (let last = listed[listed.length - 1] ?? null; last !== null;) {
    onListed(listed.length);
    const after = last;
    const { result } = reader.run(list, () => pagesAfter(after, state.mode));
    await file.list(result.invoices);
    listed.push(...result.invoices.map(({ id }) => id));
    ({ last } = result);
  }
  onListed(listed.length);
  const former = await file.formerIds();
  const before = former.length === 0 ? null : new Map(former.map((id) => [id, null]));
  const after = {
    ...state,
    isListed: true,
    newcomers: state.toldAt === null ? [] : newcomers(listed, earlier(before, state), state.toldAt, now()),
  };
  await file.finishList(after);
  return after;
}

interface Pages {
  readonly invoices: readonly InvoiceRecord[];
  /** After which invoice the list goes on; null behind its empty end. */
  readonly last: InvoiceId | null;
}

/** Some pages, to the empty one behind the last invoice at most. */
function* pagesAfter(id: InvoiceId, mode: ListMode): Task<Pages> {
  const invoices: InvoiceRecord[] = [];
  let last: InvoiceId | null = id;
  for (let page = 0; page < PAGES_AT_ONCE && last !== null; page += 1) {
    const { items }: InvoicePage = yield* pageAfter(last, mode);
    invoices.push(...items);
    last = items[items.length - 1]?.id ?? null;
  }
  return { invoices, last };
}

const earlier = (
  invoices: ReadonlyMap<InvoiceId, null> | null,
  { newcomers: known }: KeptState,
): EarlierList => ({ invoices, newcomers: new Map(known) });

const newcomers = (
  ids: Iterable<InvoiceId>,
  before: EarlierList,
  now: PortalMoment,
  keptAt: number,
): KeptState['newcomers'] => [...newcomersAmong(ids, before, now, keptAt)];
