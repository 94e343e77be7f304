/**
 * A click that falls into a tick that compares memory and portal: the comparison gives way. The simulator keeps the outer
 * one of two executions waiting while the inner one runs; so here a click has two lives: the first one falls into the
 * tick and goes as far as its waiting, the second one begins where the tick has ended.
 */
import { connect, type World, type WorldOptions } from '../../world/make-world';
import { measuredCost, type Execution, type PlatformCall } from '../../simulator';
import { asPublished, BOUND, PUBLISHED } from '../../world/forms';
import { lastText, page } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column } from '../../world/sheets';
import { worldOf } from './support/long-worlds';

const INVOICES = 400;
const OPTIONS = { latency: 400, simulator: { cost: measuredCost } };
const BUSY = 'Отчёт сейчас занят другим действием: повторите через несколько секунд.';
const LEASE = 'refreshLease';

interface Case {
  readonly form: string;
  readonly tick: number;
  /** The wave into which a click falls: of several where a tick has as many. */
  readonly wave: number;
  readonly make: () => World;
  readonly aWorld: (options: WorldOptions) => World;
  /** Whether the call gives back the lock of refreshes. */
  readonly isRelease: (call: PlatformCall) => boolean;
  /** Holds that lock as another execution does; gives how it is given back. */
  readonly hold: (world: World) => () => void;
}

const CASES: readonly Case[] = [
  {
    form: 'bound',
    tick: 5 * 60_000,
    wave: 1,
    make: () => worldOf(INVOICES, OPTIONS),
    aWorld: BOUND.aWorld,
    isRelease: ({ member }) => member === 'Lock.releaseLock',
    hold: ({ simulator: { state } }) => {
      const other = {};
      state.locks.take('document', other);
      return () => state.locks.releaseAll(other);
    },
  },
  {
    form: 'published',
    tick: 60 * 60_000,
    wave: 3,
    make: () => worldOf(INVOICES, asPublished(OPTIONS)),
    aWorld: PUBLISHED.aWorld,
    isRelease: ({ member, args: [key] }) => member === 'Properties.deleteProperty' && key === LEASE,
    hold: ({ simulator: { state }, clock }) => {
      const store = state.propertyStore('document');
      store.setAll({ [LEASE]: JSON.stringify({ holder: 'another', until: clock.now() + 400_000 }) });
      return () => store.delete(LEASE);
    },
  },
];

/** A report with a memory, and a tick that has nothing to do but to compare. */
function aWorld({ make }: Case): World {
  const world = make();
  connect(world, { scheduleHours: 0 });
  refreshed(world);
  world.clock.advance(400_000);
  return world;
}

function connected(world: World): World {
  connect(world);
  return world;
}

const isWish = ({ member, args: [key] }: PlatformCall): boolean =>
  member === 'Properties.setProperty' && key === 'wantedAt';

const byPage = (world: World): Execution =>
  world.simulator.run({ function: 'startRefresh', args: [{ briefOnly: false }], via: 'page' });
const byMenu = (world: World): Execution => world.simulator.run({ function: 'refreshReport', via: 'menu' });

/** Whoever has the lock gives it back three seconds after somebody said that he waits for it. */
function letGoOnceWanted(world: World, letGo: () => void): void {
  let letsGoAt = Infinity;
  world.simulator.hooks = {
    before: () => {
      if (world.clock.now() < letsGoAt) return;
      letGo();
      letsGoAt = Infinity;
    },
    after: (call) => {
      if (isWish(call)) letsGoAt = world.clock.now() + 3_000;
    },
  };
}

/** The first life of a click, before that call of the next tick. */
function clickInto(
  world: World,
  { tick, isRelease }: Case,
  isMoment: (call: PlatformCall) => boolean,
  click = byPage,
) {
  const seen = { click: null as Execution | null, waitsFrom: 0, wavesAfter: 0, freeAt: 0 };
  world.simulator.hooks = {
    before: (call) => {
      if (call.function !== 'scheduledRefresh') return;
      // Another tick.
      if (call.index === 1 && seen.click !== null) world.simulator.hooks = {};
      else if (seen.click === null) {
        if (isMoment(call)) seen.click = click(world);
      } else if (call.member === 'UrlFetchApp.fetchAll') seen.wavesAfter += 1;
    },
    after: (call) => {
      const isTick = call.function === 'scheduledRefresh';
      if (isTick && seen.freeAt === 0 && seen.waitsFrom > 0 && isRelease(call))
        seen.freeAt = world.clock.now();
      if (isTick || !isWish(call)) return;
      seen.waitsFrom = world.clock.now();
      call.kill();
    },
  };
  const [ticked] = world.simulator.passTime(tick);
  world.simulator.hooks = {};
  return { ...seen, ticked };
}

const atWave = (wave: number) => {
  let waves = 0;
  return ({ member }: PlatformCall): boolean => member === 'UrlFetchApp.fetchAll' && (waves += 1) === wave;
};

describe.each(CASES)('A click into a comparison of the $form form', (form) => {
  it.each([
    ['the panel', byPage],
    ['the menu', byMenu],
  ])('of %s has it end within seconds, after the wave under way, and goes on', (_, click) => {
    const world = aWorld(form);
    const { waitsFrom, wavesAfter, freeAt, ticked } = clickInto(world, form, atWave(form.wave), click);
    expect(ticked?.outcome).toBe('returned');
    expect([waitsFrom > 0, wavesAfter]).toEqual([true, 0]);
    expect(freeAt - waitsFrom).toBeLessThan(5_000);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    click(world);
    expect([progressOf(world).state, column(world, BRIEF, 'B')[0]]).toEqual(['done', 'Новый']);
    expect(lastText(world, 'alert')).toBeUndefined();
  });

  it('is neither refused nor kept waiting, at whatever moment it comes', () => {
    const world = aWorld({ ...form, make: () => connected(form.aWorld(OPTIONS)) });
    const became: (string | undefined)[] = [];
    for (let nth = 1; ; nth += 1) {
      let calls = 0;
      const isMoment = ({ member }: PlatformCall): boolean =>
        /^(Properties|Lock|UrlFetchApp|Range|SpreadsheetApp)\./.test(member) && (calls += 1) === nth;
      const { click, waitsFrom, freeAt } = clickInto(world, form, isMoment);
      if (click === null) break;
      became.push(click.outcome);
      if (click.outcome === 'killed') expect([nth, freeAt - waitsFrom < 5_000]).toEqual([nth, true]);
      else expect([nth, click.value]).toEqual([nth, expect.objectContaining({ accepted: 'started' })]);
      world.data.changeInvoice(1, { ACCOUNT_NUMBER: `Новый ${nth}` });
      refreshed(world);
      expect(column(world, BRIEF, 'B')[0]).toBe(`Новый ${nth}`);
    }
    // Before the tick has the lock, while it has it, and when it has given it back.
    expect(became.filter((what, index) => what !== became[index - 1])).toEqual([
      ...['returned', 'killed', 'returned'],
    ]);
  });

  it('goes on as soon as it has the lock', () => {
    const world = aWorld(form);
    letGoOnceWanted(world, form.hold(world));
    expect(startOnce(world).value).toMatchObject({ accepted: 'started' });
    expect(progressOf(world).state).toBe('done');
  });

  it('waits a quarter of a minute at most, and does not say that a refresh is under way', () => {
    const world = aWorld(form);
    form.hold(world);
    const { value, startedAt, finishedAt } = startOnce(world);
    expect(value).toEqual({ accepted: 'busy', message: BUSY });
    expect(finishedAt - startedAt).toBeLessThan(20_000);
  });

  it('loses nothing of what was found', () => {
    const world = aWorld(form);
    const [first = 0] = world.data.links.keys();
    const [, other] = world.data.links.values();
    world.data.linkRequisite(first, other?.REQUISITE_ID ?? 0);
    clickInto(world, form, atWave(form.wave));
    expect(page(world).call('getStatus')).toMatchObject({ reconcile: { rounds: 0, differences: 1 } });
  });
});

it.each(CASES)(
  'A scheduled refresh of the $form form that comes due in a comparison is not put off',
  (form) => {
    const world = aWorld(form);
    connect(world, { scheduleHours: 1 });
    world.clock.advance(60 * 60_000);
    letGoOnceWanted(world, form.hold(world));
    world.simulator.run({ function: 'scheduledRefresh', via: 'timeTrigger' });
    expect(page(world).call('getStatus')).toMatchObject({ runs: [{ how: 'schedule', state: 'done' }, {}] });
  },
);
