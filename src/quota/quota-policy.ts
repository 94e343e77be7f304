/**
 * What the day's quotas allow. The add-on cannot know which account it runs under, so it assumes a consumer's
 * until the account has used more than a consumer can.
 */
import { DAY_MILLISECONDS } from '../domain/durations';
import { CONSUMER_DAY, WORKSPACE_DAY } from '../platform/limits';
import type { RememberedRun } from '../state/run';
import type { Amounts } from './QuotaLedger';

/** Google's day begins with its first use, so as many of them touch the hours that are counted here. */
const QUOTA_DAYS_COUNTED = 3;

/** The part of a quota that the schedule leaves alone: for ticks with nothing to do, and for people. */
const RESERVE = 0.1;

/** A refresh that would take more than the whole day is begun when no more than this part is used. */
const NEARLY_IDLE = 0.25;

export type Shortage = keyof Amounts;

const QUOTAS: readonly Shortage[] = ['requests', 'triggerMilliseconds'];

/** What would run short if `expected` came on top of `used`; null where all suffices. */
export function shortageOf(used: Amounts, expected: Amounts): Shortage | null {
  const limits = limitsOf(used);
  return QUOTAS.find((quota) => used[quota] + expected[quota] > limits[quota]) ?? null;
}

/** Whether the schedule may refresh. */
export function leavesRoom(used: Amounts, expected: Amounts): boolean {
  const share = scheduleShare(used);
  return QUOTAS.every(
    (quota) => used[quota] <= Math.max(share[quota] - expected[quota], share[quota] * NEARLY_IDLE),
  );
}

/** Milliseconds from one scheduled refresh to the next at which a day of them stays within the quotas. */
export function paceOf(expected: Amounts, used: Amounts): number {
  const share = scheduleShare(used);
  const parts = QUOTAS.map((quota) => expected[quota] / share[quota]);
  return Math.max(...parts) * DAY_MILLISECONDS;
}

/**
 * What a refresh is likely to take: what half of the last ones did with. One that reads everything says little of those
 * that follow it and read what has changed.
 */
export function expectedOf(runs: readonly RememberedRun[]): Amounts {
  const done = runs.filter(({ state }) => state === 'done');
  return {
    requests: middleOf(done.map(({ requests }) => requests)),
    triggerMilliseconds: middleOf(done.map(({ runningMilliseconds }) => runningMilliseconds)),
  };
}

const middleOf = (amounts: readonly number[]): number =>
  [...amounts].sort((a, b) => a - b)[Math.floor((amounts.length - 1) / 2)] ?? 0;

/** A comparison that nobody waits for leaves so much of the day's requests and running time to refreshes. */
const LEFT_TO_REFRESHES = 0.4;

/** Whether the comparison of memory and portal shall wait for another day. */
export const restsFor = (used: Amounts): boolean =>
  QUOTAS.some((quota) => used[quota] > limitsOf(used)[quota] * (1 - LEFT_TO_REFRESHES));

function limitsOf(used: Amounts): Amounts {
  const isWorkspace = QUOTAS.some((quota) => used[quota] > CONSUMER_DAY[quota] * QUOTA_DAYS_COUNTED);
  return isWorkspace ? WORKSPACE_DAY : CONSUMER_DAY;
}

function scheduleShare(used: Amounts): Amounts {
  const { requests, triggerMilliseconds } = limitsOf(used);
  return {
    requests: requests * (1 - RESERVE),
    triggerMilliseconds: triggerMilliseconds * (1 - RESERVE),
  };
}
