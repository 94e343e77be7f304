/** The rarer ticks: of somebody who is the owner no more, after a draft that was left, and when quotas put it off. */
import { COLLEAGUE, Installation, OWNER } from '../refresh/an-installation';

const HOUR = 3_600_000;

function connected(settings: Readonly<Record<string, unknown>> = {}): Installation {
  const installation = new Installation((portal) => portal.withInvoice({ ID: 1, rows: [{}] }));
  // Without a memory there is nothing to compare.
  installation.connect({ cacheTtlSeconds: 0, ...settings });
  return installation;
}

const tick = (installation: Installation, user = OWNER): number => {
  const before = installation.portal.requests.length;
  installation.openedBy(user).tick.run();
  return installation.portal.requests.length - before;
};

describe('A tick', () => {
  test('of who is the owner no more takes his trigger away and leaves the owner’s state alone', () => {
    const installation = connected({ scheduleHours: 1 });
    installation.openedBy(COLLEAGUE).trigger.turnOn();
    installation.document.tickAt.set(5);
    expect(tick(installation, COLLEAGUE)).toBe(0);
    expect(installation.script.triggers.of(COLLEAGUE)).toEqual([]);
    expect(installation.script.triggers.of(OWNER)).toHaveLength(1);
    expect(installation.document.tickAt.get()).toBe(5);
  });

  test('of the owner is noted, whether or not there is anything to do, and keeps his trigger', () => {
    const installation = connected({ scheduleHours: 0 });
    expect(tick(installation)).toBe(0);
    expect(installation.document.tickAt.get()).toBe(installation.clock.now());
    expect(installation.script.triggers.of(OWNER)).toHaveLength(1);
  });

  test('puts away the draft of a run that is over, once', () => {
    const installation = connected();
    installation.openedBy(OWNER).refreshes.start('menu', false);
    const { state } = installation.openedBy(OWNER);
    state.saveRun({ ...state.run(), drafted: true });
    expect(tick(installation)).toBe(0);
    expect(installation.document.run()).toMatchObject({ state: 'done', drafted: false });
  });

  test('counts as work where it refreshed, also for a colleague, and as idle where it only looked', () => {
    const installation = connected({ scheduleHours: 1 });
    const idleAt = (user = OWNER): number => {
      const opened = installation.openedBy(user);
      let idle = 0;
      const addIdle = opened.ledger.addIdle.bind(opened.ledger);
      opened.ledger.addIdle = (milliseconds) => {
        idle += 1;
        addIdle(milliseconds);
      };
      opened.tick.run();
      return idle;
    };
    expect([idleAt(), idleAt()]).toEqual([0, 1]);
    installation.openedBy(COLLEAGUE).refreshes.start('menu', false);
    expect([idleAt(), idleAt(), idleAt(COLLEAGUE)]).toEqual([0, 1, 1]);
    installation.clock.advance(HOUR);
    expect([idleAt(), idleAt()]).toEqual([0, 1]);
  });

  test('after the last owner has gone forgets what waited for him, and ends what was open', () => {
    const installation = connected({ scheduleHours: 1 });
    const { state, trigger } = installation.openedBy(OWNER);
    installation.openedBy(OWNER).refreshes.start('menu', false);
    state.saveRun({ ...state.run(), state: 'paused', drafted: true });
    installation.openedBy(COLLEAGUE).refreshes.start('menu', false);
    state.putOff.set(installation.clock.now() + HOUR);
    state.tickAt.set(installation.clock.now());
    installation.connect({ webhookUrl: '' });
    trigger.turnOn();
    expect(tick(installation)).toBe(0);
    const { document } = installation;
    expect([document.request.get(), document.putOff.get(), document.tickAt.get()]).toEqual([
      null,
      null,
      null,
    ]);
    expect(document.run().state).toBe('cancelled');
    expect(installation.script.triggers.all()).toEqual([]);
  });
});

describe('The schedule', () => {
  test('is put off by the quotas of the day, and says so until there is room again', () => {
    const installation = connected({ scheduleHours: 1 });
    tick(installation);
    const isPutOff = () => installation.openedBy(OWNER).schedule.isPutOff();
    expect(isPutOff()).toBe(false);
    const { ledger, schedule } = installation.openedBy(OWNER);
    ledger.add({ requests: 19_999, triggerMilliseconds: 0 });
    schedule.review(ledger);
    expect(isPutOff()).toBe(true);
    expect(schedule.dueAt()).toBe(installation.document.putOff.get());
    installation.clock.advance(25 * HOUR);
    const later = installation.openedBy(OWNER);
    later.schedule.review(later.ledger);
    expect([isPutOff(), installation.document.putOff.get()]).toEqual([false, null]);
  });

  test('that is off is neither put off nor due', () => {
    const installation = connected({ scheduleHours: 0 });
    const { ledger, schedule, state } = installation.openedBy(OWNER);
    state.putOff.set(installation.clock.now() + HOUR);
    schedule.review(ledger);
    expect([schedule.isPutOff(), schedule.dueAt(), schedule.due(state.run())]).toEqual([false, null, null]);
  });

  test('is put off from the very millisecond after the due time, not at it', () => {
    const installation = connected({ scheduleHours: 1 });
    tick(installation);
    const { schedule, state } = installation.openedBy(OWNER);
    const due = Date.parse(state.lastStart() ?? '') + HOUR;
    state.putOff.set(due);
    expect([schedule.isPutOff(), schedule.dueAt()]).toEqual([false, due]);
    state.putOff.set(due + 1);
    expect([schedule.isPutOff(), schedule.dueAt()]).toEqual([true, due + 1]);
  });
});
