/** All that need not be asked again: the list as it is now, and the answers about it that still hold. */
import { mayFilterWrongly } from '../bitrix24/list-filter';
import { PAGE_SIZE } from '../domain/portal';
import { query, type Answers } from '../domain/query';
import type { InvoiceRecord, PortalMoment, StageRecord } from '../domain/records';
import type { Task } from '../domain/task';
import {
  isOfBuyers,
  rememberedBuyers,
  rowsOf,
  stillOfInvoices,
  type KnownAnswers,
  type Memory,
  type ToldList,
} from '../memory/Memory';
import type { ArraySize } from './array-size';
import { withChangedClients } from './changed-clients';
import { checkedBuyers } from './checked-buyers';
import { currentList, firstQuestions, horizonOf } from './current-list';
import { isDoubt, type Chance, type Doubt } from './doubt';
import { meanTheSame, stagesOf, type Renew } from './known-stages';
import { versionsAfter, type VersionOf } from './newcomers';

/** How buyers are known to be right. */
export interface BuyerRules {
  /** So long after they were found right nothing of them is asked. */
  readonly ttlMilliseconds: number;
  /** Whether a person waits, who may just have mended something of a buyer. */
  readonly isAskedFor: boolean;
  readonly arrays: ArraySize;
}

export interface Remembered {
  readonly list: ToldList;
  readonly stages: readonly StageRecord[];
  readonly answers: KnownAnswers;
  readonly versionOf: VersionOf;
  /** Since when what is shown of buyers is known to be right. */
  readonly buyersAt: PortalMoment;
}

/** A person who waits for what he has mended is worth so many requests: about 1,000 invoices. */
const WORTH_A_CLICK = 30;

/** Who asks for the buyers of those invoices that are shown. */
export type BuyersOf = (
  invoices: Iterable<InvoiceRecord>,
  stages: readonly StageRecord[],
  versionOf: VersionOf,
) => readonly Task<unknown>[];

export function* remembered(
  memory: Memory,
  rules: BuyerRules,
  chance: Chance,
  buyersOf: BuyersOf,
  renew: Renew,
): Task<Remembered | Doubt> {
  const first = firstQuestions(memory, chance);
  const told = yield [...first.queries, query('stages')];
  const [newest, above, known] = told as [Answers['recent'], Answers['between'], Answers['stages']];
  if (isEmptied(memory, newest)) return 'filter';
  const list = yield* currentList(memory, chance, first, [newest, above]);
  if (isDoubt(list)) return list;
  const stages = yield* stagesOf(list.invoices.values(), known, memory.stages, renew);
  if (!meanTheSame(memory, stages)) return 'stages';
  const right = yield* rightAnswers(memory, list, rules, chance);
  if (isDoubt(right)) return right;
  const answers = new Map(right.answers);
  const versionOf = versionsAfter(memory, list.toldAt);
  const invoices = yield* withChangedClients(list.invoices, memory.answers, answers, {
    of: (now) => buyersOf(now.values(), stages, versionOf),
    versionOf,
  });
  return { list: { ...list, invoices }, stages, answers, versionOf, buyersAt: right.buyersAt };
}

/** Of what is remembered that which holds. */
function* rightAnswers(
  memory: Memory,
  { invoices, toldAt }: ToldList,
  { ttlMilliseconds, isAskedFor, arrays }: BuyerRules,
  chance: Chance,
): Task<Pick<Remembered, 'answers' | 'buyersAt'> | Doubt> {
  const still = stillOfInvoices(memory, invoices);
  const buyers = new Map([...memory.answers].filter(([key]) => isOfBuyers(key)));
  const known = new Map([...buyers, ...still]);
  if (toldAt.askedAt - memory.buyersAt.askedAt < ttlMilliseconds) {
    return { answers: known, buyersAt: memory.buyersAt };
  }
  if (isAskedFor && costOfReading(still, buyers) <= WORTH_A_CLICK) {
    return { answers: rowsOf(still), buyersAt: toldAt };
  }
  const horizon = horizonOf(memory.buyersAt, memory.shiftedAt, toldAt);
  const answers = yield* checkedBuyers(known, { horizon, chance, arrays });
  return isDoubt(answers) ? answers : { answers, buyersAt: toldAt };
}

/** A filter by a user field may have stopped working: some portals then quietly list nothing. */
export const isEmptied = (
  { mode, list }: Pick<Memory, 'mode' | 'list'>,
  newest: Answers['recent'],
): boolean =>
  mode === 'filtered' && newest !== 'refused' && newest.total === 0 && mayFilterWrongly(list.period);

/** Requests that links, requisites and names take where they are read whole. */
function costOfReading(still: KnownAnswers, buyers: KnownAnswers): number {
  const links = [...still.keys()].filter((key) => key.startsWith('link:')).length;
  const { requisites, companies, contacts } = rememberedBuyers(buyers);
  return [links, requisites.length, companies.length, contacts.length]
    .map((count) => Math.ceil(count / PAGE_SIZE))
    .reduce((sum, requests) => sum + requests, 0);
}
