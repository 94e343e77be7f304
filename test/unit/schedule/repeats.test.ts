/** An unattended refresh that failed is tried again 15 and 60 minutes later where that may help, then by the schedule. */
import {
  badGateway,
  overloadLimit,
  tooManyRequests,
  unavailableHtml,
  type Fault,
} from '../../../portal/faults';
import { COLLEAGUE, Installation, OWNER, type InstallationOptions } from '../refresh/an-installation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function connected(
  settings: Readonly<Record<string, unknown>> = {},
  options: InstallationOptions = {},
): Installation {
  const installation = new Installation((portal) => portal.withInvoice({ ID: 1, rows: [{}] }), {
    portal: { limits: 'off' },
    ...options,
  });
  installation.connect(settings);
  return installation;
}

const troubled = (installation: Installation, fault: Fault | null): void =>
  installation.portal.change({ faults: () => fault });

interface Begun {
  /** Minutes from the first tick to the tick that began it. */
  readonly minute: number;
  readonly how: string;
  readonly briefOnly: boolean;
  readonly state: string;
}

/** Lets the owner's trigger fire, at once and to the end of that time, and gives the refreshes that it began. */
function ticks(
  installation: Installation,
  milliseconds: number,
  act: (minute: number) => void = () => undefined,
): Begun[] {
  const { clock, options } = installation;
  const every = options.isPublished === true ? HOUR : 5 * MINUTE;
  const first = clock.now();
  const begun: Begun[] = [];
  for (let at = first; at <= first + milliseconds; at += every) {
    clock.advanceTo(at);
    const minute = (at - first) / MINUTE;
    act(minute);
    const before = installation.document.run().startedAt;
    installation.openedBy(OWNER).tick.run();
    const { startedAt, how, briefOnly, state } = installation.document.run();
    if (startedAt !== before) begun.push({ minute, how, briefOnly, state });
  }
  return begun;
}

const minutesOf = (begun: readonly Begun[]): number[] => begun.map(({ minute }) => minute);

/** When people are told that the next refresh comes. */
const nextRun = (installation: Installation): number | null => installation.openedBy(OWNER).schedule.dueAt();

describe.each<[string, Fault]>([
  ['busy', tooManyRequests],
  ['closed for maintenance', unavailableHtml],
  ['broken', badGateway],
  ['overloaded', overloadLimit],
])('A scheduled refresh of a portal that is %s', (_, fault) => {
  it('is tried again after 15 and 60 minutes, then when the schedule says so', () => {
    const installation = connected({ scheduleHours: 24 });
    troubled(installation, fault);
    const begun = ticks(installation, 27 * HOUR);
    expect(minutesOf(begun)).toEqual([0, 15, 60, 25 * 60, 25 * 60 + 15, 26 * 60]);
    expect(new Set(begun.map(({ how, state }) => `${how} ${state}`))).toEqual(new Set(['schedule failed']));
  });

  it('is not tried again once it succeeded', () => {
    const installation = connected({ scheduleHours: 24 });
    troubled(installation, fault);
    const begun = ticks(installation, 10 * HOUR, (minute) => {
      if (minute === 10) troubled(installation, null);
    });
    expect(begun.map(({ minute, state }) => [minute, state])).toEqual([
      [0, 'failed'],
      [15, 'done'],
    ]);
  });

  it('is tried again at the next ticks of the published form', () => {
    const installation = connected({ scheduleHours: 24 }, { isPublished: true });
    troubled(installation, fault);
    expect(minutesOf(ticks(installation, 20 * HOUR))).toEqual([0, 60, 120]);
  });
});

describe('A refresh that fails for what may pass', () => {
  it('and was made by hand is not repeated', () => {
    const installation = connected();
    troubled(installation, badGateway);
    installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(installation.document.run().state).toBe('failed');
    expect(ticks(installation, 3 * HOUR)).toEqual([]);
    expect(nextRun(installation)).toBeNull();
  });

  it.each([true, false])('for a colleague is repeated as he wished it, brief only: %s', (briefOnly) => {
    const installation = connected();
    troubled(installation, badGateway);
    installation.openedBy(COLLEAGUE).refreshes.start('sidebar', briefOnly);
    const begun = ticks(installation, 3 * HOUR);
    expect(minutesOf(begun)).toEqual([0, 15, 60]);
    expect(new Set(begun.map((run) => `${run.how} ${run.briefOnly}`))).toEqual(
      new Set([`request ${briefOnly}`]),
    );
  });

  it('and is made good by hand is not repeated', () => {
    const installation = connected({ scheduleHours: 24 });
    troubled(installation, badGateway);
    const begun = ticks(installation, 3 * HOUR, (minute) => {
      if (minute !== 10) return;
      troubled(installation, null);
      installation.openedBy(OWNER).refreshes.start('menu', false);
    });
    expect(minutesOf(begun)).toEqual([0]);
  });

  it('is repeated all the same where somebody tried in vain, or made the brief sheet only', () => {
    const installation = connected({ scheduleHours: 24 });
    troubled(installation, badGateway);
    const begun = ticks(installation, 3 * HOUR, (minute) => {
      if (minute === 10) installation.openedBy(OWNER).refreshes.start('menu', false);
      if (minute === 30) {
        troubled(installation, null);
        installation.openedBy(OWNER).refreshes.start('menu', true);
      }
    });
    expect(begun.map(({ minute, state, briefOnly }) => [minute, state, briefOnly])).toEqual([
      [0, 'failed', false],
      [15, 'failed', false],
      [60, 'done', false],
    ]);
  });

  it('is repeated no more where the connection has become the reason, or is gone', () => {
    const installation = connected({ scheduleHours: 24 });
    troubled(installation, badGateway);
    const begun = ticks(installation, 3 * HOUR, (minute) => {
      if (minute === 10) installation.portal.change({ revoked: true, faults: () => null });
    });
    expect(minutesOf(begun)).toEqual([0, 15]);

    const left = connected({ scheduleHours: 24 });
    troubled(left, badGateway);
    ticks(left, 5 * MINUTE);
    left.connect({ webhookUrl: '' });
    expect(nextRun(left)).toBeNull();
  });
});

describe.each([false, true])('When the next refresh comes (published: %s)', (isPublished) => {
  it('is told truly before every tick, repeats included', () => {
    const installation = connected({ scheduleHours: 24 }, { isPublished });
    troubled(installation, badGateway);
    const start = installation.clock.now();
    const told: { minute: number; next: number }[] = [];
    const begun = minutesOf(
      ticks(installation, 26 * HOUR, (minute) => {
        if (minute > 0) told.push({ minute, next: ((nextRun(installation) ?? 0) - start) / MINUTE });
      }),
    );
    const untrue = told.filter(({ minute, next }) => {
      const came = begun.find((time) => time >= minute);
      return came !== undefined && Math.abs(came - next) > 1;
    });
    expect(begun.slice(0, 3)).toEqual(isPublished ? [0, 60, 120] : [0, 15, 60]);
    expect(untrue).toEqual([]);
  });
});
