/**
 * What a report needs to know of the CRM, as tasks: the list of invoices, and for each invoice what each of the
 * two sheets shows of it. Both sheets ask for themselves; the cache sees to it that nothing is asked twice.
 */
import type { ListMode } from '../bitrix24/list-filter';
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord, ProductRows, ProfileRecord, StageRecord } from '../domain/records';
import { query } from '../domain/query';
import { ask, askBoth, type Task } from '../domain/task';
import { buyerOf, type Buyer } from '../report/buyer';
import { semanticsOf, type SemanticsOf } from '../report/invoice-filter';

/** The facts of one report, complete when all tasks have ended. */
export interface Gathered {
  profile: ProfileRecord | null;
  stages: readonly StageRecord[];
  readonly invoices: InvoiceRecord[];
  /** Those whose day of the period cannot be read. */
  readonly leftOut: InvoiceRecord[];
  readonly buyers: Map<InvoiceId, Buyer>;
  readonly rows: Map<InvoiceId, ProductRows>;
}

export type SheetKind = 'brief' | 'detail';

export interface GatherPlan {
  readonly sheets: readonly SheetKind[];
  readonly belongs: (invoice: InvoiceRecord, semantics: SemanticsOf) => boolean;
  readonly isLeftOut: (invoice: InvoiceRecord, semantics: SemanticsOf) => boolean;
  /** Whether a filter that finds nothing, or is refused, has to be checked by reading without it. */
  readonly mayFilterWrongly: boolean;
}

/** Runs tasks beside the one that starts them. */
export interface Starter {
  start(task: Task): void;
  /** Starts what is to be known of one invoice; the invoice is done with the last of these tasks. */
  startCounted(tasks: readonly Task[]): void;
}

/** The task that all others come from. */
export function* gather(plan: GatherPlan, fetcher: Starter): Task<Gathered> {
  const facts: Gathered = {
    profile: null,
    stages: [],
    invoices: [],
    leftOut: [],
    buyers: new Map(),
    rows: new Map(),
  };
  fetcher.start(gatherProfile(facts));
  const [first, stages] = yield* askBoth(query('invoices', 0, 'filtered'), query('stages'));
  facts.stages = stages;
  const semantics = semanticsOf(stages);
  const isDoubtful = first === 'refused' || (first.length === 0 && plan.mayFilterWrongly);
  const mode: ListMode = isDoubtful ? 'everything' : 'filtered';
  let page = isDoubtful ? yield* pageAfter(0, mode) : first;
  for (let last = page[page.length - 1]; last !== undefined; last = page[page.length - 1]) {
    for (const invoice of page) {
      if (plan.isLeftOut(invoice, semantics)) facts.leftOut.push(invoice);
      if (!plan.belongs(invoice, semantics)) continue;
      facts.invoices.push(invoice);
      fetcher.startCounted(plan.sheets.map((sheet) => needs[sheet](invoice, facts)));
    }
    page = yield* pageAfter(last.id, mode);
  }
  return facts;
}

/** Only the first page of a doubtful filter may be refused; any other refusal has ended the run. */
function* pageAfter(id: number, mode: ListMode): Task<readonly InvoiceRecord[]> {
  return (yield* ask(query('invoices', id, mode))) as readonly InvoiceRecord[];
}

/** What each sheet asks about one invoice. */
const needs = { brief: briefNeeds, detail: detailNeeds };

function* gatherProfile(facts: Gathered): Task {
  facts.profile = yield* ask(query('profile'));
}

function* briefNeeds(invoice: InvoiceRecord, facts: Gathered): Task {
  facts.buyers.set(invoice.id, yield* buyerOf(invoice));
}

function* detailNeeds(invoice: InvoiceRecord, facts: Gathered): Task {
  const version = invoice.updatedTime ?? '';
  facts.rows.set(invoice.id, yield* ask(query('rows', invoice.id, version)));
  facts.buyers.set(invoice.id, yield* buyerOf(invoice));
}
