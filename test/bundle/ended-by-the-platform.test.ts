/** What becomes of a refresh whose execution the platform ends at the worst moment. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { OWNER, PlatformException, type PlatformCall } from '../../simulator';
import { slowWorld } from './support/long-worlds';
import { killAt, MINUTE, page, TICK, triggers, worldOfThree } from '../../world/people';
import { documentProperty, progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, DETAIL, DRAFT } from '../../world/sheets';

interface Status {
  readonly waiting: unknown;
  readonly runs: readonly { readonly how: string; readonly state: string }[];
}

const statusOf = (world: World): Status => page(world).call('getStatus') as Status;

const progressProperty = (world: World): unknown =>
  (documentProperty(world, 'run') as { state: string } | null)?.state;

/** The properties that a call of the platform sets. */
function writtenBy({ member, args }: PlatformCall): readonly unknown[] {
  if (member === 'Properties.setProperty') return args.slice(0, 1);
  return member === 'Properties.setProperties' ? Object.keys(args[0] as object) : [];
}

/** Kills the next execution before it sets the document property of that name for the `time`th time. */
function killAtProperty(world: World, key: string, time = 1): void {
  let times = 0;
  world.simulator.hooks = {
    before: (call) => {
      if (!writtenBy(call).includes(key)) return;
      times += 1;
      if (times === time) call.kill();
    },
  };
}

describe('An execution that ends', () => {
  it('before its run is known leaves the colleague’s request waiting for the next tick', () => {
    const world = worldOfThree();
    connect(world);
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    killAtProperty(world, 'run');
    world.simulator.passTime(TICK);
    world.simulator.hooks = {};
    expect(statusOf(world).waiting).not.toBeNull();
    world.simulator.passTime(TICK);
    expect(statusOf(world)).toMatchObject({ waiting: null, runs: [{ how: 'request', state: 'done' }] });
  });

  it('right after it said that it is over has put a colleague’s request into the history already', () => {
    const world = worldOfThree();
    connect(world);
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    world.simulator.hooks = {
      before: (call) => {
        if (progressProperty(world) === 'done') call.kill();
      },
    };
    world.simulator.passTime(TICK);
    world.simulator.hooks = {};
    refreshed(world);
    expect(statusOf(world).runs.map(({ how, state }) => `${how} ${state}`)).toEqual([
      'sidebar done',
      'request done',
    ]);
  });

  it('is remembered as failed once, also where the next one ends before its own run is known', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    killAt(world, 'UrlFetchApp.fetchAll');
    startOnce(world);
    killAtProperty(world, 'run');
    startOnce(world);
    world.simulator.hooks = {};
    refreshed(world);
    expect(statusOf(world).runs.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
  });

  it('is remembered as failed once another refresh begins', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    killAt(world, 'UrlFetchApp.fetchAll');
    startOnce(world);
    world.simulator.hooks = {};
    refreshed(world);
    expect(statusOf(world).runs.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
  });

  it('while it makes the brief sheet alone does not keep whoever wants both from getting both', () => {
    const world = worldOfThree();
    connect(world);
    killAt(world, 'UrlFetchApp.fetchAll');
    startOnce(world, true);
    world.simulator.hooks = {};
    refreshed(world);
    expect(column(world, DETAIL, 'B')).toEqual(['1']);
  });

  it('right after the first writing does not keep the next refresh from saying when cells changed', () => {
    const world = worldOfThree();
    connect(world);
    killAtProperty(world, 'lastReport');
    startOnce(world);
    world.simulator.hooks = {};
    expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3']);
    refreshed(world);
  });

  it('while it writes its draft leaves a draft that the next refresh removes', () => {
    // Two waves fill an execution, and the next one finds them in the cache.
    const cost = (member: string) => (member === 'UrlFetchApp.fetchAll' ? 140_000 : 0);
    const world = worldOfThree({ simulator: { cost } });
    connect(world);
    killAt(world, 'Range.setNumberFormat');
    startOnce(world);
    world.simulator.hooks = {};
    expect(world.spreadsheet.sheetNamed(DRAFT)).toBeDefined();
    expect(refresh(world).progress.state).toBe('done');
    expect(world.spreadsheet.sheetNamed(DRAFT)).toBeUndefined();
  });

  it('while it saves a connection leaves none without its trigger', () => {
    const world = worldOfThree();
    killAtProperty(world, 'owner');
    world.simulator.run({
      function: 'saveSettings',
      args: [{ webhookUrl: world.webhookUrl }],
      user: OWNER,
      via: 'page',
    });
    world.simulator.hooks = {};
    expect([documentProperty(world, 'owner'), triggers(world).length]).toEqual([null, 1]);
    world.simulator.passTime(TICK);
    expect(triggers(world)).toEqual([]);
  });

  it('while it disconnects leaves the rest to the tick', () => {
    const world = slowWorld();
    startOnce(world);
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    killAt(world, 'Spreadsheet.deleteSheet');
    world.simulator.run({ function: 'saveSettings', args: [{ webhookUrl: '' }], user: OWNER, via: 'page' });
    world.simulator.hooks = {};
    world.simulator.passTime(2 * TICK);
    expect(world.spreadsheet.sheetNamed(DRAFT)).toBeUndefined();
    expect([progressOf(world).state, statusOf(world).waiting, triggers(world)]).toEqual([
      'cancelled',
      null,
      [],
    ]);
  });
});

describe('A wish to cancel', () => {
  it('is granted at once where the execution has been ended by the platform', () => {
    const world = slowWorld();
    startOnce(world);
    killAt(world, 'UrlFetchApp.fetchAll');
    startOnce(world);
    world.simulator.hooks = {};
    expect(progressOf(world).state).toBe('running');
    page(world, COLLEAGUE).call('cancelRefresh');
    expect(progressOf(world).state).toBe('cancelled');
    world.simulator.passTime(2 * TICK);
    expect(progressOf(world).state).toBe('cancelled');
  });

  it('that comes while the refresh is taken up again is not forgotten', () => {
    const world = slowWorld();
    startOnce(world);
    let isAsked = false;
    world.simulator.hooks = {
      after: ({ member }) => {
        if (member !== 'Lock.tryLock' || isAsked) return;
        isAsked = true;
        page(world, COLLEAGUE).call('cancelRefresh');
      },
    };
    startOnce(world);
    world.simulator.hooks = {};
    expect(progressOf(world).state).toBe('cancelled');
  });
});

describe('A service that fails after the report was written', () => {
  it('does not make the add-on say that the sheets have not changed', () => {
    const world = worldOfThree();
    connect(world);
    world.simulator.hooks = {
      before: (call) => {
        if (writtenBy(call).includes('history.0')) throw new PlatformException('Service error: Properties');
      },
    };
    expect(page(world).call('startRefresh', { briefOnly: false })).toMatchObject({
      message: expect.stringMatching(/^Готово: 3 счёта/) as unknown,
    });
    world.clock.advance(MINUTE);
    expect(progressOf(world).state).toBe('done');
  });
});
