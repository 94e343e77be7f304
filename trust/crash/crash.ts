/** Crash at every call: whatever call of an execution is its last, or is refused, the report is right in the end. */
import { connect } from '../../cli/world';
import { Random } from '../../portal/data/Random';
import { refreshed } from '../../test/bundle/support/scenario';
import { picture } from '../../test/bundle/support/sheets';
import { ownerOf, valuesOf } from '../left-behind';
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { rehearse, type Blow } from './blows';
import type { Expected } from './Judge';
import { attempt, AFTERMATHS, type Aftermath } from './one-try';
import { STARTING_POINTS, type StartingPoint } from './starting-points';

interface Try {
  readonly point: StartingPoint;
  readonly blow: Blow;
  readonly aftermath: Aftermath;
  readonly expected: Expected;
}

/** The share of refused calls that a seed tries: another seed tries others. */
const REFUSALS_TRIED = 0.1;
/** Tries within `npm test`, spread over the starting points. */
const SAMPLE = 1;

export const crash: TrustSuite = {
  name: 'crash',
  run({ seed, extent }: TrustOptions): TrustOutcome {
    const random = new Random(seed);
    const failures: string[] = [];
    const tried = { calls: 0, kills: 0, refusals: 0 };
    for (const point of STARTING_POINTS) {
      const { calls, kills, refusals } = rehearse(point.arrange(), point.act);
      const expected = expectedOf(point);
      const refused = refusals.filter(() => random.chance(REFUSALS_TRIED));
      const all = [...kills, ...refused].map((blow): Try => ({
        point,
        blow,
        aftermath: random.pick(AFTERMATHS),
        expected,
      }));
      tried.calls += calls;
      for (const each of extent === 'full' ? all : sampleOf(all, random)) {
        tried[each.blow.kind === 'refused' ? 'refusals' : 'kills'] += 1;
        failures.push(...run(each));
      }
    }
    return { tried: Object.entries(tried), failures };
  },
};

/** The world as it would be without a blow: refreshed by a person, its first connection made before. */
function expectedOf({ arrange }: StartingPoint): Expected {
  const world = arrange();
  const before = valuesOf(world);
  if (ownerOf(world) === null) connect(world);
  refreshed(world);
  return { before, after: valuesOf(world), picture: JSON.stringify(picture(world)) };
}

const sampleOf = (tries: readonly Try[], random: Random): readonly Try[] =>
  Array.from({ length: SAMPLE }, () => random.pick(tries));

function run({ point, blow, aftermath, expected }: Try): readonly string[] {
  const where = `${point.name}, ${blow.kind} call ${blow.call} (${blow.member}), then ${aftermath}`;
  return attempt(point, blow, aftermath, expected).map((broken) => `${where}: ${broken}`);
}
