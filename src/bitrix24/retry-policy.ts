/**
 * How long to wait before asking again: growing, jittered, bounded, for about a minute in all. All requests are reads, so
 * asking again is always safe; whether it helps is `Failure.retry`.
 */
import type { Failure } from './classify';
import { OPERATING_GRACE_MILLISECONDS, OPERATING_STEP_MILLISECONDS } from './limits';

/** From its first failure on, a request is asked again for so long. */
export const PATIENCE_MILLISECONDS = 60_000;
/** A portal that takes a minute to fail has used up the patience by its second answer, and may still have had one bad moment. */
export const LEAST_ATTEMPTS = 3;
export const MAX_WAIT_MILLISECONDS = 30_000;
const BASE_MILLISECONDS = 1_000;
/** Each wait is lengthened by up to this share, so that several clients do not come back in step. */
const JITTER = 0.25;

export interface FailedAttempt {
  /** 1 after the first failure. */
  readonly number: number;
  /** Milliseconds since the first failure. */
  readonly failingFor: number;
  /** A number in [0, 1). */
  readonly random: number;
  /** Milliseconds until the method's operating budget opens, null where unknown. */
  readonly operatingOpensIn: number | null;
}

/** Whole milliseconds to wait before the next attempt; 0 = do not ask again. */
export function retryWait(failure: Failure, attempt: FailedAttempt): number {
  if (failure.retry === 'never' || (failure.retry === 'once' && attempt.number > 1)) return 0;
  if (attempt.failingFor >= PATIENCE_MILLISECONDS && attempt.number >= LEAST_ATTEMPTS) return 0;
  if (failure.retry === 'operating') {
    // Where the portal does not say when the budget opens.
    const opensIn = attempt.operatingOpensIn ?? OPERATING_STEP_MILLISECONDS;
    return Math.max(opensIn, 0) + OPERATING_GRACE_MILLISECONDS;
  }
  const grown = BASE_MILLISECONDS * 2 ** (attempt.number - 1) * (1 + JITTER * attempt.random);
  return Math.min(Math.round(grown), MAX_WAIT_MILLISECONDS);
}
