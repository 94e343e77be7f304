/** A read that a test answers itself: what it asks, and what it makes of replies that no portal should give. */
import { Bitrix24Error, type ErrorCode } from '../../../src/bitrix24/Bitrix24Error';
import type { Reply } from '../../../src/bitrix24/Bitrix24Client';
import type { Call } from '../../../src/bitrix24/methods';
import type { Read, ReadResult } from '../../../src/bitrix24/read';

interface Paging {
  readonly next?: number;
  readonly total?: number;
  /** The portal's clock, milliseconds since 1970. */
  readonly startedAt?: number;
}

export function says(result: unknown, { next, total, startedAt }: Paging = {}): Reply {
  const time = { offset: null, startedAt: startedAt ?? null, operating: null, operatingResetAt: null };
  return {
    kind: 'answer',
    envelope: { result, next: next ?? null, total: total ?? null, time, askedAt: startedAt ?? 0 },
  };
}

export const refuses = (portalCode: string | undefined, code: ErrorCode = 'refused'): Reply => ({
  kind: 'failure',
  error: new Bitrix24Error(code, portalCode === undefined ? {} : { portalCode }),
});

export interface Conversation {
  readonly calls: readonly Call[];
  readonly result: ReadResult;
}

/** Replies one by one, the last one again and again. */
export function converse(read: Read, ...replies: readonly Reply[]): Conversation {
  const calls: Call[] = [];
  let step = read.next();
  while (!step.done) {
    const reply = replies[Math.min(calls.length, replies.length - 1)];
    if (reply === undefined) throw new Error('A conversation needs a reply');
    const { method, params } = step.value;
    calls.push({ method, params });
    step = read.next(reply);
  }
  return { calls, result: step.value };
}

/** Whole numbers from `first` on. */
export const numbers = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
