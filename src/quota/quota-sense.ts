/**
 * Whether the day's quotas suffice for one more refresh. The add-on cannot know which account it runs under, so it
 * assumes a consumer's; who has been let past that has a Workspace account (Google, Apps Script quotas).
 */
import type { FinishedRun } from '../state/run';
import type { Amounts } from './Usage';

const CONSUMER: Amounts = { requests: 20_000, triggerMilliseconds: 90 * 60_000 };
const WORKSPACE: Amounts = { requests: 100_000, triggerMilliseconds: 6 * 60 * 60_000 };

export type Shortage = keyof Amounts;

/** What would run short if `expected` came on top of `used`; null where all suffices. */
export function shortageOf(used: Amounts, expected: Amounts): Shortage | null {
  if (used.requests + expected.requests > limitOf('requests', used)) return 'requests';
  const isShort =
    used.triggerMilliseconds + expected.triggerMilliseconds > limitOf('triggerMilliseconds', used);
  return isShort ? 'triggerMilliseconds' : null;
}

function limitOf(quota: Shortage, used: Amounts): number {
  return used[quota] > CONSUMER[quota] ? WORKSPACE[quota] : CONSUMER[quota];
}

/** What a refresh is likely to take: as much as the last one that was finished. */
export function expectedOf(runs: readonly FinishedRun[]): Amounts {
  const last = runs.find(({ state }) => state === 'done');
  if (!last?.startedAt || !last.finishedAt) return { requests: 0, triggerMilliseconds: 0 };
  return {
    requests: last.requests,
    triggerMilliseconds: Date.parse(last.finishedAt) - Date.parse(last.startedAt),
  };
}
