/**
 * What a report needs to know of the CRM, as tasks: the list of invoices, and for each invoice what each of the
 * two sheets shows of it. Both sheets ask for themselves; the cache sees to it that nothing is asked twice.
 */
import type { ListMode } from '../bitrix24/list-filter';
import type { InvoiceId } from '../domain/ids';
import type {
  CategoryRecord,
  InvoiceRecord,
  PortalMoment,
  ProductRows,
  ProfileRecord,
  StageRecord,
} from '../domain/records';
import type { MainSheet } from '../domain/sheet-kind';
import { query, type Answers } from '../domain/query';
import { ask, askBoth, type Task } from '../domain/task';
import type { Chance, WholeReason } from '../incremental/doubt';
import { stagesOf, type Renew } from '../incremental/known-stages';
import { versionsAfter, type EarlierList, type VersionOf } from '../incremental/newcomers';
import { remembered, type BuyerRules, type BuyersOf } from '../incremental/remembered';
import type { KnownAnswers, Memory } from '../memory/Memory';
import type { ReportMemory } from '../memory/ReportMemory';
import { buyerOf, type Buyer } from '../report/buyer';
import { semanticsOf, type SemanticsOf } from '../report/invoice-filter';
import { ownCompaniesApart, ownCompanyOf, type NamesOfOwn, type OwnCompanies } from './gather-own-companies';
import { olderInvoices, type OlderPlan } from './gather-older';
import { begun, FIRST_PAGE, pageAfter, readPages } from './read-pages';

/** The facts of one report, complete when all tasks have ended. */
export interface Gathered extends OwnCompanies {
  profile: ProfileRecord | null;
  stages: readonly StageRecord[];
  readonly invoices: InvoiceRecord[];
  /** Those whose day of the period cannot be read. */
  readonly leftOut: InvoiceRecord[];
  readonly buyers: Map<InvoiceId, Buyer>;
  readonly rows: Map<InvoiceId, ProductRows>;
  /** Where a column shows them. */
  categories: readonly CategoryRecord[];
  /** Where they are wanted: those outside the report that stand open, paid ones among them; buyers of the others. */
  readonly older: InvoiceRecord[];
  /** Those of which nobody can tell whether they are. */
  readonly olderLeftOut: InvoiceRecord[];
  /** What has become of invoices that are listed no more; null for one that is not found. */
  whereabouts: ReadonlyMap<InvoiceId, InvoiceRecord | null>;
}

/** The list as the portal tells it, and how it was found. */
export interface Told {
  readonly invoices: ReadonlyMap<InvoiceId, InvoiceRecord>;
  readonly mode: ListMode;
  /** null where the portal has told no time. */
  readonly toldAt: PortalMoment | null;
  readonly buyersAt: PortalMoment | null;
  /** Why it was read whole, null where it was not. */
  readonly wholeFor: WholeReason | null;
}

export interface GatherPlan {
  readonly sheets: readonly MainSheet[];
  readonly belongs: (invoice: InvoiceRecord, semantics: SemanticsOf) => boolean;
  readonly isLeftOut: (invoice: InvoiceRecord, semantics: SemanticsOf) => boolean;
  /** Whether a filter that finds nothing, or is refused, has to be checked by reading without it. */
  readonly mayFilterWrongly: boolean;
  readonly recall: Recall;
  readonly wantsPipelines: boolean;
  readonly ownCompanies: NamesOfOwn;
  /** null where none outside the report are wanted. */
  readonly older: OlderPlan | null;
  /** Of which invoices it is to be told what has become of them, given all that the portal lists. */
  readonly vanished: (
    facts: Pick<Gathered, 'invoices' | 'stages'>,
    listed: Told['invoices'],
  ) => readonly InvoiceId[];
}

/** What is remembered of an earlier refresh. */
export interface Recall {
  /** Of the same report; why there is none of use. */
  readonly memory: Memory | WholeReason;
  readonly before: EarlierList;
  /** What sheets that look back go by, of whatever report. */
  readonly report: ReportMemory | null;
  /** Stages as they were remembered, of whatever report. */
  readonly stages: Memory['stages'];
  /** Rows by their query's key, of whatever report. */
  readonly rows: KnownAnswers;
  readonly rules: BuyerRules;
  readonly chance: Chance;
}

/** Runs tasks beside the one that starts them. */
export interface Starter {
  start(task: Task): void;
  /** Starts what is to be known of one invoice; the invoice is done with the last of these tasks. */
  startCounted(tasks: readonly Task[]): void;
  /** These answers need not be asked for, unless the portal has given others already. */
  know(answers: KnownAnswers): void;
  /** What earlier refreshes have left in the cache will not do: a person may just have mended it. */
  takeNoEarlier(): void;
  /** From here on it will do again. */
  takeEarlier(): void;
  readonly renew: Renew;
}

/** The task that all others come from. */
export function* gather(
  plan: GatherPlan,
  fetcher: Starter,
): Task<{ readonly facts: Gathered; readonly told: Told }> {
  const facts: Gathered = {
    profile: null,
    stages: [],
    invoices: [],
    leftOut: [],
    buyers: new Map(),
    rows: new Map(),
    categories: [],
    ownCompanies: new Map(),
    older: [],
    olderLeftOut: [],
    whereabouts: new Map(),
  };
  fetcher.start(gatherProfile(facts));
  if (plan.wantsPipelines) fetcher.start(gatherCategories(facts));
  const take = (page: Iterable<InvoiceRecord>, versionOf: VersionOf): void => {
    const semantics = semanticsOf(facts.stages);
    for (const invoice of page) {
      if (plan.isLeftOut(invoice, semantics)) facts.leftOut.push(invoice);
      if (!plan.belongs(invoice, semantics)) continue;
      facts.invoices.push(invoice);
      const version = versionOf(invoice);
      fetcher.startCounted(plan.sheets.map((sheet) => needs[sheet](invoice, version, facts)));
      if (plan.ownCompanies === 'all') fetcher.start(ownCompanyOf(invoice, facts));
    }
  };
  const gatherRest = function* (listed: Told['invoices'], isRemembered: boolean): Task {
    if (plan.ownCompanies === 'several')
      for (const task of ownCompaniesApart(facts.invoices, facts)) fetcher.start(task);
    facts.whereabouts = yield* whereabouts(plan.vanished(facts, listed), fetcher.renew);
    yield* gatherOlder(plan, facts, fetcher, isRemembered);
  };
  const { memory, rules, chance, rows } = plan.recall;
  const buyersOf: BuyersOf = (invoices, stages, versionOf) => {
    const semantics = semanticsOf(stages);
    return [...invoices]
      .filter((invoice) => plan.belongs(invoice, semantics))
      .map((invoice) => buyerOf(invoice, versionOf(invoice)));
  };
  if (typeof memory !== 'string') fetcher.takeNoEarlier();
  const found =
    typeof memory === 'string' ? memory : yield* remembered(memory, rules, chance, buyersOf, fetcher.renew);
  if (typeof memory !== 'string' && typeof found !== 'string') {
    const { list, stages, answers, versionOf, buyersAt } = found;
    fetcher.know(answers);
    facts.stages = stages;
    take(
      [...list.invoices.values()].sort((a, b) => a.id - b.id),
      versionOf,
    );
    yield* gatherRest(list.invoices, true);
    return { facts, told: { ...list, mode: memory.mode, buyersAt, wholeFor: null } };
  }
  fetcher.know(rows);
  const told = yield* wholeList(plan, facts, take, fetcher.renew);
  yield* gatherRest(told.invoices, false);
  return { facts, told: { ...told, buyersAt: told.toldAt, wholeFor: found as WholeReason } };
}

/** Every page of it, each taken as it comes. */
function* wholeList(
  plan: GatherPlan,
  facts: { stages: readonly StageRecord[] },
  take: (page: Iterable<InvoiceRecord>, versionOf: VersionOf) => void,
  renew: Renew,
): Task<Pick<Told, 'invoices' | 'mode' | 'toldAt'>> {
  const [first, stages] = yield* askBoth(FIRST_PAGE, query('stages'));
  facts.stages = stages;
  const { begin, mode } = yield* begun(first, plan.mayFilterWrongly);
  const toldAt = begin.at;
  const versionOf = versionsAfter(plan.recall.before, toldAt);
  const invoices = new Map<InvoiceId, InvoiceRecord>();
  const takePage = (page: readonly InvoiceRecord[]): void => {
    for (const invoice of page) invoices.set(invoice.id, invoice);
    take(page, versionOf);
  };
  // What was taken was taken by the stages that are known: others only join them.
  const joinStages = function* (page: readonly InvoiceRecord[]): Task {
    const now = yield* stagesOf(page, facts.stages, plan.recall.stages, renew);
    const known = new Set(facts.stages.map(({ id }) => id));
    facts.stages = [...facts.stages, ...now.filter(({ id }) => !known.has(id))];
  };
  yield* readPages(begin, (id) => pageAfter(id, mode), takePage, joinStages);
  return { invoices, mode, toldAt };
}

/** Asked anew: a refresh shortly before this one may have found them elsewhere. */
function* whereabouts(ids: readonly InvoiceId[], renew: Renew): Task<Gathered['whereabouts']> {
  if (ids.length === 0) return new Map();
  const asked = ids.map((id) => query('invoice', id));
  asked.forEach(renew);
  const found = (yield asked) as readonly Answers['invoice'][];
  return new Map(ids.map((id, index) => [id, found[index] ?? null]));
}

/** @param isRemembered whether all that is shown of the report's own buyers is known already */
function* gatherOlder({ older }: GatherPlan, facts: Gathered, fetcher: Starter, isRemembered: boolean): Task {
  if (older === null) return;
  const semantics = semanticsOf(facts.stages);
  yield* olderInvoices(older.since, facts, (page) => {
    // Nothing of theirs is in a memory, but it may be in the cache.
    if (isRemembered) fetcher.takeEarlier();
    facts.olderLeftOut.push(...page.leftOut);
    for (const invoice of page.invoices) {
      facts.older.push(invoice);
      fetcher.startCounted(
        older.isPaid(invoice, semantics) ? [] : [briefNeeds(invoice, invoice.updatedTime ?? '', facts)],
      );
    }
  });
}

/** What each sheet asks about one invoice. */
const needs = { brief: briefNeeds, detail: detailNeeds };

function* gatherProfile(facts: Gathered): Task {
  facts.profile = yield* ask(query('profile'));
}

function* gatherCategories(facts: Gathered): Task {
  facts.categories = yield* ask(query('categories'));
}

function* briefNeeds(invoice: InvoiceRecord, version: string, facts: Gathered): Task {
  facts.buyers.set(invoice.id, yield* buyerOf(invoice, version));
}

function* detailNeeds(invoice: InvoiceRecord, version: string, facts: Gathered): Task {
  facts.rows.set(invoice.id, yield* ask(query('rows', invoice.id, version)));
  facts.buyers.set(invoice.id, yield* buyerOf(invoice, version));
}
