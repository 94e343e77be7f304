/** One blow and what comes after it, held against the promises. */
import { OWNER } from '../../simulator';
import { MINUTE, TICK } from '../../test/bundle/support/people';
import { strike, type Blow } from './blows';
import { Judge, type Expected } from './Judge';
import type { StartingPoint } from './starting-points';

/** What happens next: the person tries again, or nobody does anything and the triggers fire. */
export const AFTERMATHS = ['click', 'ticks'] as const;
export type Aftermath = (typeof AFTERMATHS)[number];

/** After so much silence a run counts as ended by the platform. */
const SILENCE_MILLISECONDS = 7 * MINUTE + 1;
/** Enough for a paused refresh with a blow in its way. */
const TICKS = 2;
/** Enough for the colleague's own refresh after that, which may pause as well. */
const MORE_TICKS = 4;

/** The promises that were broken. */
export function attempt(
  point: StartingPoint,
  blow: Blow,
  aftermath: Aftermath,
  expected: Expected,
): readonly string[] {
  const world = point.arrange();
  const judge = new Judge(world, expected);
  const failure = strike(world, blow, point.act);
  judge.sheetsAreWhole('after the blow');
  if (blow.kind === 'refused') judge.isTold(failure);
  if (aftermath === 'ticks') {
    world.simulator.passTime(TICK * TICKS);
    judge.sheetsAreWhole('after the ticks');
  }
  world.clock.advance(SILENCE_MILLISECONDS);
  if (aftermath === 'ticks' && point.isCarriedOn) judge.isCarriedOn();
  judge.isNotSaidToRun();
  if (aftermath === 'click') {
    point.again?.(world);
    const { owner = OWNER } = point;
    judge.isOwnedBy(owner);
  }
  judge.nextRefreshSucceeds();
  if (point.isAwaited || point.again) world.simulator.passTime(MORE_TICKS * TICK);
  if (point.isAwaited) judge.requestIsAnswered();
  judge.nothingIsLeft();
  return judge.broken;
}
