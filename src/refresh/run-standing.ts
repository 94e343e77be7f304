/** How a run stands, and what that allows: read by whoever does not change it. */
import { SURELY_ENDED_MILLISECONDS } from '../platform/limits';
import type { Run } from '../state/run';
import { refreshTexts } from '../texts/refresh-texts';
import type { Facts } from './run-events';

/** After this many failed executions in a row only the schedule or a person retries. */
const MAX_SETBACKS = 3;

export type Standing = 'over' | 'paused' | 'running';

export const standingOf = ({ state }: Run): Standing =>
  state === 'paused' || state === 'running' ? state : 'over';

/** Neither done nor given up. */
export const isOpen = (run: Run): boolean => standingOf(run) !== 'over';

/** Whether even who does not hold the lock knows that it was killed. `now` in milliseconds since 1970. */
export const isSilent = (run: Run, now: number): boolean =>
  run.state === 'running' && now - run.heartbeatAt > SURELY_ENDED_MILLISECONDS;

/** The run as people are told of it: one that is known to be killed has failed, whatever becomes of it. */
export const shownAs = (run: Run, now: number): Run =>
  isSilent(run, now) ? { ...run, state: 'failed', phase: null, message: refreshTexts.interrupted() } : run;

/** Whether there is nothing of it to be ended, as far as can be told without the lock. */
export const isGone = (run: Run, now: number): boolean =>
  !isOpen(run) || (isSilent(run, now) && !run.drafted);

/** Whether a run makes all that is wished for: the brief sheet alone does not make up for both. */
export const makesAll = (run: Pick<Run, 'briefOnly'>, wish: Pick<Run, 'briefOnly'>): boolean =>
  wish.briefOnly || !run.briefOnly;

/** Why it cannot be cancelled any more, as far as can be told without the lock; null where it can. */
export function cancelRefusal(run: Run, now: number): string | null {
  if (isGone(run, now)) return refreshTexts.nothingToCancel();
  return run.phase === 'write' && !isSilent(run, now) ? refreshTexts.writingAlready() : null;
}

/** What a tick is for: an open run goes first, then a colleague, then sheets that are half-written. */
export function dutyOf(
  run: Run,
  { request, isHalfWritten }: Pick<Facts, 'request' | 'isHalfWritten'>,
): 'ticked' | 'requested' | 'mend' | 'keepTime' {
  if (isOpen(run)) return 'ticked';
  if (request !== null) return 'requested';
  return isHalfWritten && !isHopeless(run) ? 'mend' : 'keepTime';
}

/** Whether trying again unattended, at the next tick, has failed often enough. */
export const isHopeless = ({ setbacks }: Pick<Run, 'setbacks'>): boolean => setbacks >= MAX_SETBACKS;
