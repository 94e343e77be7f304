/** Two at once: two people and the trigger, an execution of one cut in upon by another's between two calls. */
import { Random } from '../../../portal/data/Random';
import { Checkpoint } from '../Checkpoint';
import { inParts, type TrustOptions, type TrustOutcome, type TrustPart, type TrustSuite } from '../suite';
import { OFFICES, perform, type Action, type Office } from './actions';
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

/** Of the pairs of switches a seed draws so many: another seed draws others. */
const DOUBLES = 150;
const SAMPLE = { singles: 10, doubles: 5 };
/** So many schedules are a part of the suite. */
const SCHEDULES_OF_A_PART = 200;

export const schedules: TrustSuite = { name: 'schedules', parts };

function parts(options: TrustOptions): readonly TrustPart[] {
  const random = new Random(options.seed);
  return OFFICES.flatMap((office) => partsOf(office, random, options.extent));
}

function partsOf(office: Office, random: Random, extent: TrustOptions['extent']): readonly TrustPart[] {
  const { name, actions } = office;
  const cuttable = actions.map((action) => placesOf(office, action));
  const all = cuttable.flatMap(({ action: first, places }) =>
    places.flatMap((before) => actions.map((action): Schedule => ({ first, cutIns: [{ before, action }] }))),
  );
  const drawn = Array.from({ length: SAMPLE.singles }, () => random.pick(all));
  const [singles, count] = extent === 'full' ? [all, DOUBLES] : [drawn, SAMPLE.doubles];
  const doubles = Array.from({ length: count }, () => aDouble(cuttable, random));
  const tried = (what: string, schedules: readonly Schedule[]): readonly TrustPart[] =>
    inParts(schedules, SCHEDULES_OF_A_PART).map(
      (some) => () => trySchedules(`${what} switches, ${name}`, office, some),
    );
  return [...tried('single', singles), ...tried('double', doubles)];
}

function trySchedules(what: string, office: Office, some: readonly Schedule[]): TrustOutcome {
  const world = office.begin();
  const start = new Checkpoint(world);
  const orders = new SerialOrders(office);
  const yardstick = {
    tick: office.form.tick,
    report: undisturbedReport(world),
    allowed: (saved: readonly Action[]) => orders.of(saved),
    ends: new Set<string>(),
  };
  const failures = some.flatMap((schedule) => {
    start.restore();
    return trySchedule(world, schedule, yardstick).map((broken) => `${describe(schedule)}: ${broken}`);
  });
  return { tried: [[what, some.length]], failures };
}

function placesOf({ begin }: Office, action: Action): Cuttable {
  const world = begin();
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
  const steps = cutIns.map(({ before, action, then }) => {
    const inner = then ? `, and within it before call ${then.before} ${then.action.name}` : '';
    return `before call ${before} ${action.name}${inner}`;
  });
  return [first.name, ...steps].join('; ');
}
