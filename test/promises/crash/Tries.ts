/** One blow and what comes after it, held against the promises. */
import type { World } from '../../../world/make-world';
import { OWNER } from '../../../simulator';
import { MINUTE, TICK } from '../../../world/people';
import type { Random } from '../../../portal/data/Random';
import type { Checkpoint } from '../Checkpoint';
import { traceOf } from '../left-behind';
import { isKill, strike, type Blow } from './blows';
import { Judge, type Expected } from './Judge';
import type { StartingPoint } from './arrange';

/** What happens next: the person tries again, or nobody does anything and the triggers fire. */
const AFTERMATHS = ['click', 'ticks'] as const;
/** Or the person has «Краткий» made, beside which others may have been cut short. */
const WITH_BRIEF = [...AFTERMATHS, 'brief'] as const;
type Aftermath = (typeof WITH_BRIEF)[number];

/** Google asks for consent outside of any catch of ours: where it fails at that, the words are its own. */
const DEMAND = 'ScriptApp.requireAllScopes';

/** After so much silence a run counts as ended by the platform. */
const SILENCE_MILLISECONDS = 7 * MINUTE + 1;
/** A paused refresh of all sheets takes three executions: enough for it with a blow in its way. */
const TICKS = 3;
/** Enough for the colleague's own refresh after that, which may pause as well. */
const MORE_TICKS = 4;

/** The tries of one starting point, all in its one world. */
export class Tries {
  /** Worlds that blows left behind: from equal ones the same would follow. */
  private readonly left = new Set<string>();

  constructor(
    private readonly point: StartingPoint,
    private readonly world: World,
    private readonly start: Checkpoint,
    private readonly expected: Expected,
    private readonly random: Random,
  ) {}

  /** Different worlds that blows left behind. */
  get endings(): number {
    return this.left.size;
  }

  /** The promises that were broken. */
  run(blow: Blow): readonly string[] {
    const { world, point, expected } = this;
    this.start.restore();
    const judge = new Judge(world, expected);
    const failure = strike(world, blow, point.act);
    judge.sheetsAreWhole('after the blow');
    judge.memoryIsWhole();
    if (!isKill(blow)) judge.isTold(blow.member === DEMAND ? null : failure);
    const left = traceOf(world);
    if (this.left.has(left)) return judge.broken;
    this.left.add(left);
    const aftermath = this.random.pick<Aftermath>(this.point.hasFurtherSheets ? WITH_BRIEF : AFTERMATHS);
    const later = this.brokenBy(aftermath).map((broken) => `then ${aftermath}: ${broken}`);
    return [...judge.broken, ...later];
  }

  private brokenBy(aftermath: Aftermath): readonly string[] {
    const { world, point, expected } = this;
    const judge = new Judge(world, expected);
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
    if (point.isAwaited) judge.requestIsKept();
    if (aftermath === 'brief') judge.briefIsRefreshed();
    judge.nextRefreshSucceeds();
    if (point.isAwaited || point.again) world.simulator.passTime(MORE_TICKS * TICK);
    judge.nothingIsLeft();
    return judge.broken;
  }
}
