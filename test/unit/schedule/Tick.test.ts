/** What the recurring trigger does, by who the owner is, what waits, and what time it is. */
import { documentKeys } from '../../../src/settings/property-keys';
import { COLLEAGUE, Installation, OWNER, type InstallationOptions } from '../refresh/an-installation';

const HOUR = 3_600_000;
/** A tick of the bound form that comes so much before the due time is the one meant for it. */
const TOLERANCE = 75_000;

function connected(
  settings: Readonly<Record<string, unknown>> = {},
  options: InstallationOptions = {},
  invoices = 2,
): Installation {
  const installation = new Installation(
    (portal) => {
      for (let id = 1; id <= invoices; id++) portal.withInvoice({ ID: id, rows: [{}] });
    },
    { portal: { limits: 'off' }, ...options },
  );
  // Without a memory there is nothing to compare.
  installation.connect({ cacheTtlSeconds: 0, ...settings });
  return installation;
}

/** How many requests the tick cost, and what kind of run was begun or gone on with. */
function tick(installation: Installation, user = OWNER): { requests: number; how: string | null } {
  const from = installation.portal.requests.length;
  const { startedAt } = installation.document.run();
  installation.openedBy(user).tick.run();
  const run = installation.document.run();
  const requests = installation.portal.requests.length - from;
  return { requests, how: run.startedAt !== startedAt || requests > 0 ? run.how : null };
}

const NOTHING = { requests: 0, how: null };

describe('a tick with nothing to do', () => {
  it('ends at once', () => {
    const installation = connected();
    expect(tick(installation)).toEqual(NOTHING);
    expect(installation.document.history()).toEqual([]);
  });

  it('without a connection takes its trigger away', () => {
    const installation = new Installation();
    installation.openedBy(OWNER).trigger.turnOn();
    expect(tick(installation)).toEqual(NOTHING);
    expect(installation.script.triggers.all()).toEqual([]);
  });
});

describe('the quotas of a day', () => {
  it('put a scheduled refresh off when they would not carry it to its end', () => {
    const installation = connected({ scheduleHours: 1 });
    expect(tick(installation).how).toBe('schedule');
    installation
      .openedBy(OWNER)
      .ledger.add({ requests: 20_000 - installation.document.run().requests, triggerMilliseconds: 0 });
    installation.clock.advance(HOUR);
    expect(tick(installation)).toEqual(NOTHING);
    installation.clock.advance(25 * HOUR);
    expect(tick(installation).how).toBe('schedule');
  });

  it('do not keep a waiting colleague from his refresh', () => {
    const installation = connected();
    expect(installation.openedBy(OWNER).refreshes.start('menu', false).accepted).toBe('started');
    installation.openedBy(OWNER).ledger.add({ requests: 19_999, triggerMilliseconds: 0 });
    installation.openedBy(COLLEAGUE).refreshes.start('menu', false);
    expect(tick(installation).how).toBe('request');
  });
});

describe('the schedule', () => {
  it('refreshes for the first time at once, then when its hours have nearly passed since the last start', () => {
    const installation = connected({ scheduleHours: 2 });
    expect(tick(installation).how).toBe('schedule');
    installation.clock.advance(2 * HOUR - TOLERANCE - 1);
    expect(tick(installation)).toEqual(NOTHING);
    installation.clock.advance(1);
    expect(tick(installation).how).toBe('schedule');
    expect(installation.document.run()).toMatchObject({ state: 'done', briefOnly: false });
  });

  it('counts from any refresh of both sheets, not only from its own, and not from one of the brief sheet', () => {
    const installation = connected({ scheduleHours: 1 });
    installation.openedBy(OWNER).refreshes.start('menu', false);
    installation.clock.advance(HOUR / 2);
    installation.openedBy(OWNER).refreshes.start('menu', true);
    installation.clock.advance(HOUR / 2 - TOLERANCE - 1);
    expect(tick(installation)).toEqual(NOTHING);
    installation.clock.advance(1);
    expect(tick(installation).how).toBe('schedule');
  });

  it('does not try again before its time because the last refresh failed', () => {
    const installation = connected({ scheduleHours: 1 });
    installation.portal.change({ revoked: true });
    expect(tick(installation).how).toBe('schedule');
    installation.clock.advance(HOUR - TOLERANCE - 1);
    expect(tick(installation)).toEqual(NOTHING);
  });

  it('of a published add-on refreshes at the hourly tick that comes some seconds early', () => {
    const installation = connected({ scheduleHours: 1 }, { isPublished: true });
    expect(tick(installation).how).toBe('schedule');
    installation.clock.advance(HOUR - 20_000);
    expect(tick(installation).how).toBe('schedule');
    installation.clock.advance(HOUR * 0.75 - 1);
    expect(tick(installation)).toEqual(NOTHING);
  });

  it('that has never refreshed is due since its last tick, whenever somebody asks', () => {
    const installation = connected({ scheduleHours: 6 });
    const now = installation.clock.now();
    installation.document.tickAt.set(now);
    installation.clock.advance(60_000);
    expect(installation.openedBy(COLLEAGUE).schedule.dueAt()).toBe(now);
  });

  it('is off with 0 hours', () => {
    const installation = connected({ scheduleHours: 0 });
    installation.clock.advance(1000 * HOUR);
    expect(tick(installation)).toEqual(NOTHING);
  });
});

describe("a colleague's request", () => {
  it.each([true, false])('is carried out once, brief only: %s', (briefOnly) => {
    const installation = connected();
    installation.openedBy(COLLEAGUE).refreshes.start('menu', briefOnly);
    expect(tick(installation).how).toBe('request');
    expect(installation.document.run()).toMatchObject({ state: 'done', briefOnly });
    expect(installation.document.request.get()).toBeNull();
    expect(tick(installation)).toEqual(NOTHING);
  });

  it('that fails is not tried at every tick', () => {
    const installation = connected();
    installation.openedBy(COLLEAGUE).refreshes.start('menu', false);
    installation.portal.change({ revoked: true });
    tick(installation);
    expect(installation.document.run().state).toBe('failed');
    expect(tick(installation)).toEqual(NOTHING);
  });

  it('that finds a refresh at work waits for the next tick', () => {
    const installation = connected();
    let ticks = 0;
    installation.onWave = () => {
      if (ticks++ > 0) return;
      installation.openedBy(COLLEAGUE).refreshes.start('menu', true);
      installation.openedBy(OWNER).tick.run();
    };
    installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(installation.document.request.get()).toMatchObject({ briefOnly: true });
    installation.onWave = () => undefined;
    expect(tick(installation).how).toBe('request');
  });
});

describe('a paused refresh', () => {
  const paused = (): Installation => {
    const installation = connected({}, { latency: 55_000 }, 260);
    installation.openedBy(OWNER).refreshes.start('sidebar', false);
    expect(installation.document.run().state).toBe('paused');
    return installation;
  };

  it('is gone on with at every tick until it is done, as what it was begun as', () => {
    const installation = paused();
    const { id, startedAt } = installation.document.run();
    let ticks = 0;
    while (installation.document.run().state === 'paused' && ticks < 20) {
      ticks += 1;
      tick(installation);
    }
    expect(installation.document.run()).toMatchObject({ id, startedAt, state: 'done', how: 'sidebar' });
    expect(installation.document.history()).toHaveLength(1);
  });

  it('goes before a waiting request and before the schedule', () => {
    const installation = paused();
    installation.connect({ scheduleHours: 1 });
    installation.openedBy(COLLEAGUE).refreshes.start('menu', true);
    expect(tick(installation).how).toBe('sidebar');
    expect(installation.document.request.get()).not.toBeNull();
  });
});

describe('a mark that the writing left behind', () => {
  it('makes the tick refresh both sheets, without any schedule', () => {
    const installation = connected();
    const { platform } = installation.openedBy(OWNER);
    installation.openedBy(OWNER).refreshes.start('menu', true);
    platform.documentProperties.setProperty(documentKeys.writing, 'brief');
    expect(tick(installation).how).toBe('schedule');
    expect(installation.document.isHalfWritten()).toBe(false);
    expect(tick(installation)).toEqual(NOTHING);
  });
});

describe('a former owner', () => {
  it('loses his trigger and his webhook at his next tick, and asks the portal nothing', () => {
    const installation = connected({ scheduleHours: 1 });
    installation.connect({}, COLLEAGUE);
    expect(tick(installation, OWNER)).toEqual(NOTHING);
    expect(installation.script.triggers.of(OWNER)).toEqual([]);
    expect(installation.script.triggers.of(COLLEAGUE)).toHaveLength(1);
    const left = installation.script
      .stored()
      .filter(({ store, key }) => store === `user:${OWNER}` && key.endsWith('webhook'));
    expect(left).toEqual([]);
    expect(tick(installation, COLLEAGUE).how).toBe('schedule');
  });
});
