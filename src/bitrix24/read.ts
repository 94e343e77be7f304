/** What a read is, and the two checks that every read makes of its replies. */
import type { Answers, Kind, Want } from '../domain/wants';
import type { Reply } from './Bitrix24Client';
import { Bitrix24Error } from './Bitrix24Error';
import type { Envelope } from './envelope';
import { ShapeError } from './json';
import type { Call, Method, Params } from './methods';

/** How long an answer may be kept: to the end of the refresh, for the TTL, or as long as product rows. */
export type Life = 'refresh' | 'ttl' | 'rows';

export interface Answered {
  readonly want: Want;
  readonly answer: Answers[Kind];
  readonly life: Life;
}

/** `again`: the portal takes no lists of owners, the chunk has to be asked for singly. */
export type ReadResult = readonly Answered[] | 'again';

/** Yields a call, is given the reply, returns an answer for every want of its chunk; throws to end the refresh. */
export type Read = Generator<Call, ReadResult, Reply>;

export const call = (method: Method, params: Params): Call => ({ method, params });

/** The reply's answer, decoded; a failure or an unexpected shape ends the refresh. */
export function decoded<T>(method: Method, reply: Reply, decode: (envelope: Envelope) => T): T {
  if (reply.kind === 'failure') throw reply.error;
  try {
    return decode(reply.envelope);
  } catch (error) {
    if (error instanceof ShapeError) throw badAnswer(method);
    throw error;
  }
}

/** Every answer must be to a question that was asked: a portal that ignores a filter answers for strangers. */
export function mustBeAsked(method: Method, ids: readonly number[], id: number): void {
  if (!ids.includes(id)) throw badAnswer(method);
}

export const badAnswer = (method: Method): Bitrix24Error => new Bitrix24Error('badAnswer', { method });
