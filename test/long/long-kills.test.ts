/** The platform ends an execution at any call: what it costs, and that nothing but requests is lost. */
import { connect, type World, type WorldOptions } from '../../world/make-world';
import type { PortalData } from '../../portal/data/PortalData';
import { makeSizedData } from '../../portal/data/sized-data';
import { aWorld } from '../../world/a-world';
import { draftOf, inOneGo } from '../bundle/support/long-worlds';
import { TICK } from '../../world/people';
import { documentProperty, progressOf, startOnce } from '../../world/scenario';
import { picture } from '../../world/sheets';

const SIZE = { invoices: 120, rows: 240, requisites: 10 };
/** Of a wave, so that an execution has time for six of them. */
const LATENCY = 45_000;
const EVERY = 100;
const MAX_WAVE = 10;
/** Pages of the list of invoices, the empty one included: no cache keeps them, only the draft. */
const LIST_PAGES = 4;
const MAX_EXECUTIONS = 20;

const data: PortalData = makeSizedData(SIZE, { now: () => Date.parse('2026-05-20') }, '2026-05-20');

function aLongRefresh(options: WorldOptions = {}): World {
  const world = aWorld(() => data, { latency: LATENCY, portal: { generation: 'new' }, ...options });
  connect(world);
  return world;
}

const isRefresh = (name: string): boolean => name === 'startRefresh' || name === 'scheduledRefresh';
const isUnderWay = (world: World): boolean => ['paused', 'running'].includes(progressOf(world).state);

interface Course {
  readonly calls: number;
  readonly executions: number;
  /** Requests that the killed execution had sent. */
  readonly lost: number;
}

/** Refreshes by the owner's click and the ticks until all is over, killed once, at that platform call. */
function refreshKilledAt(world: World, call: number): Course {
  let calls = 0;
  let lost = 0;
  let sentBefore = 0;
  world.simulator.hooks = {
    before: (platformCall) => {
      if (!isRefresh(platformCall.function)) return;
      calls += 1;
      if (calls !== call) return;
      lost = world.portal.requests.length - sentBefore;
      platformCall.kill();
    },
  };
  let executions = 1;
  startOnce(world);
  while (isUnderWay(world) && executions < MAX_EXECUTIONS) {
    sentBefore = world.portal.requests.length;
    executions += world.simulator.passTime(TICK).length;
  }
  world.simulator.hooks = {};
  // For what a run that died after its last word left behind.
  world.simulator.passTime(TICK);
  return { calls, executions, lost };
}

/** Of the refresh; what ticks compare after it is asked anew. */
function repeated(world: World): number {
  const end = Date.parse(progressOf(world).finishedAt ?? '');
  const requests = world.portal.requests.filter(({ at }) => at < end);
  return (
    requests.length - new Set(requests.map(({ method, params }) => method + JSON.stringify(params))).size
  );
}

function expectAllRight(world: World, whole: unknown): void {
  expect(progressOf(world)).toMatchObject({ state: 'done', done: SIZE.invoices, total: SIZE.invoices });
  expect(picture(world)).toEqual(whole);
  expect(draftOf(world)).toBeUndefined();
  expect(['writing', 'cancel'].map((key) => documentProperty(world, key))).toEqual([null, null]);
  expect(documentProperty(world, 'run')).toMatchObject({ drafted: false, setbacks: 0 });
  // Nobody holds the lock.
  expect(startOnce(world).value).toMatchObject({ accepted: 'started' });
}

describe('A long refresh that is killed', () => {
  let whole: unknown;
  let calls: number;

  beforeAll(() => {
    const world = aLongRefresh();
    whole = inOneGo(world);
    const course = refreshKilledAt(world, Infinity);
    expect(repeated(world)).toBe(0);
    expect(course.executions).toBeGreaterThan(2);
    expectAllRight(world, whole);
    calls = course.calls;
  });

  it('at any hundredth call ends as if it were not, at the cost of one wave and the list read since the draft', () => {
    expect(calls).toBeGreaterThan(1_000);
    for (let call = EVERY; call < calls; call += EVERY) {
      const world = aLongRefresh();
      refreshKilledAt(world, call);
      const again = repeated(world);
      expectAllRight(world, whole);
      expect([call, again <= MAX_WAVE + LIST_PAGES]).toEqual([call, true]);
    }
  });

  it('without a cache repeats no more than its killed execution asked and one wave', () => {
    for (let call = 2 * EVERY; call < calls; call += 4 * EVERY) {
      const world = aLongRefresh({ simulator: { cacheEntryVanishes: () => true } });
      const { lost } = refreshKilledAt(world, call);
      expect([call, repeated(world) <= lost + MAX_WAVE]).toEqual([call, true]);
      expect(picture(world)).toEqual(whole);
      expect(draftOf(world)).toBeUndefined();
    }
  });
});
