/** The state of the report as the status page shows it. */
import { statusOf } from '../../../src/state/status';
import { KeptRemarks } from '../../../src/state/KeptRemarks';
import { NO_RUN, progressOf } from '../../../src/state/run';
import type { Outlook } from '../../../src/state/status';
import { COLLEAGUE, Installation, OWNER } from '../refresh/an-installation';

const statusFor = (installation: Installation, user = OWNER, change: Partial<Outlook> = {}) => {
  const { platform, settings, state, refreshes, schedule } = installation.openedBy(user);
  const outlook = { dueAt: schedule.dueAt(), isPutOff: false, hasStopped: false, ...change };
  return statusOf(platform, settings, state, refreshes.current(), outlook);
};

function refreshed(settings: Readonly<Record<string, unknown>> = {}): Installation {
  const installation = new Installation((portal) =>
    portal.withInvoice({ ID: 1, rows: [{}] }).withInvoice({ ID: 2, rows: [{}] }),
  );
  installation.connect(settings);
  installation.openedBy(OWNER).refreshes.start('menu', false);
  return installation;
}

describe('the status', () => {
  it('of a document that nobody connected is empty', () => {
    expect(statusFor(new Installation())).toEqual({
      version: '1.0.0',
      owner: null,
      isOwner: false,
      lastSuccess: null,
      lastAttempt: null,
      nextRun: null,
      waiting: null,
      generation: 'unknown',
      reconcile: null,
      runs: [],
    });
  });

  it('after a refresh says whose connection it is, how it went, and what the portal can', () => {
    const status = statusFor(refreshed());
    expect(status).toMatchObject({
      owner: 'Анна Смирнова',
      isOwner: true,
      lastSuccess: '2026-05-20T09:00:00.000Z',
      lastAttempt: '2026-05-20T09:00:00.000Z',
      nextRun: null,
      generation: 'taken',
      runs: [{ by: 'Анна Смирнова', how: 'menu', state: 'done', invoices: 2, rows: 2 }],
    });
  });

  it('keeps the last success apart from a later failure', () => {
    const installation = refreshed();
    installation.clock.advance(60_000);
    installation.portal.change({ revoked: true });
    installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(statusFor(installation)).toMatchObject({
      lastSuccess: '2026-05-20T09:00:00.000Z',
      lastAttempt: '2026-05-20T09:01:00.000Z',
      runs: [{ state: 'failed' }, { state: 'done' }],
    });
  });

  it('says when the schedule refreshes next', () => {
    expect(statusFor(refreshed({ scheduleHours: 6 })).nextRun).toBe('2026-05-20T15:00:00.000Z');
  });

  it('keeps the last success when the history has forgotten it', () => {
    const installation = refreshed();
    installation.portal.change({ revoked: true });
    for (let run = 0; run < 21; run += 1) installation.openedBy(OWNER).refreshes.start('schedule', false);
    expect(statusFor(installation).lastSuccess).toBe('2026-05-20T09:00:00.000Z');
  });

  it('says first why the schedule is late, and keeps the number of runs', () => {
    const installation = refreshed({ scheduleHours: 6 });
    const [first, second] = statusFor(installation, COLLEAGUE, { isPutOff: true }).runs;
    expect(first).toEqual({
      ...{ startedAt: null, finishedAt: null, by: 'Анна Смирнова', how: 'schedule', state: 'paused' },
      ...{ invoices: 0, rows: 0, requests: 0, hits: 0 },
      message: 'Обновление по расписанию отложено: дневной лимит Google почти исчерпан.',
    });
    expect(second).toMatchObject({ how: 'menu', state: 'done' });
  });

  it('promises no next refresh where the platform fires no trigger, and says what to do', () => {
    const status = statusFor(refreshed({ scheduleHours: 6 }), COLLEAGUE, { hasStopped: true });
    expect(status.nextRun).toBeNull();
    expect(status.runs[0]).toMatchObject({
      state: 'failed',
      message:
        'Google не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, владельцу подключения нужно сохранить настройки ещё раз.',
    });
  });

  it('says who waits, by a name others may read', () => {
    const installation = refreshed();
    installation.openedBy(COLLEAGUE).refreshes.start('menu', true);
    expect(statusFor(installation).waiting).toEqual({
      briefOnly: true,
      at: '2026-05-20T09:00:00.000Z',
      by: 'другой пользователь',
    });
    expect(statusFor(installation, COLLEAGUE)).toMatchObject({ isOwner: false, owner: 'Анна Смирнова' });
  });
});

describe('the runs of the status', () => {
  const OTHERS_AT = '2026-05-20T10:00:00.000Z';

  it('tell all remarks of the one that made the last report, one a line, and of no other', () => {
    const installation = refreshed();
    const { platform } = installation.openedBy(OWNER);
    const startedAt = statusFor(installation).lastAttempt ?? '';
    const { documentProperties, codec } = platform;
    const messages = () => statusFor(installation).runs.map(({ message }) => message);
    const [plain = ''] = messages();
    new KeptRemarks(documentProperties, codec, 'both').keep(OTHERS_AT, () => 'Чужое.');
    expect(messages()).toEqual([plain]);
    new KeptRemarks(documentProperties, codec, 'both').keep(startedAt, () => 'Первое.\nВторое.');
    expect(messages()).toEqual([`${plain}\nПервое.\nВторое.`]);
    new KeptRemarks(documentProperties, codec, 'both').keep(startedAt, () => '');
    new KeptRemarks(documentProperties, codec, 'brief').keep(startedAt, () => 'Краткое.');
    expect(messages()).toEqual([`${plain}\nКраткое.`]);
  });

  it('tell no remarks of a run that failed, even if it began at the same moment', () => {
    const installation = new Installation();
    installation.connect();
    installation.portal.change({ revoked: true });
    installation.openedBy(OWNER).refreshes.start('menu', false);
    const [failed] = statusFor(installation).runs;
    expect(failed?.state).toBe('failed');
    const { documentProperties, codec } = installation.openedBy(OWNER).platform;
    new KeptRemarks(documentProperties, codec, 'both').keep(failed?.startedAt ?? '', () => 'Чужое.');
    expect(statusFor(installation).runs).toEqual([failed]);
  });

  it('are twenty at most, the reason why the schedule is late among them', () => {
    const installation = refreshed();
    installation.portal.change({ revoked: true });
    for (let run = 0; run < 20; run += 1) installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(statusFor(installation).runs).toHaveLength(20);
    const late = statusFor(installation, OWNER, { isPutOff: true }).runs;
    expect([late.length, late[0]?.state]).toEqual([20, 'paused']);
  });

  it('say nothing of a schedule that is late or has stopped where there is no connection', () => {
    const dueAt = Date.parse(OTHERS_AT);
    for (const change of [{ isPutOff: true }, { hasStopped: true }])
      expect(statusFor(new Installation(), OWNER, { dueAt, ...change })).toMatchObject({
        owner: null,
        nextRun: OTHERS_AT,
        runs: [],
      });
  });
});

describe('the progress', () => {
  it('names the list of unpaid invoices outside the report only while that is read', () => {
    const run = { ...NO_RUN, state: 'running', readsOlder: true } as const;
    expect(progressOf({ ...run, phase: 'list' })).toHaveProperty('readsOlder', true);
    expect(progressOf({ ...run, phase: 'list', readsOlder: false })).not.toHaveProperty('readsOlder');
    for (const phase of ['links', 'write', null] as const)
      expect(progressOf({ ...run, phase })).not.toHaveProperty('readsOlder');
  });

  it('says of a run what a page may know, and nothing of whose it is', () => {
    expect(
      progressOf({ ...NO_RUN, id: 'run-1', by: 'id-1', state: 'running', phase: 'rows', done: 3, total: 7 }),
    ).toEqual({
      state: 'running',
      phase: 'rows',
      done: 3,
      total: 7,
      message: '',
      startedAt: null,
      finishedAt: null,
      requests: 0,
      cacheHits: 0,
    });
  });
});
