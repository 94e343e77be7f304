/**
 * Whoever writes the sheets or the state of a run holds one and the same lock, in both forms: also where the platform
 * gives the trigger of a published add-on no document lock.
 */
import { COLLEAGUE, connect, type World, type WorldOptions } from '../../world/make-world';
import { OWNER } from '../../simulator';
import { FORMS, PUBLISHED } from '../../world/forms';
import { isRefreshLocked, LockWatch } from '../../world/LockWatch';
import { killAt, MINUTE, page } from '../../world/people';
import { progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, DRAFT } from '../../world/sheets';

/** A wave takes so long that the third of a refresh belongs to its second execution. */
const slowly: WorldOptions = {
  simulator: { cost: (member) => (member === 'UrlFetchApp.fetchAll' ? 140_000 : 0) },
};

interface Course {
  readonly name: string;
  readonly options?: WorldOptions;
  readonly goes: (world: World, tick: number) => unknown;
}

const tickOf =
  (user: string) =>
  ({ simulator }: World) =>
    simulator.run({ function: 'scheduledRefresh', user, via: 'timeTrigger' });

function paused(world: World): void {
  startOnce(world);
  expect(progressOf(world).state).toBe('paused');
}

const COURSES: readonly Course[] = [
  { name: 'two reports, the second one brief', goes: (world) => [refreshed(world), refreshed(world, true)] },
  {
    name: 'a scheduled report',
    goes: (world) => {
      connect(world, { scheduleHours: 1 });
      tickOf(OWNER)(world);
      expect(progressOf(world).state).toBe('done');
    },
  },
  {
    name: 'a colleague’s request',
    goes: (world) => {
      page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
      tickOf(OWNER)(world);
      expect(progressOf(world).state).toBe('done');
    },
  },
  {
    name: 'a refresh that pauses and is done',
    options: slowly,
    goes: (world) => {
      paused(world);
      for (let ticks = 0; progressOf(world).state === 'paused' && ticks < 9; ticks += 1) tickOf(OWNER)(world);
      expect(progressOf(world).state).toBe('done');
    },
  },
  {
    name: 'a paused refresh that fails',
    options: slowly,
    goes: (world) => {
      paused(world);
      world.portal.change({ revoked: true });
      refresh(world);
      expect(progressOf(world).state).toBe('failed');
    },
  },
  {
    name: 'a paused refresh that a colleague cancels',
    options: slowly,
    goes: (world) => {
      paused(world);
      page(world, COLLEAGUE).call('cancelRefresh');
      expect(progressOf(world).state).toBe('cancelled');
    },
  },
  {
    name: 'a paused refresh whose connection is removed',
    options: slowly,
    goes: (world) => {
      paused(world);
      page(world).call('saveSettings', { webhookUrl: '' });
      expect(progressOf(world).state).toBe('cancelled');
    },
  },
  {
    name: 'a paused refresh whose connection a colleague takes over',
    options: slowly,
    goes: (world, tick) => {
      paused(world);
      page(world, COLLEAGUE).call('saveSettings', { webhookUrl: world.webhookUrl });
      for (let ticks = 0; progressOf(world).state === 'paused' && ticks < 9; ticks += 1)
        world.simulator.passTime(tick);
      expect(progressOf(world).state).toBe('done');
    },
  },
];

describe.each(FORMS)('In the $form form', ({ aWorld, tick }) => {
  it.each(COURSES)('$name writes under the lock, and gives it back with nothing pending', (course) => {
    const world = aWorld(course.options);
    connect(world);
    const watch = new LockWatch(world);
    course.goes(world, tick);
    expect(watch.guarded).toBeGreaterThan(0);
    expect(watch.broken).toEqual([]);
    expect(isRefreshLocked(world)).toBe(false);
    expect(world.spreadsheet.sheetNamed(DRAFT)).toBeUndefined();
  });

  it('a draft that an execution left when it was killed is tidied up under the lock', () => {
    const world = aWorld(slowly);
    connect(world);
    paused(world);
    killAt(world, 'Spreadsheet.deleteSheet');
    while (progressOf(world).state === 'paused') startOnce(world);
    world.clock.advance(7 * MINUTE + 1);
    const watch = new LockWatch(world);
    tickOf(OWNER)(world);
    expect(watch.broken).toEqual([]);
    expect(world.spreadsheet.sheetNamed(DRAFT)).toBeUndefined();
  });
});

describe('Where the trigger of the published form gets no document lock', () => {
  /** A report that has grown old, and a hook on the first value that somebody writes. */
  function whileWriting(act: (world: World) => unknown): { world: World; answers: unknown[] } {
    const world = PUBLISHED.aWorld();
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    world.clock.advance(60 * MINUTE);
    const answers: unknown[] = [];
    world.simulator.hooks = {
      before: ({ member }) => {
        if (member === 'Range.setValues' && answers.length === 0) answers.push(act(world));
      },
    };
    return { world, answers };
  }

  it('a person who refreshes while the tick writes is told to wait', () => {
    const { world, answers } = whileWriting((busy) => page(busy).call('startRefresh', { briefOnly: false }));
    tickOf(OWNER)(world);
    expect(answers).toEqual([
      {
        accepted: 'busy',
        message:
          'Отчёт уже обновляет Анна Смирнова с 13:00: 3 из 3. Дождитесь окончания или отмените обновление.',
      },
    ]);
    expect(column(world, BRIEF, 'B')).toEqual(['Новый', '2', '3']);
  });

  it('a tick that fires while a person’s refresh writes asks the portal nothing and writes nothing', () => {
    const { world, answers } = whileWriting((busy) => {
      const { ledger } = tickOf(OWNER)(busy);
      return [ledger.of('UrlFetchApp.fetchAll'), ledger.of('Range.setValues')];
    });
    refreshed(world);
    expect(answers).toEqual([[0, 0]]);
    expect(column(world, BRIEF, 'B')).toEqual(['Новый', '2', '3']);
  });

  it('settings are saved while a refresh is under way, and a save keeps no other one waiting', () => {
    const { world, answers } = whileWriting((busy) => {
      const { ledger, startedAt, finishedAt } = busy.simulator.run({
        function: 'saveSettings',
        args: [{ excludeFailed: false }],
        user: COLLEAGUE,
        via: 'page',
      });
      return [ledger.of('Utilities.sleep'), finishedAt - startedAt];
    });
    tickOf(OWNER)(world);
    expect(answers).toEqual([[0, 0]]);
    expect(page(world).call('loadSettings')).toMatchObject({ excludeFailed: false });
  });

  it('the script lock, which all spreadsheets share, is never held across a request or a write', () => {
    const world = PUBLISHED.aWorld();
    const held: string[] = [];
    world.simulator.hooks = {
      before: ({ member }) => {
        const probe = {};
        const isFree = world.simulator.state.locks.take('script', probe);
        world.simulator.state.locks.releaseAll(probe);
        if (!isFree) held.push(member);
      },
    };
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    tickOf(OWNER)(world);
    page(world).call('saveSettings', { webhookUrl: '' });
    expect(new Set(held)).toEqual(
      new Set(['Properties.getProperty', 'Properties.setProperty', 'Lock.releaseLock']),
    );
  });

  it('a refresh that the platform ends keeps the others out for seven minutes and no longer', () => {
    const world = PUBLISHED.aWorld();
    connect(world);
    killAt(world, 'UrlFetchApp.fetchAll');
    startOnce(world);
    world.simulator.hooks = {};
    expect(startOnce(world).value).toMatchObject({ accepted: 'busy' });
    world.clock.advance(7 * MINUTE);
    expect(startOnce(world).value).toMatchObject({ accepted: 'started' });
    expect(isRefreshLocked(world)).toBe(false);
  });
});
