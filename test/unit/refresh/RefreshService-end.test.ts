/** How a refresh ends, and what is remembered of it. */
import { PAYMENT_DATE, type PortalBuilder } from '../../../portal/data/a-portal';
import { hang, restFault, type FaultRule } from '../../../portal/faults';
import { WORKING_MILLISECONDS } from '../../../src/refresh/Deadline';
import { SURELY_ENDED_MILLISECONDS } from '../../../src/platform/limits';
import { HISTORY_LENGTH } from '../../../src/state/History';
import { errorTexts } from '../../../src/texts/error-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { DEMO_SECRET } from '../../../portal/options';
import { memberOf } from '../../support/member-of';
import { Installation, OWNER, type InstallationOptions } from './an-installation';

const manyInvoices = (count: number) => (portal: PortalBuilder) => {
  for (let id = 1; id <= count; id++) portal.withInvoice({ ID: id, rows: [{}] });
};

function connected(count: number, options: InstallationOptions = {}): Installation {
  const installation = new Installation(manyInvoices(count), options);
  installation.connect();
  return installation;
}

const start = (installation: Installation) => installation.openedBy(OWNER).refreshes.start('sidebar', false);
const sheetNames = ({ spreadsheet }: Installation): string[] => spreadsheet.sheets.map(({ name }) => name);

describe('a refresh that is done', () => {
  it('is remembered with its times, its cause and its counts', () => {
    const installation = connected(3);
    const { message } = start(installation);
    const requests = installation.portal.requests.length;
    expect(installation.document.run()).toMatchObject({
      state: 'done',
      phase: null,
      message,
      startedAt: '2026-05-20T09:00:00.000Z',
      finishedAt: '2026-05-20T09:00:00.000Z',
      requests,
      how: 'sidebar',
      briefOnly: false,
    });
    expect(installation.document.history()).toEqual([
      {
        startedAt: '2026-05-20T09:00:00.000Z',
        finishedAt: '2026-05-20T09:00:00.000Z',
        by: installation.openedBy(OWNER).settings.people.personId(),
        how: 'sidebar',
        briefOnly: false,
        state: 'done',
        message,
        invoices: 3,
        rows: 3,
        requests,
        hits: installation.document.run().cacheHits,
        runningMilliseconds: 0,
      },
    ]);
  });

  it('logs one line of counts without anything of the invoices', () => {
    const installation = connected(3);
    start(installation);
    expect(installation.log).toHaveLength(1);
    expect(JSON.parse(installation.log[0] ?? '')).toMatchObject({ refresh: 'done', invoices: 3, rows: 3 });
    expect(installation.log.join()).not.toMatch(new RegExp(`${DEMO_SECRET}|demo\\.bitrix24|Услуга`));
  });
});

describe('a refresh that is cancelled', () => {
  it('ends within five seconds of the last answer and leaves the sheets as they were', () => {
    const installation = connected(400, { latency: 2000 });
    let cancelledAt = 0;
    installation.onWave = (wave) => {
      if (wave !== 5) return;
      cancelledAt = installation.clock.now();
      expect(installation.openedBy(OWNER).refreshes.cancel()).toEqual({
        accepted: true,
        message: refreshTexts.cancelAccepted(),
      });
    };
    const before = sheetNames(installation);

    expect(start(installation)).toEqual({ accepted: 'started', message: refreshTexts.cancelled() });
    expect(installation.document.run().state).toBe('cancelled');
    expect(installation.clock.now() - cancelledAt).toBeLessThanOrEqual(5000);
    expect(sheetNames(installation)).toEqual(before);
  });

  it('does not cancel the next one', () => {
    const installation = connected(3);
    start(installation);
    installation.document.askToCancel(installation.document.run().id);
    start(installation);
    expect(installation.document.run().state).toBe('done');
  });

  it.each(['before any', 'after one that is done'])('there is none %s', (when) => {
    const installation = connected(1);
    if (when !== 'before any') start(installation);
    expect(installation.openedBy(OWNER).refreshes.cancel()).toEqual({
      accepted: false,
      message: refreshTexts.nothingToCancel(),
    });
  });
});

describe('a refresh that does not fit one execution', () => {
  it('is paused well before the platform ends it, and keeps what it has fetched', () => {
    const installation = connected(600, { latency: 40_000 });
    const startedAt = installation.clock.now();
    expect(start(installation).message).toBe(refreshTexts.paused('time', false));
    expect(installation.document.run().state).toBe('paused');
    expect(installation.clock.now() - startedAt).toBeLessThanOrEqual(WORKING_MILLISECONDS + 40_000);
  });
});

const refusedList: FaultRule = ({ method }) =>
  method === 'crm.item.list' ? restFault(400, 'NOT_FOUND', 'x') : null;

describe('a refresh that fails', () => {
  it.each([
    ['the webhook is refused', { revoked: true }, errorTexts.credentials()],
    ['the plan ended', { state: 'unpaid' as const }, errorTexts.subscription()],
    ['the portal moved', { movedTo: 'https://new.bitrix24.ru' }, errorTexts.redirect('new.bitrix24.ru')],
    ['nothing answers', { faults: () => hang }, errorTexts.timeout()],
    ['the portal refuses', { faults: refusedList }, errorTexts.invoicesOff()],
  ])('says why in a sentence of our own: %s', (_, change, sentence) => {
    const installation = connected(1);
    installation.portal.change(change);
    expect(start(installation)).toEqual({ accepted: 'started', message: sentence });
    expect(installation.document.run()).toMatchObject({ state: 'failed', phase: null, message: sentence });
    expect(installation.document.history()[0]).toMatchObject({ state: 'failed', invoices: 0, rows: 0 });
  });

  it('says which field is gone', () => {
    const installation = connected(1);
    installation.connect({ paymentDateField: PAYMENT_DATE });
    start(installation);
    installation.portal.change({
      faults: (request) => (request.method === 'crm.item.fields' ? (run) => run() : null),
    });
    installation.connect({ paymentDateField: 'UF_CRM_NOT_THERE' });
    expect(start(installation).message).toBe(errorTexts.fieldGone('UF_CRM_NOT_THERE'));
  });

  it('by something unforeseen says one sentence and nothing of the exception', () => {
    const installation = connected(1);
    const { refreshes, platform } = installation.openedBy(OWNER);
    const workbook = platform.workbook();
    // At the first call the memory is looked for, which may fail; at the second one the report's sheets are.
    let calls = 0;
    const broken = new Proxy(workbook, {
      get: (target, name) => {
        if (name === 'createDeveloperMetadataFinder' && (calls += 1) === 2)
          throw new Error(`Exception: ${installation.webhookUrl} of Иванов`);
        return memberOf(target, name);
      },
    });
    Object.assign(platform, { workbook: () => broken });
    expect(refreshes.start('menu', false)).toEqual({
      accepted: 'started',
      message: refreshTexts.unforeseen(),
    });
    const traces = [
      ...installation.log,
      JSON.stringify(installation.script.stored().filter(({ store }) => store === 'document')),
    ];
    expect(traces.join()).not.toMatch(new RegExp(`${DEMO_SECRET}|Иванов`));
    expect(installation.log).toContain('refresh failed: unforeseen');
  });

  it('gives the lock back', () => {
    const installation = connected(1);
    installation.portal.change({ revoked: true });
    start(installation);
    installation.portal.change({ revoked: false });
    expect(start(installation).accepted).toBe('started');
    expect(installation.document.run().state).toBe('done');
  });
});

describe('a refresh that cannot even begin', () => {
  it('leaves the last run as it was told', () => {
    const installation = connected(1);
    start(installation);
    const { refreshes, platform } = installation.openedBy(OWNER);
    const before = installation.document.run();
    Object.assign(platform, {
      workbook: () => {
        throw new Error('there is no spreadsheet');
      },
    });
    expect(() => refreshes.start('menu', false)).toThrow('there is no spreadsheet');
    expect(installation.document.run()).toEqual(before);
    expect(start(installation).accepted).toBe('started');
  });
});

describe('a run that the platform ended', () => {
  it('is told as failed once it was silent for seven minutes', () => {
    const installation = connected(1);
    const { state, refreshes } = installation.openedBy(OWNER);
    start(installation);
    const now = installation.clock.now();
    state.saveRun({ ...state.run(), state: 'running', phase: 'rows', heartbeatAt: now });
    installation.clock.advance(SURELY_ENDED_MILLISECONDS);
    expect(refreshes.current()).toMatchObject({ state: 'running', phase: 'rows' });
    installation.clock.advance(1);
    expect(refreshes.current()).toMatchObject({
      state: 'failed',
      phase: null,
      message: refreshTexts.interrupted(),
    });
    expect(refreshes.cancel().accepted).toBe(false);
  });
});

describe('the history', () => {
  it('keeps the last twenty runs, the newest first', () => {
    const installation = connected(1);
    for (let run = 0; run < HISTORY_LENGTH + 3; run++) {
      installation.clock.advance(60_000);
      start(installation);
    }
    const history = installation.document.history();
    expect(history).toHaveLength(20);
    expect(history[0]?.startedAt).toBe('2026-05-20T09:23:00.000Z');
    expect(history[19]?.startedAt).toBe('2026-05-20T09:04:00.000Z');
  });
});
