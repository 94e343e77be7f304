/** What a read is, and the two checks that every read makes of its replies. */
import type { Answers, Life, Query, QueryKind } from '../domain/query';
import { PAGE_SIZE } from '../domain/portal';
import type { Reply } from './Bitrix24Client';
import { Bitrix24Error } from './Bitrix24Error';
import type { DatedEnvelope, Envelope } from './envelope';
import { ShapeError } from './json';
import { SETTLED_MILLISECONDS } from './limits';
import type { Call, Method, Params } from './methods';

type AnyAnswer = Answers[QueryKind];

export interface Answered<Answer = AnyAnswer> {
  readonly query: Query;
  readonly answer: Answer;
  readonly life: Life;
}

/** `again`: the portal takes no lists of owners, the chunk has to be asked for singly. */
export type ReadResult<Answer = AnyAnswer> = readonly Answered<Answer>[] | 'again';

export interface ReadStep extends Call {
  /** What the pages before this call have brought, a JSON value: the same read can be begun with it once more. */
  readonly soFar?: unknown;
}

/** Yields a call, is given the reply, returns an answer for every query of its chunk; throws to end the refresh. */
export type Read<Answer = AnyAnswer> = Generator<ReadStep, ReadResult<Answer>, Reply>;

/** A read of several pages that has had some of them. */
export interface UnfinishedRead {
  readonly chunk: readonly Query[];
  readonly soFar: unknown;
}

export const call = (method: Method, params: Params): Call => ({ method, params });

/** Takes what the portal said of a question apart; may throw a ShapeError. */
export type Decode<T> = (result: unknown, envelope: DatedEnvelope) => T;

/** The reply's answer, decoded; a failure or an unexpected shape ends the refresh. */
export function decoded<T>(method: Method, reply: Reply, decode: Decode<T>): T {
  if (reply.kind === 'failure') throw reply.error;
  try {
    return decode(reply.envelope.result, reply.envelope);
  } catch (error) {
    if (error instanceof ShapeError) throw badAnswer(method);
    throw error;
  }
}

/**
 * Whether a list ends with this page of `count` records: where `next` is absent, unless the total belies it.
 * A page that is not full may be shorter than its total, since some records are left out for want of rights.
 */
export const isLastPage = ({ next, total }: Envelope, count: number): boolean =>
  count === 0 || (next === null && (count < PAGE_SIZE || total === null || total <= count));

/** Every answer must be to a question that was asked: a portal that ignores a filter answers for strangers. */
export function mustBeAsked(method: Method, ids: readonly number[], id: number): void {
  if (!ids.includes(id)) throw badAnswer(method);
}

/** A record with the id that it was asked for by; null where it says nothing, as one that may not be seen. */
export interface Named<T> {
  readonly id: number;
  readonly record: T | null;
}

/** One request for answers by id, none of which may come twice; what may not be read is simply absent. */
export function* readByIds<Answer>(
  chunk: readonly Query[],
  callFor: (ids: readonly number[]) => Call,
  decode: Decode<readonly Named<Answer>[]>,
  lifeOf: (query: Query, portalClock: number | null) => Life = () => 'ttl',
): Read<Answer | null> {
  const ids = chunk.map(({ id }) => id);
  const ask = callFor(ids);
  const found = new Map<number, Answer | null>();
  const { records, startedAt } = decoded(ask.method, yield ask, (result, envelope) => ({
    records: decode(result, envelope),
    startedAt: envelope.time.startedAt,
  }));
  for (const { id, record } of records) {
    mustBeAsked(ask.method, ids, id);
    if (found.has(id)) throw badAnswer(ask.method);
    found.set(id, record);
  }
  return chunk.map((query) => ({
    query,
    answer: found.get(query.id) ?? null,
    life: lifeOf(query, startedAt),
  }));
}

/** Whether a version cannot change any more without getting a new one. */
export const isSettled = ({ version }: Query, portalClock: number | null): boolean =>
  portalClock !== null && portalClock - Date.parse(version) >= SETTLED_MILLISECONDS;

export const badAnswer = (method: Method): Bitrix24Error => new Bitrix24Error('badAnswer', { method });
