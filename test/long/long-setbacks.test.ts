/** When a refresh cannot come to a good end: how long it is tried unattended, and what people are told. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { operationTimeLimit, type FaultRule } from '../../portal/faults';
import { PlatformException } from '../../simulator';
import { draftOf, slowWorld } from '../bundle/support/long-worlds';
import { duringRefresh, MINUTE, page, TICK, worldOfThree } from '../../world/people';
import { documentProperty, progressOf, refresh, refreshed, startOnce } from '../../world/scenario';

const HOUR = 60 * MINUTE;
const ROWS = 'crm.item.productrow.list';
const GAVE_UP = 'Не удалось несколько раз подряд: повтор только по расписанию или вручную.';

interface Status {
  readonly runs: { readonly state: string; readonly message: string; readonly startedAt: string }[];
}

const status = (world: World): Status => page(world).call('getStatus') as Status;

/** Product rows are refused for so long. */
function throttled(milliseconds: number): World {
  let until = Infinity;
  const faults: FaultRule = ({ method, at }) => (method === ROWS && at < until ? operationTimeLimit : null);
  const world = worldOfThree({
    portal: { generation: 'new', faults },
    simulator: { cacheEntryVanishes: () => true },
  });
  connect(world);
  until = world.clock.now() + milliseconds;
  return world;
}

describe('A portal that refuses a method for want of operating time', () => {
  it('is asked again only for what the draft does not hold', () => {
    const world = throttled(8 * MINUTE);
    startOnce(world);
    expect(progressOf(world).state).toBe('paused');
    for (let tick = 0; tick < 3 && progressOf(world).state === 'paused'; tick += 1)
      world.simulator.passTime(TICK);
    expect(progressOf(world).state).toBe('done');
    const answered = world.portal.requests.filter(({ error }) => error === null);
    const questions = answered.map(({ method, params }) => method + JSON.stringify(params));
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('for more than an hour makes the refresh fail with a sentence, and no tick asks again', () => {
    const world = throttled(24 * HOUR);
    startOnce(world);
    world.simulator.passTime(50 * MINUTE);
    expect(progressOf(world).state).toBe('paused');
    world.simulator.passTime(20 * MINUTE);
    const message = 'Портал больше часа ограничивает запросы, данные не приходят. Обновите отчёт позже.';
    expect(progressOf(world)).toMatchObject({ state: 'failed', message });
    expect(status(world).runs).toEqual([expect.objectContaining({ state: 'failed', message })]);
    expect(draftOf(world)).toBeUndefined();
    const asked = world.portal.requests.length;
    world.simulator.passTime(2 * HOUR);
    expect(world.portal.requests).toHaveLength(asked);
  });
});

describe('A refresh whose writing always fails', () => {
  function unwritable(settings = {}): World {
    const world = worldOfThree();
    connect(world, settings);
    world.simulator.hooks = {
      before: ({ member }) => {
        if (member === 'Range.setValues') throw new PlatformException('Service Spreadsheets failed');
      },
    };
    startOnce(world);
    expect(progressOf(world).state).toBe('failed');
    return world;
  }

  it('is tried three times in a row, then left alone, and the status says so', () => {
    const world = unwritable();
    world.simulator.passTime(HOUR);
    const { runs } = status(world);
    expect(runs).toHaveLength(3);
    expect(runs.map(({ message }) => message.startsWith(GAVE_UP))).toEqual([true, false, false]);
    expect(progressOf(world).message).toBe(
      `${GAVE_UP} Запись листов прерывается. Если лист защищён, снимите защиту; если отчёт преобразован в ` +
        'таблицу Google, выберите в ней «Преобразовать в диапазон». Затем обновите отчёт.',
    );
  });

  it('is tried at the pace of the schedule afterwards', () => {
    const world = unwritable({ scheduleHours: 2 });
    world.simulator.passTime(5 * HOUR);
    const times = status(world).runs.map(({ startedAt }) => Date.parse(startedAt));
    expect(times).toHaveLength(5);
    expect((times[0] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(2 * HOUR);
    expect((times[1] ?? 0) - (times[2] ?? 0)).toBeGreaterThanOrEqual(2 * HOUR);
  });

  it('is forgiven as soon as one succeeds', () => {
    const world = unwritable();
    world.simulator.passTime(HOUR);
    world.simulator.hooks = {};
    refreshed(world);
    expect(documentProperty(world, 'writing')).toBeNull();
    expect(documentProperty(world, 'run')).toMatchObject({ state: 'done', setbacks: 0 });
  });
});

describe('A refresh that the platform ends', () => {
  const killAll = (world: World): void => {
    world.simulator.hooks = {
      before: (call) => {
        if (call.member === 'Cache.putAll') call.kill();
      },
    };
  };

  it('before it has a draft is gone on with by the next tick', () => {
    const world = worldOfThree();
    connect(world);
    killAll(world);
    expect(startOnce(world).outcome).toBe('killed');
    world.simulator.hooks = {};
    world.simulator.passTime(TICK);
    expect(progressOf(world)).toMatchObject({ state: 'done', done: 3, total: 3 });
    expect(status(world).runs).toHaveLength(1);
  });

  it('every time is given up after three executions, and may be started by hand', () => {
    const world = slowWorld();
    killAll(world);
    startOnce(world);
    const executions = world.simulator.passTime(HOUR).filter(({ outcome }) => outcome === 'killed');
    expect(executions).toHaveLength(2);
    expect(progressOf(world)).toMatchObject({
      state: 'failed',
      message: `${GAVE_UP} Обновление прервано платформой. Запустите ещё раз.`,
    });
    expect(draftOf(world)).toBeUndefined();
    world.simulator.hooks = {};
    expect(refresh(world).progress.state).toBe('done');
  });

  it('after somebody wanted to cancel it is cancelled by the next tick', () => {
    const world = slowWorld();
    duringRefresh(world, () => {
      page(world, COLLEAGUE).call('cancelRefresh');
      killAll(world);
    });
    expect(startOnce(world).outcome).toBe('killed');
    world.simulator.hooks = {};
    world.simulator.passTime(2 * TICK);
    expect(progressOf(world).state).toBe('cancelled');
    expect(draftOf(world)).toBeUndefined();
  });

  it.each([
    'Spreadsheet.insertSheet',
    'Sheet.addDeveloperMetadata',
    'Sheet.hideSheet',
    'Range.setValues',
    'Spreadsheet.deleteSheet',
  ])('just after its first %s goes on by the ticks and leaves no draft', (member) => {
    const world = slowWorld();
    world.simulator.hooks = {
      after: (call) => {
        if (call.member !== member) return;
        world.simulator.hooks = {};
        call.kill();
      },
    };
    startOnce(world);
    world.simulator.passTime(HOUR);
    expect([progressOf(world).state, draftOf(world) === undefined]).toEqual(['done', true]);
    expect(documentProperty(world, 'writing')).toBeNull();
  });

  it('between its last word and the end of its draft is tidied up by the next tick', () => {
    const world = slowWorld();
    world.simulator.hooks = {
      before: (call) => {
        if (call.member === 'Spreadsheet.deleteSheet') call.kill();
      },
    };
    while (startOnce(world).outcome !== 'killed') expect(progressOf(world).state).toBe('paused');
    world.simulator.hooks = {};
    expect([progressOf(world).state, draftOf(world) === undefined]).toEqual(['done', false]);
    world.simulator.passTime(TICK);
    expect(draftOf(world)).toBeUndefined();
  });
});
