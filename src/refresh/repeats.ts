/**
 * An unattended refresh that failed for a reason which may pass is tried again before the schedule's next turn, since
 * nobody is there to do it. Decided without doing anything.
 */
import { MINUTE_MILLISECONDS } from '../domain/durations';
import { makesAll } from './run-standing';
import { isUnattended, NO_REPEAT, type Repeat, type Run, type RunState } from '../state/run';

/** How long after the start of the refresh that failed it is tried again. */
const REPEAT_MINUTES: readonly number[] = [15, 60];

/**
 * What is to be repeated after a run that came to such an end.
 * @param passes of a failure, whether it may pass
 */
export function repeatAfter(run: Run, state: RunState, passes: boolean): Repeat {
  const { repeat, briefOnly, how, startedAt } = run;
  switch (state) {
    case 'failed':
      if (!passes) return NO_REPEAT;
      if (repeat.since > 0 || !isUnattended(run)) return repeat;
      return { since: Date.parse(startedAt ?? ''), begun: 0, how, briefOnly };
    case 'done':
      return makesAll(run, repeat) ? NO_REPEAT : repeat;
    case 'cancelled':
      return isUnattended(run) ? NO_REPEAT : repeat;
    default:
      return repeat;
  }
}

/** Whether anything is still to be repeated, and from when on, milliseconds since 1970. */
export function repeatDueAt({ repeat: { since, begun } }: Run): number | null {
  const minutes = REPEAT_MINUTES[begun];
  return since === 0 || minutes === undefined ? null : since + minutes * MINUTE_MILLISECONDS;
}
