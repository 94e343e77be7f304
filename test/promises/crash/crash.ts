/** Crash at every call: whatever call of an execution is its last, or is refused, the report is right in the end. */
import { aWorld } from '../../../world/a-world';
import { connect, type World } from '../../../world/make-world';
import { Random } from '../../../portal/data/Random';
import { refreshed } from '../../../world/scenario';
import { REPORT_SHEETS } from '../../../world/sheets';
import { expectedSheets, type ExpectedSettings } from '../../oracle/expected-report';
import { differences } from '../../oracle/picture';
import { pictureOfSheet } from '../../oracle/picture-of-sheet';
import { Checkpoint } from '../Checkpoint';
import { facesOf, hasWholeMemory, NO_VALUES, ownerOf, valuesOf } from '../left-behind';
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { isKill, isLate, isRefusal, rehearse, type Blow } from './blows';
import { chartsOf, isMarked, picturesOf, type Expected } from './Judge';
import type { StartingPoint } from './arrange';
import { STARTING_POINTS } from './starting-points';
import { Tries } from './Tries';

/** The share of calls that throw once their work is done. */
const REFUSED_AFTER_TRIED = 0.25;
/** The share of refusals that are tried where there are six sheets; kills are all tried. */
const REFUSED_OF_SIX_TRIED = 0.25;
const SAMPLED_ONE_IN = 7;
/** Starting points take turns with these where each has a single try. */
const SORTS = [isKill, isRefusal, isLate];

export const crash: TrustSuite = {
  name: 'crash',
  parts: (options) =>
    STARTING_POINTS.flatMap((point, index) =>
      isTried(point, index, options) ? [() => tryPoint(point, index, options)] : [],
    ),
};

/** Rehearsals with six sheets take their time; a sample has those that the seed draws. */
const isTried = (point: StartingPoint, index: number, { seed, extent }: TrustOptions): boolean =>
  extent === 'full' || !point.hasFurtherSheets || index % SAMPLED_ONE_IN === seed % SAMPLED_ONE_IN;

function tryPoint(point: StartingPoint, index: number, { seed, extent }: TrustOptions): TrustOutcome {
  const world = point.arrange();
  const start = new Checkpoint(world);
  const { calls, blows } = rehearse(world, point.act);
  start.restore();
  const random = new Random(seed + index);
  const tries = new Tries(point, world, start, expectedOf(world, point), random);
  const chosen = extent === 'full' ? drawn(blows, point, random) : [oneOf(blows, index, random)];
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
const drawn = (
  blows: readonly Blow[],
  { hasFurtherSheets }: StartingPoint,
  random: Random,
): readonly Blow[] =>
  blows
    .filter(({ kind }) => kind !== 'refused after' || random.chance(REFUSED_AFTER_TRIED))
    .filter((blow) => !hasFurtherSheets || isKill(blow) || random.chance(REFUSED_OF_SIX_TRIED));

function oneOf(blows: readonly Blow[], index: number, random: Random): Blow {
  const sort = blows.filter(SORTS[index % SORTS.length] ?? isKill);
  return random.pick(sort.length > 0 ? sort : blows);
}

/** The world as it would be without a blow: refreshed by a person, its first connection made before. */
export function expectedOf(world: World, point: StartingPoint): Expected {
  const { settings, written, off = [], isBriefOnly = false } = point;
  const before = valuesOf(world);
  const isRemembered = hasWholeMemory(world) === true;
  const isWholeBefore = !isMarked(world);
  const faces = facesOf(world);
  if (ownerOf(world) === null) connect(world);
  refreshed(world);
  const after = valuesOf(world);
  const refreshedOnes = (sheets: readonly string[]): readonly string[] =>
    sheets.filter((_, index) => !off.includes(REPORT_SHEETS[index] ?? ''));
  const fresh = freshValuesOf(world, settings);
  if (filled(refreshedOnes(after), written) !== filled(refreshedOnes(fresh)))
    throw new Error(`not as in a fresh spreadsheet: ${filled(after)}`);
  if (point.hasFurtherSheets && !point.isMoved) holdAgainstContract(world, settings, off);
  const [picture, charts] = [picturesOf(world), chartsOf(world)];
  return { before, after, faces, picture, charts, isRemembered, isWholeBefore, isBriefOnly };
}

/** The whole sheets are what the portal's own records say by the contract. */
function holdAgainstContract(
  { data, clock, spreadsheet }: World,
  settings: ExpectedSettings = {},
  off: readonly string[],
): void {
  const expected = expectedSheets(data, settings, clock.now());
  for (const name of REPORT_SHEETS.filter((one) => !off.includes(one))) {
    const sheet = spreadsheet.sheetNamed(name);
    const wanted = expected[name];
    if (sheet === undefined || wanted === undefined) throw new Error(`expected a sheet named "${name}"`);
    const found = pictureOfSheet(sheet);
    const wrong = differences(wanted(found), found);
    if (wrong.length > 0)
      throw new Error(`${name} is not as the contract says: ${wrong.slice(0, 5).join('; ')}`);
  }
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
  return JSON.stringify(
    sheets.map((values) =>
      values === NO_VALUES ? [] : (JSON.parse(values) as unknown[][]).flat().filter(isOurs),
    ),
  );
};
