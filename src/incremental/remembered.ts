/** All that need not be asked again: the list as it is now, and the answers about it that still hold. */
import type { InvoiceId } from '../domain/ids';
import { mayFilterWrongly } from '../bitrix24/list-filter';
import { COMPANY, CONTACT, PAGE_SIZE } from '../domain/portal';
import { query, type Answers } from '../domain/query';
import type { InvoiceRecord, PortalMoment, StageRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';
import { canonical } from '../hash/canonical';
import {
  isOfBuyers,
  linkKey,
  rememberedBuyers,
  stillOfInvoices,
  type KnownAnswers,
  type Memory,
  type ToldList,
} from '../memory/Memory';
import { checkedBuyers, clientName, type ClientName } from './checked-buyers';
import { currentList, firstQuestions, horizonOf } from './current-list';
import { isDoubt, type Chance, type Doubt } from './doubt';

/** How buyers are known to be right. */
export interface BuyerRules {
  /** So long after they were found right nothing of them is asked. */
  readonly ttlMilliseconds: number;
  /** Whether a person waits, who may just have mended something of a buyer. */
  readonly isAskedFor: boolean;
}

export interface Remembered {
  readonly list: ToldList;
  readonly stages: readonly StageRecord[];
  readonly answers: KnownAnswers;
  /** Since when what is shown of buyers is known to be right. */
  readonly buyersAt: PortalMoment;
}

/** A person who waits for what he has mended is worth so many requests: about 1,000 invoices. */
const WORTH_A_CLICK = 30;

/** What each stage means, as text: with another meaning an invoice that was left out may belong to the report. */
export const meaningOf = (stages: readonly StageRecord[]): string =>
  canonical(Object.fromEntries(stages.map(({ id, semantics }) => [id, semantics])));

export function* remembered(memory: Memory, rules: BuyerRules, chance: Chance): Task<Remembered | Doubt> {
  const first = firstQuestions(memory, chance);
  const answers = yield [...first.queries, query('stages')];
  const [newest, above, told] = answers as [Answers['recent'], Answers['between'], Answers['stages']];
  if (isEmptied(memory, newest)) return 'filter';
  const list = yield* currentList(memory, chance, first, [newest, above]);
  if (isDoubt(list)) return list;
  const stages = yield* stagesFor(list, told);
  if (meaningOf(stages) !== memory.stages) return 'stages';
  const still = stillOfInvoices(memory, list.invoices);
  const buyers = new Map([...memory.answers].filter(([key]) => isOfBuyers(key)));
  const known = new Map([...buyers, ...still]);
  if (list.toldAt.time - memory.buyersAt.time < rules.ttlMilliseconds) {
    return { list, stages, answers: known, buyersAt: memory.buyersAt };
  }
  if (rules.isAskedFor && costOfReading(still, buyers) <= WORTH_A_CLICK) {
    const rows = new Map([...still].filter(([key]) => key.startsWith('rows:')));
    return { list, stages, answers: rows, buyersAt: list.toldAt };
  }
  const horizon = horizonOf(memory.buyersAt, memory.shiftedAt, list.toldAt);
  const checked = yield* checkedBuyers(known, horizon, chance);
  if (isDoubt(checked)) return checked;
  const right = new Map(checked.answers);
  const invoices = yield* withChangedClients(list.invoices, checked.changedClients, right);
  return { list: { ...list, invoices }, stages, answers: right, buyersAt: list.toldAt };
}

/** A filter by a user field may have stopped working: some portals then quietly list nothing. */
const isEmptied = ({ mode, list }: Memory, newest: Answers['recent']): boolean =>
  mode === 'filtered' && newest !== 'refused' && newest.total === 0 && mayFilterWrongly(list.period);

/** A stage that nobody knows yet is asked for at once. */
function* stagesFor({ invoices }: ToldList, told: readonly StageRecord[]): Task<readonly StageRecord[]> {
  const known = new Set(told.map(({ id }) => id));
  const isKnown = [...invoices.values()].every(({ stageId }) => stageId === '' || known.has(stageId));
  return isKnown ? told : yield* ask(query('stages', 0, 'anew'));
}

/** Requests that links, requisites and names take where they are read whole. */
function costOfReading(still: KnownAnswers, buyers: KnownAnswers): number {
  const links = [...still.keys()].filter((key) => key.startsWith('link:')).length;
  const { requisites, companies, contacts } = rememberedBuyers(buyers);
  return [links, requisites.length, companies.length, contacts.length]
    .map((count) => Math.ceil(count / PAGE_SIZE))
    .reduce((sum, requests) => sum + requests, 0);
}

/** A merged or deleted client may have changed on its invoices without a trace: these and their links are read again. */
function* withChangedClients(
  invoices: ReadonlyMap<InvoiceId, InvoiceRecord>,
  changed: ReadonlySet<ClientName>,
  answers: Map<string, unknown>,
): Task<ReadonlyMap<InvoiceId, InvoiceRecord>> {
  const isOfChanged = ({ companyId, contactId }: InvoiceRecord): boolean =>
    (companyId !== null && changed.has(clientName(COMPANY, companyId))) ||
    (contactId !== null && changed.has(clientName(CONTACT, contactId)));
  const ids = [...invoices.values()].filter(isOfChanged).map(({ id }) => id);
  const found = yield ids.map((id) => query('invoice', id));
  const now = new Map(invoices);
  ids.forEach((id, index) => {
    const invoice = found[index] as InvoiceRecord | null;
    if (invoice === null) now.delete(id);
    else now.set(id, invoice);
    answers.delete(linkKey(id, invoices.get(id)?.updatedTime ?? null));
  });
  return now;
}
