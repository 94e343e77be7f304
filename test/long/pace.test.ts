/** How fast the add-on asks: never faster than the portal allows, and slower where others ask too. */
import { connect, type World, type WorldOptions } from '../../world/make-world';
import { operationTimeLimit, tooManyRequests } from '../../portal/faults';
import { makeSizedData } from '../../portal/data/sized-data';
import { Random } from '../../portal/data/Random';
import { STANDARD_OPERATING } from '../../portal/limits/OperatingBudget';
import { aWorld } from '../../world/a-world';
import { documentProperty, refresh, refreshed } from '../../world/scenario';
import { column, DETAIL } from '../../world/sheets';

const ROWS = 'crm.item.productrow.list';
const STANDARD = { burst: 50, perSecond: 2 };
const ENTERPRISE = { burst: 250, perSecond: 5 };

/** On a new portal the rows of each invoice are a request. */
function worldOf(
  invoices: number,
  options: WorldOptions = {},
  settings: Record<string, unknown> = {},
): World {
  const size = { invoices, rows: invoices, requisites: 5 };
  const world = aWorld((clock) => makeSizedData(size, clock, '2026-05-20'), {
    ...options,
    portal: { generation: 'new', ...options.portal },
  });
  connect(world, settings);
  return world;
}

const refusals = ({ portal }: World) =>
  portal.requests.filter(
    ({ error }) => error !== null && error !== 'ACCESS_DENIED' && error !== 'REQUIRED_ARG_MISSING',
  );

/** Requests of other clients, at once. */
function othersAsk({ portal }: World, count: number): void {
  for (let number = 0; number < count; number += 1) {
    portal.handle({ method: 'GET', path: `${portal.webhookPath}server.time`, headers: {}, body: '' });
  }
}

const pace = (world: World): number =>
  (documentProperty(world, 'portal') as { bucket: { pace: number } }).bucket.pace;

describe('The portal’s bucket', () => {
  it.each([0, 50, 400, 2_000])('never overflows where an answer takes %d ms', (latency) => {
    const world = worldOf(160, { latency });
    refreshed(world);
    expect(refusals(world)).toEqual([]);
    expect(column(world, DETAIL, 'B')).toHaveLength(160);
  });

  it.each([0, 400])('of an enterprise portal never overflows either, with %d ms an answer', (latency) => {
    const world = worldOf(
      300,
      { latency, portal: { limits: ENTERPRISE, generation: 'new' } },
      { enterpriseLimits: true },
    );
    refreshed(world);
    expect(refusals(world)).toEqual([]);
  });

  it('is used to the full: what fits is sent at once, the rest at two a second', () => {
    const world = worldOf(160);
    const { executions } = refresh(world);
    const [{ startedAt, finishedAt } = { startedAt: 0, finishedAt: 0 }] = executions;
    const shortest = ((world.portal.requests.length - STANDARD.burst) / STANDARD.perSecond) * 1_000;
    expect(finishedAt - startedAt).toBeGreaterThanOrEqual(shortest);
    expect(finishedAt - startedAt).toBeLessThan(shortest * 1.1);
  });

  it('makes nobody wait as long as there is room in it', () => {
    const world = worldOf(40);
    const { executions } = refresh(world);
    expect(world.portal.requests.length).toBeLessThanOrEqual(STANDARD.burst);
    expect(executions.map(({ ledger }) => ledger.of('Utilities.sleep'))).toEqual([0]);
  });

  it('is as full for the next refresh as the last one left it', () => {
    const world = worldOf(40, {}, { cacheTtlSeconds: 0 });
    const first = refresh(world).executions;
    const second = refresh(world).executions;
    expect(first[0]?.ledger.of('Utilities.sleep')).toBe(0);
    expect(second[0]?.ledger.of('Utilities.sleep')).toBeGreaterThan(0);
    expect(refusals(world)).toEqual([]);
  });

  it('is empty again after it had time to leak', () => {
    const world = worldOf(40, {}, { cacheTtlSeconds: 0 });
    refreshed(world);
    world.clock.advance((STANDARD.burst / STANDARD.perSecond) * 1_000);
    expect(refresh(world).executions[0]?.ledger.of('Utilities.sleep')).toBe(0);
  });
});

describe('A portal that others ask too', () => {
  it('is asked more slowly after it refused, and the report is finished', () => {
    const world = worldOf(40);
    othersAsk(world, STANDARD.burst);
    refreshed(world);
    expect(refusals(world).length).toBeGreaterThan(0);
    expect(pace(world)).toBeLessThan(1);
    expect(column(world, DETAIL, 'B')).toHaveLength(40);
  });

  it('may use half of the limit all the time', () => {
    const world = worldOf(120);
    world.simulator.hooks = {
      before: ({ member }) => {
        if (member === 'Utilities.sleep') othersAsk(world, 1);
      },
    };
    refreshed(world);
    expect(column(world, DETAIL, 'B')).toHaveLength(120);
  });

  it.each([1, 2, 3])('may refuse one request in ten, by dice %d', (seed) => {
    const dice = new Random(seed);
    const faults = () => (dice.chance(0.1) ? tooManyRequests : null);
    const world = worldOf(80, { portal: { faults, generation: 'new' } });
    refreshed(world);
    expect(pace(world)).toBeLessThan(1);
    expect(column(world, DETAIL, 'B')).toHaveLength(80);
  });

  it.each(['json', 'html'] as const)('may refuse in %s', (limitAnswer) => {
    const world = worldOf(20, { portal: { limitAnswer, generation: 'new' } });
    othersAsk(world, STANDARD.burst);
    refreshed(world);
    expect(column(world, DETAIL, 'B')).toHaveLength(20);
  });

  it('is left alone with one sentence where it refuses everything', () => {
    const world = worldOf(5, { portal: { faults: () => tooManyRequests } });
    expect(refresh(world).progress).toMatchObject({
      state: 'failed',
      message: 'Портал отклоняет запросы: их слишком много. Подождите несколько минут и обновите отчёт.',
    });
  });
});

describe('The operating time of a method', () => {
  const costly = (secondsOf: (method: string) => number) => ({ ...STANDARD_OPERATING, secondsOf });

  it('slows the method down from 80 % on, before the portal has to refuse it', () => {
    const world = worldOf(42, {
      portal: { generation: 'new', operating: costly((method) => (method === ROWS ? 10 : 0)) },
    });
    const { executions } = refresh(world);
    expect(refusals(world)).toEqual([]);
    expect(executions[0]?.ledger.of('Utilities.sleep')).toBeGreaterThan(0);
    const free = worldOf(42, { portal: { generation: 'new', operating: costly(() => 0) } });
    expect(refresh(free).executions[0]?.ledger.of('Utilities.sleep')).toBe(0);
  });

  it('is waited for where it is nearly used up, in a later execution if need be', () => {
    const world = worldOf(70, {
      portal: { generation: 'new', operating: costly((method) => (method === ROWS ? 12 : 0)) },
    });
    const { executions, progress } = refresh(world);
    expect(progress.state).toBe('done');
    expect(executions.length).toBeGreaterThan(1);
    expect(column(world, DETAIL, 'B')).toHaveLength(70);
  });

  it('that others used up is waited for until the portal forgives', () => {
    const opensAt = 120_000;
    const faults = ({ method, at }: { method: string; at: number }) =>
      method === ROWS && at < startedAt + opensAt ? operationTimeLimit : null;
    let startedAt = Infinity;
    const world = worldOf(5, { portal: { generation: 'new', faults } });
    startedAt = world.clock.now();
    refreshed(world);
    expect(world.clock.now()).toBeGreaterThanOrEqual(startedAt + opensAt);
    expect(column(world, DETAIL, 'B')).toHaveLength(5);
  });

  it('that stays used up pauses the refresh, which the tick ends well ten minutes later', () => {
    let startedAt = Infinity;
    const faults = ({ method, at }: { method: string; at: number }) =>
      method === ROWS && at < startedAt + 600_000 ? operationTimeLimit : null;
    const world = worldOf(5, { portal: { generation: 'new', faults } });
    startedAt = world.clock.now();
    world.simulator.run({ function: 'startRefresh', args: [{ briefOnly: false }], via: 'page' });
    const page = world.simulator.page();
    expect(page.call('getProgress')).toMatchObject({
      state: 'paused',
      message: 'Портал ограничил запросы: обновление продолжится само через несколько минут.',
    });
    world.simulator.passTime(900_000);
    expect(page.call('getProgress')).toMatchObject({ state: 'done', done: 5, total: 5 });
    expect(column(world, DETAIL, 'B')).toHaveLength(5);
  });
});
