/** How a refresh says that it is alive, and how it hears that it shall end. */
import { Deadline, WORKING_MILLISECONDS } from '../../../src/refresh/Deadline';
import { RunProgress } from '../../../src/refresh/RunProgress';
import { CancelSignal, PauseSignal } from '../../../src/refresh/ending';
import { DocumentState } from '../../../src/state/DocumentState';
import { NO_RUN, type Run } from '../../../src/state/run';
import { VirtualClock } from '../../../simulator';
import { FakePropertyStore } from '../../support/FakePropertyStore';

class CountingProperties extends FakePropertyStore {
  writes = 0;

  override setProperty(key: string, value: unknown): this {
    this.writes += 1;
    return super.setProperty(key, value);
  }
}

function aRun() {
  const clock = new VirtualClock();
  const properties = new CountingProperties();
  const state = new DocumentState(properties);
  const run: Run = { ...NO_RUN, id: 'run-1', state: 'running', heartbeatAt: clock.now() };
  state.saveRun(run);
  properties.writes = 0;
  return { clock, properties, state, progress: new RunProgress(run, state, clock, new Deadline(clock)) };
}

describe('a checkpoint', () => {
  it('says nothing for three seconds, then says how far the run is and that it is alive', () => {
    const { clock, properties, state, progress } = aRun();
    progress.update({ done: 7, total: 20 });
    clock.advance(2999);
    progress.checkpoint();
    expect(properties.writes).toBe(0);
    clock.advance(1);
    progress.checkpoint();
    progress.checkpoint();
    expect(properties.writes).toBe(1);
    expect(state.run()).toMatchObject({ id: 'run-1', done: 7, total: 20, heartbeatAt: clock.now() });
  });

  it('says no more than one thing in three seconds, however often it is passed', () => {
    const { clock, properties, progress } = aRun();
    for (let passed = 0; passed < 60_000; passed += 100) {
      clock.advance(100);
      progress.checkpoint();
    }
    expect(properties.writes).toBe(20);
  });

  it('pauses the run when its time is up', () => {
    const { clock, progress } = aRun();
    clock.advance(WORKING_MILLISECONDS);
    expect(() => progress.checkpoint()).not.toThrow();
    clock.advance(1);
    expect(() => progress.checkpoint()).toThrow(PauseSignal);
  });

  it('cancels the run when someone has asked for it', () => {
    const { clock, state, progress } = aRun();
    state.askToCancel('run-1');
    clock.advance(3000);
    expect(() => progress.checkpoint()).toThrow(CancelSignal);
  });

  it('does not hear that another run shall end', () => {
    const { clock, state, progress } = aRun();
    state.askToCancel('run-0');
    clock.advance(3000);
    expect(() => progress.checkpoint()).not.toThrow();
  });
});

describe('a wait', () => {
  it('lasts as long as it should', () => {
    const { clock, progress } = aRun();
    const before = clock.now();
    progress.wait(7500, 'time');
    expect(clock.now() - before).toBe(7500);
  });

  it('shows signs of life every three seconds', () => {
    const { clock, properties, state, progress } = aRun();
    progress.wait(60_000, 'time');
    expect(properties.writes).toBe(20);
    expect(state.run().heartbeatAt).toBe(clock.now());
  });

  it('ends within five seconds of being cancelled', () => {
    const { clock, state, progress } = aRun();
    const askedAt = clock.now() + 10_000;
    const heard = {
      isCancelAsked: (id: string) => clock.now() >= askedAt && id === 'run-1',
      saveRun: () => undefined,
    };
    const listening = new RunProgress(
      progress.run,
      Object.assign(Object.create(state), heard) as DocumentState,
      clock,
      new Deadline(clock),
    );
    expect(() => listening.wait(120_000, 'limits')).toThrow(CancelSignal);
    expect(clock.now() - askedAt).toBeLessThanOrEqual(5000);
  });

  it('that would last beyond the time that is left is not begun', () => {
    const { clock, progress } = aRun();
    const before = clock.now();
    expect(() => progress.wait(WORKING_MILLISECONDS + 1, 'faults')).toThrow(new PauseSignal('faults'));
    expect(clock.now()).toBe(before);
  });
});

describe('a phase', () => {
  it('is said at once when it begins', () => {
    const { state, progress } = aRun();
    progress.enter('write');
    expect(state.run().phase).toBe('write');
  });

  it('is not begun where the run shall end: this is the last moment before the writing', () => {
    const { state, progress } = aRun();
    state.askToCancel('run-1');
    expect(() => progress.enter('write')).toThrow(CancelSignal);
  });

  it('is told before the last look, so that who asks later sees that it is too late', () => {
    const { state, progress } = aRun();
    state.askToCancel('run-1');
    expect(() => progress.enter('write')).toThrow(CancelSignal);
    expect(state.run().phase).toBe('write');
  });
});

describe('the requests of a run', () => {
  it('are counted, and by method for this execution', () => {
    const { progress } = aRun();
    for (const method of ['profile', 'crm.item.list', 'crm.item.list'] as const)
      progress.countRequest(method);
    expect(progress.run.requests).toBe(3);
    expect(Object.fromEntries(progress.requestsByMethod)).toEqual({ profile: 1, 'crm.item.list': 2 });
  });
});
