/** Crash at every call: whatever call of an execution is its last, or is refused, the report is right in the end. */
import { connect, type World } from '../../cli/world';
import { Random } from '../../portal/data/Random';
import { refreshed } from '../../test/bundle/support/scenario';
import { picture } from '../../test/bundle/support/sheets';
import { Checkpoint } from '../Checkpoint';
import { ownerOf, valuesOf } from '../left-behind';
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { isKill, isLate, rehearse } from './blows';
import type { Expected } from './Judge';
import { STARTING_POINTS, type StartingPoint } from './starting-points';
import { Tries } from './Tries';

/** Tries of each starting point within `npm test`. */
const SAMPLE = 1;

export const crash: TrustSuite = {
  name: 'crash',
  parts: (options) => STARTING_POINTS.map((point) => () => tryPoint(point, options)),
};

function tryPoint(point: StartingPoint, { seed, extent }: TrustOptions): TrustOutcome {
  const world = point.arrange();
  const start = new Checkpoint(world);
  const { calls, blows } = rehearse(world, point.act);
  start.restore();
  const random = new Random(seed);
  const tries = new Tries(point, world, start, expectedOf(world), random);
  const chosen = extent === 'full' ? blows : Array.from({ length: SAMPLE }, () => random.pick(blows));
  const failures = chosen.flatMap((blow) =>
    tries
      .run(blow)
      .map((broken) => `${point.name}, ${blow.kind} call ${blow.call} (${blow.member}): ${broken}`),
  );
  const kills = chosen.filter(isKill).length;
  const late = chosen.filter(isLate).length;
  return {
    tried: [
      ['calls', calls],
      ['kills', kills],
      ['refusals', chosen.length - kills - late],
      ['late refusals', late],
      ['worlds after them', tries.endings],
    ],
    failures,
  };
}

/** The world as it would be without a blow: refreshed by a person, its first connection made before. */
function expectedOf(world: World): Expected {
  const before = valuesOf(world);
  if (ownerOf(world) === null) connect(world);
  refreshed(world);
  return { before, after: valuesOf(world), picture: JSON.stringify(picture(world)) };
}
