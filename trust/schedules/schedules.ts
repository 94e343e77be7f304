/** Two at once: two people and the trigger, an execution of one cut in upon by another's between two calls. */
import { Random } from '../../portal/data/Random';
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { ACTIONS, aConnectedWorld, perform, type Action } from './actions';
import { trySchedule, undisturbedReport, type Schedule } from './one-schedule';
import { SerialOrders } from './SerialOrders';

/** An action with the calls of its own before which another may do something that it would notice. */
interface Cuttable {
  readonly action: Action;
  readonly places: readonly number[];
}

/** Members that read or change what executions share; between two others nothing can be noticed. */
const SHARED =
  /^(Properties|Lock|Cache|ScriptApp|UrlFetchApp)\.|^ClockTriggerBuilder\.create|^Spreadsheet\.(getSheets|insertSheet|deleteSheet)|^Range\.(getValues|setValues|setNote)|^SpreadsheetApp\.flush/;

/** Of an action with more places than this, a refresh, a seed tries a share: another seed tries others. */
const FEW_PLACES = 30;
const TRIED_OF_MANY = 0.15;
const DOUBLES = 100;
const SAMPLE = { singles: 10, doubles: 5 };

export const schedules: TrustSuite = {
  name: 'schedules',
  run({ seed, extent }: TrustOptions): TrustOutcome {
    const random = new Random(seed);
    const cuttable = ACTIONS.map(placesOf);
    const singles = cuttable.flatMap(({ action: first, places }) =>
      places
        .flatMap((before) => ACTIONS.map((action): Schedule => ({ first, cutIns: [{ before, action }] })))
        .filter(() => places.length <= FEW_PLACES || random.chance(TRIED_OF_MANY)),
    );
    const [one, two] =
      extent === 'full'
        ? [singles, DOUBLES]
        : [Array.from({ length: SAMPLE.singles }, () => random.pick(singles)), SAMPLE.doubles];
    const doubles = Array.from({ length: two }, () => aDouble(cuttable, random));
    const report = undisturbedReport();
    const orders = new SerialOrders();
    const failures = [...one, ...doubles].flatMap((schedule) =>
      trySchedule(schedule, report, (saved) => orders.of(saved)).map(
        (broken) => `${describe(schedule)}: ${broken}`,
      ),
    );
    return {
      tried: [
        ['single switches', one.length],
        ['double switches', doubles.length],
      ],
      failures,
    };
  },
};

function placesOf(action: Action): Cuttable {
  const world = aConnectedWorld();
  const places: number[] = [];
  let calls = 0;
  world.simulator.hooks = {
    before: ({ member }) => {
      calls += 1;
      if (SHARED.test(member)) places.push(calls);
    },
  };
  perform(world, action);
  return { action, places };
}

/** The second action cuts in upon the first one or, where the first has been cut in upon, upon the other. */
function aDouble(cuttable: readonly Cuttable[], random: Random): Schedule {
  const [first, second, third] = [random.pick(cuttable), random.pick(cuttable), random.pick(cuttable)];
  const before = random.pick(first.places);
  const later = { before: random.pick(first.places), action: third.action };
  const within = { before: random.pick(second.places), action: third.action };
  const cutIn = { before, action: second.action };
  const cutIns = random.chance(0.5) ? [{ ...cutIn, then: within }] : [cutIn, later];
  return { first: first.action, cutIns };
}

function describe({ first, cutIns }: Schedule): string {
  const parts = cutIns.map(({ before, action, then }) => {
    const inner = then ? `, and within it before call ${then.before} ${then.action.name}` : '';
    return `before call ${before} ${action.name}${inner}`;
  });
  return [first.name, ...parts].join('; ');
}
