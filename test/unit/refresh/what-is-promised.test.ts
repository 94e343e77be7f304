/** What people read when they cannot refresh at once: every time and every reason is true when it is read. */
import { refreshTexts } from '../../../src/texts/refresh-texts';
import type { Generation } from '../../../portal/generation';
import { COLLEAGUE, Installation, OWNER } from './an-installation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function anInstallation(
  invoices: number,
  latency: number,
  isPublished: boolean,
  generation: Generation = 'new',
): Installation {
  const compose = (
    portal: Parameters<NonNullable<ConstructorParameters<typeof Installation>[0]>>[0],
  ): void => {
    for (let id = 1; id <= invoices; id += 1) portal.withInvoice({ ID: id, rows: [{}] });
  };
  const installation = new Installation(compose, {
    latency,
    isPublished,
    portal: { limits: 'off', generation },
  });
  installation.connect();
  return installation;
}

const ask = (installation: Installation) =>
  installation.openedBy(COLLEAGUE).refreshes.start('sidebar', false);

/** When that request was carried out, milliseconds since 1970. */
function carriedOut(installation: Installation, every: number): number {
  const from = installation.clock.now();
  const asked = Date.parse(installation.document.request.get()?.at ?? '');
  for (let tick = 1; tick < 200; tick += 1) {
    const next = from + tick * every;
    if (next > installation.clock.now()) {
      installation.clock.advance(next - installation.clock.now());
      installation.openedBy(OWNER).tick.run();
    }
    const done = installation.document
      .history()
      .find(
        ({ how, state, startedAt }) =>
          how === 'request' && state === 'done' && Date.parse(startedAt ?? '') > asked,
      );
    if (done !== undefined) return Date.parse(done.finishedAt ?? '');
  }
  throw new Error('the request is not carried out');
}

/** The end of the minute that the sentence names. */
function promised(installation: Installation, message: string): number | null {
  const [, hours = '', minutes = ''] = /не позже (\d\d):(\d\d) через/.exec(message) ?? [];
  if (hours === '') return null;
  const now = installation.clock.now();
  const midnight = now - ((now + 3 * HOUR) % (24 * HOUR));
  const time = midnight + Number(hours) * HOUR + (Number(minutes) + 1) * MINUTE;
  return time > now ? time : time + 24 * HOUR;
}

describe.each([
  ['bound', false, 5 * MINUTE],
  ['published', true, HOUR],
])('A request of the %s form', (_, isPublished, every) => {
  it.each<[number, number, number, Generation]>([
    [2, 1_000, 0, 'new'],
    [150, 55_000, 0, 'old'],
    [400, 55_000, 1, 'old'],
    [900, 55_000, 2, 'old'],
    [400, 55_000, 1, 'new'],
    [900, 55_000, 2, 'new'],
    [900, 30_000, 1, 'mid'],
  ])(
    'is carried out by the time that is told: %d invoices, waves of %d ms, after %d executions of a refresh, portal: %s',
    (invoices, latency, executions, generation) => {
      const installation = anInstallation(invoices, latency, isPublished, generation);
      if (executions === 0) {
        installation.openedBy(OWNER).refreshes.start('menu', false);
        while (installation.document.run().state === 'paused') installation.openedBy(OWNER).tick.run();
      }
      for (let done = 0; done < executions; done += 1) {
        installation.openedBy(OWNER).refreshes.start('menu', false);
        expect(installation.document.run().state).toBe('paused');
      }
      const { accepted, message } = ask(installation);
      expect(accepted).toBe('queued');
      const time = promised(installation, message);
      if (time === null) expect(message).toBe(refreshTexts.queuedBehind('другой пользователь'));
      else expect(carriedOut(installation, every)).toBeLessThan(time);
      // What is not paused has a time in any case.
      if (executions === 0) expect(time).not.toBeNull();
    },
  );
});

describe('A connection that the portal refuses', () => {
  function refusedTimes(times: number): Installation {
    const installation = anInstallation(2, 0, false);
    installation.openedBy(OWNER).refreshes.start('menu', false);
    installation.portal.change({ revoked: true });
    for (let time = 0; time < times; time += 1) {
      installation.clock.advance(24 * HOUR);
      installation.openedBy(OWNER).refreshes.start('schedule', false);
    }
    return installation;
  }
  const REFUSED = {
    accepted: 'refused',
    message:
      'Подключение не работает с 21.05.2026. Сообщите владельцу (Анна Смирнова) или подключите свой вебхук.',
  };

  it('three times in a row takes no requests, and says since when', () => {
    const installation = refusedTimes(4);
    expect([ask(installation), installation.document.request.get()]).toEqual([REFUSED, null]);
  });

  it('twice still takes them', () => {
    expect(ask(refusedTimes(2)).accepted).toBe('queued');
  });

  it('takes them again once another webhook is saved or a refresh succeeds', () => {
    const mended = refusedTimes(3);
    mended.portal.change({ revoked: false });
    mended.openedBy(OWNER).refreshes.start('menu', false);
    expect(ask(mended).accepted).toBe('queued');
    const renewed = refusedTimes(3);
    renewed.document.connectedAt.set(new Date(renewed.clock.now() + 1).toISOString());
    expect(ask(renewed).accepted).toBe('queued');
  });

  it('is not meant where the portal is only out of order', () => {
    const installation = anInstallation(2, 0, false);
    const run = {
      ...installation.document.run(),
      state: 'failed' as const,
      startedAt: '2026-05-20T09:00:00.000Z',
    };
    for (let time = 0; time < 3; time += 1)
      installation.document.saveRun(run, { ...run, invoices: 0, rows: 0, hits: 0 });
    expect(ask(installation).accepted).toBe('queued');
  });
});

describe('The owner', () => {
  it('reads of himself as of himself, also before the portal has told his name', () => {
    const installation = anInstallation(2, 0, false);
    const answers: unknown[] = [];
    installation.onWave = (wave) => {
      if (wave === 1) answers.push(installation.openedBy(OWNER).refreshes.start('sidebar', false));
    };
    installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(answers).toEqual([
      { accepted: 'busy', message: refreshTexts.busy('ваше подключение', '12:00', 0, 0) },
    ]);
  });

  it('who meets a lock that is kept for a moment reads nothing of a refresh that is over', () => {
    const installation = anInstallation(2, 0, false);
    installation.openedBy(OWNER).refreshes.start('menu', false);
    const holder = {};
    installation.script.locks.take('document', holder);
    expect(installation.openedBy(OWNER).refreshes.start('menu', false)).toEqual({
      accepted: 'busy',
      message: 'Отчёт сейчас занят другим действием: повторите через несколько секунд.',
    });
  });

  it('who cancels what the platform had ended while it wrote reads that the sheets may be half written', () => {
    const installation = anInstallation(400, 55_000, false);
    installation.openedBy(OWNER).refreshes.start('menu', false);
    installation.openedBy(OWNER).platform.documentProperties.setProperty('writing', '1');
    expect(installation.openedBy(OWNER).refreshes.cancel().message).toBe(refreshTexts.cancelledHalfWritten());
  });
});
