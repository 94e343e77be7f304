/** Crash at every call: whatever call of an execution is its last, or is refused, the report is right in the end. */
import { aWorld } from '../../../world/a-world';
import { connect, type World } from '../../../world/make-world';
import { Random } from '../../../portal/data/Random';
import { refreshed } from '../../../world/scenario';
import { picture } from '../../../world/sheets';
import { Checkpoint } from '../Checkpoint';
import { facesOf, hasWholeMemory, ownerOf, valuesOf } from '../left-behind';
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { isKill, isLate, isRefusal, rehearse, type Blow } from './blows';
import type { Expected } from './Judge';
import { STARTING_POINTS, type StartingPoint } from './starting-points';
import { Tries } from './Tries';

/** The share of calls that throw once their work is done. */
const REFUSED_AFTER_TRIED = 0.25;
/** Starting points take turns with these where each has a single try. */
const SORTS = [isKill, isRefusal, isLate];

export const crash: TrustSuite = {
  name: 'crash',
  parts: (options) => STARTING_POINTS.map((point, index) => () => tryPoint(point, index, options)),
};

function tryPoint(point: StartingPoint, index: number, { seed, extent }: TrustOptions): TrustOutcome {
  const world = point.arrange();
  const start = new Checkpoint(world);
  const { calls, blows } = rehearse(world, point.act);
  start.restore();
  const random = new Random(seed + index);
  const tries = new Tries(point, world, start, expectedOf(world, point), random);
  const chosen = extent === 'full' ? drawn(blows, random) : [oneOf(blows, index, random)];
  const failures = chosen.flatMap((blow) =>
    tries
      .run(blow)
      .map((broken) => `${point.name}, ${blow.kind} call ${blow.call} (${blow.member}): ${broken}`),
  );
  return {
    tried: [
      ['calls', calls],
      ['kills', chosen.filter(isKill).length],
      ['refusals', chosen.filter(isRefusal).length],
      ['late refusals', chosen.filter(isLate).length],
      ['worlds after them', tries.endings],
    ],
    failures,
  };
}

/** All of them but for those of which the seed draws a share. */
const drawn = (blows: readonly Blow[], random: Random): readonly Blow[] =>
  blows.filter(({ kind }) => kind !== 'refused after' || random.chance(REFUSED_AFTER_TRIED));

function oneOf(blows: readonly Blow[], index: number, random: Random): Blow {
  const sort = blows.filter(SORTS[index % SORTS.length] ?? isKill);
  return random.pick(sort.length > 0 ? sort : blows);
}

/** The world as it would be without a blow: refreshed by a person, its first connection made before. */
function expectedOf(world: World, { settings, written }: StartingPoint): Expected {
  const before = valuesOf(world);
  const isRemembered = hasWholeMemory(world) === true;
  const faces = facesOf(world);
  if (ownerOf(world) === null) connect(world);
  refreshed(world);
  const after = valuesOf(world);
  const fresh = freshValuesOf(world, settings);
  if (filled(after, written) !== filled(fresh))
    throw new Error(`not as in a fresh spreadsheet: ${filled(after)}`);
  return { before, after, faces, picture: JSON.stringify(picture(world)), isRemembered };
}

/** What a full refresh shows in a spreadsheet that has no memory. */
function freshValuesOf({ data }: World, settings?: StartingPoint['settings']): readonly string[] {
  const fresh = aWorld(() => data);
  connect(fresh, settings);
  refreshed(fresh);
  return valuesOf(fresh);
}

/** Without empty cells: a table may have been moved. And without what people have written or ticked beside it. */
const filled = (sheets: readonly string[], written: readonly string[] = []): string => {
  const isOurs = (value: unknown): boolean =>
    value !== '' && typeof value !== 'boolean' && !written.includes(String(value));
  return JSON.stringify(sheets.map((values) => (JSON.parse(values) as unknown[][]).flat().filter(isOurs)));
};
