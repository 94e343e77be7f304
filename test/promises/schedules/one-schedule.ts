/** One schedule of executions that interrupt each other, and what is promised of its end. */
import type { World } from '../../../world/make-world';
import { OWNER } from '../../../simulator';
import { documentProperty, progressOf, refresh } from '../../../world/scenario';
import { picture } from '../../../world/sheets';
import { leftoversIn, ownerOf, traceOf } from '../left-behind';
import type { Action } from './actions';
import { Watch, type CutIn } from './Watch';
import {
  answerOf,
  brokenWishes,
  isAcceptedCancel,
  isCancelled,
  isSame,
  isScheduled,
  isWithdrawal,
  lostWishes,
  startedInVain,
} from './wishes';

export interface Schedule {
  readonly first: Action;
  readonly cutIns: readonly CutIn[];
}

/** What is kept of the settings, and whose connection it is. */
export const settingsIn = (world: World): string =>
  JSON.stringify([documentProperty(world, 'settings'), ownerOf(world)]);

/** What all schedules of one world are held against. */
export interface Yardstick {
  /** How often triggers fire, milliseconds. */
  readonly tick: number;
  /** The report that nobody disturbed. */
  readonly report: string;
  /** What the settings may be, by the actions that were not refused. */
  readonly allowed: (saved: readonly Action[]) => readonly string[];
  /** Ends of schedules that were judged before: from equal ones the same follows. */
  readonly ends: Set<string>;
}

/** The promises that were broken. */
export function trySchedule(
  world: World,
  { first, cutIns }: Schedule,
  { tick, report, allowed, ends }: Yardstick,
): readonly string[] {
  const watch = new Watch(world);
  watch.run(first, cutIns);
  const { broken, ended } = watch;
  const saved = ended.filter(({ action, execution }) => action.isSaving && execution.error === null);
  if (!allowed(saved.map(({ action }) => action)).includes(settingsIn(world)))
    broken.push(`the settings are of no serial order: ${settingsIn(world)}`);
  broken.push(...brokenWishes(ended));
  const queued = ended.filter(({ execution }) => answerOf(execution).accepted === 'queued');
  const hasCancelled = ended.some(isAcceptedCancel);
  const wishes = queued.map(({ action, runs }) => `${action.wishes ?? ''} after ${runs}`).sort();
  const end = `${wishes.join()} ${String(hasCancelled)} ${traceOf(world)}`;
  if (ends.has(end)) return broken;
  ends.add(end);
  if (hasCancelled) broken.push(...startedInVain(world));
  const left = documentProperty(world, 'run');
  world.simulator.passTime(2 * tick);
  const owner = ownerOf(world);
  if (owner !== null) {
    const isLost = !ended.some(isWithdrawal) && lostWishes(world, queued).length > 0;
    if (isLost) broken.push('a request is lost');
    if (isCancelled(left) && queued.length === 0 && !isScheduled(world) && !isSame(left, world))
      broken.push('a tick begins again what was cancelled');
    const { state, message } = refresh(world, false, owner).progress;
    if (state !== 'done') broken.push(`the next refresh is ${state}: ${message}`);
    else if (JSON.stringify(picture(world)) !== report) broken.push('the sheets do not show the report');
  }
  broken.push(...leftoversIn(world, owner));
  return broken;
}

/** The report that nobody disturbed. */
export function undisturbedReport(world: World): string {
  refresh(world, false, ownerOf(world) ?? OWNER);
  if (progressOf(world).state !== 'done') throw new Error(progressOf(world).message);
  return JSON.stringify(picture(world));
}
