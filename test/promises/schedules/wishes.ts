/** What is promised to whoever asked for a refresh, or for its end. */
import type { World } from '../../../world/make-world';
import type { Execution } from '../../../simulator';
import { documentProperty, progressOf } from '../../../world/scenario';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { perform, sidebarGoesOn } from './actions';
import { runsIn } from './runs';
import type { Ended } from './Watch';

interface Answer {
  readonly accepted?: unknown;
  readonly message?: string;
}

interface KeptRun {
  readonly startedAt: string | null;
}

export const answerOf = ({ value }: Execution): Answer => value ?? {};

export const isAcceptedCancel = ({ action, execution }: Ended): boolean =>
  action.isCancel === true && answerOf(execution).accepted === true && !isWithdrawal({ execution });

/** It took back what waited: there was no refresh to end. */
export const isWithdrawal = ({ execution }: Pick<Ended, 'execution'>): boolean =>
  answerOf(execution).message === refreshTexts.requestWithdrawn();

/** How a message begins that tells of a report, and what it tells of one of both sheets alone. */
const DONE = /^Готово: /;
const BOTH = /^Готово: .* Строк с товарами: /;

/** The wishes that were answered by less than was wished, and pages that went on with what was cancelled before. */
export function brokenWishes(ended: readonly Ended[]): readonly string[] {
  return ended.flatMap(({ action, execution, after }) => {
    const { accepted, message = '' } = answerOf(execution);
    if (accepted !== 'started') return [];
    const isLess = action.wishes === 'both' && DONE.test(message) && !BOTH.test(message);
    const isInVain =
      action.wishes === 'resume' &&
      ended.slice(0, after).some(isAcceptedCancel) &&
      message !== refreshTexts.cancelled();
    return [
      ...(isLess ? [`${action.name} gets less than both sheets: ${message}`] : []),
      ...(isInVain ? [`${action.name} after an accepted cancel: ${message}`] : []),
    ];
  });
}

/** An open sidebar has not heard yet that the refresh is cancelled that it knows of. */
export function startedInVain(world: World): readonly string[] {
  const before = [documentProperty(world, 'run'), world.portal.requests.length];
  const { accepted, message = '' } = answerOf(perform(world, sidebarGoesOn));
  const after = [documentProperty(world, 'run'), world.portal.requests.length];
  return accepted === 'refused' && JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [`the open sidebar goes on after an accepted cancel: ${message}`];
}

/** The wishes for which no run began after they were accepted that makes as much: whoever began it. */
export const lostWishes = (world: World, queued: readonly Ended[]): readonly Ended[] =>
  queued.filter(
    ({ action, runs }) =>
      !runsIn(world).some(
        ({ number, run }) => number >= runs && !(action.wishes === 'both' && run.briefOnly),
      ),
  );

export const isCancelled = (run: unknown): boolean =>
  (run as { state?: unknown } | null)?.state === 'cancelled';

export const isScheduled = (world: World): boolean =>
  (documentProperty(world, 'settings') as { scheduleHours?: number } | null)?.scheduleHours !== 0;

export const isSame = (run: unknown, world: World): boolean =>
  (run as KeptRun).startedAt === progressOf(world).startedAt;
