/** Lets time go by and fires the clock triggers that fall due meanwhile. */
import type { Clock } from './clock';
import type { Execution, RunRequest } from './execution';
import { LIMITS } from './limits';
import type { ScriptState } from './ScriptState';
import { clockEvent } from './trigger-events';
import type { ClockTrigger } from './Triggers';

interface Surroundings {
  readonly clock: Clock;
  readonly state: ScriptState;
  readonly run: (request: RunRequest) => Execution;
  readonly authorizationFailuresAllowed: number;
  readonly hasAccess: (user: string) => boolean;
  readonly translate: (text: string) => string;
  /** Takes the failure mail to a trigger's creator. */
  readonly mail: (user: string, text: string) => void;
}

const QUOTA = 'triggerRuntime';

/** Gives the executions in the order of their times; what they take counts to the time that goes by. */
export function passTime(milliseconds: number, surroundings: Surroundings): Execution[] {
  const { clock, state } = surroundings;
  const until = clock.now() + milliseconds;
  const executions: Execution[] = [];
  for (let trigger = state.triggers.due(until); trigger; trigger = state.triggers.due(until)) {
    sleepUntil(clock, trigger.nextAt ?? 0);
    trigger.nextAt = trigger.everyMilliseconds && (trigger.nextAt ?? 0) + trigger.everyMilliseconds;
    const execution = fire(trigger, surroundings);
    if (execution) executions.push(execution);
  }
  sleepUntil(clock, until);
  return executions;
}

function fire(trigger: ClockTrigger, surroundings: Surroundings): Execution | null {
  const { clock, state, run, mail, hasAccess, translate } = surroundings;
  const { id, handler, owner } = trigger;
  if (!hasAccess(owner)) {
    trigger.disabledBecause = 'the owner lost access';
    return null;
  }
  const limit = LIMITS.triggerRuntimePerDayMilliseconds;
  const left = limit - state.quotas.used(owner, QUOTA);
  if (left <= 0) {
    mail(owner, translate('Service using too much computer time for one day'));
    return null;
  }
  const args = [clockEvent(clock.now(), id)];
  const execution = run({ function: handler, args, user: owner, via: 'timeTrigger' });
  state.quotas.spend(owner, QUOTA, Math.min(execution.finishedAt - execution.startedAt, left), limit);
  if (execution.error) mail(owner, execution.error.message);
  countAuthorizationFailures(trigger, execution, surroundings);
  return execution;
}

function countAuthorizationFailures(
  trigger: ClockTrigger,
  { error, lackedAuthorization }: Execution,
  { authorizationFailuresAllowed }: Surroundings,
): void {
  trigger.authorizationFailures = error && lackedAuthorization ? trigger.authorizationFailures + 1 : 0;
  if (trigger.authorizationFailures > authorizationFailuresAllowed)
    trigger.disabledBecause = 'repeated authorization failures';
}

function sleepUntil(clock: Clock, time: number): void {
  if (time > clock.now()) clock.sleep(time - clock.now());
}
