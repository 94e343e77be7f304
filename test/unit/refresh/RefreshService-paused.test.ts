/** A paused refresh: how it goes on, how it is ended, and that nothing of it is left behind. */
import { SURELY_ENDED_MILLISECONDS } from '../../../src/platform/limits';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { DRAFT_TITLE } from '../../../src/texts/sheet-texts';
import { COLLEAGUE, Installation, OWNER } from './an-installation';

const MINUTE = 60_000;

/** A wave takes so long that an execution comes to five of them. */
function paused(briefOnly = false): Installation {
  const options = { latency: 55_000 };
  const installation = new Installation((portal) => {
    for (let id = 1; id <= 400; id++) portal.withInvoice({ ID: id, rows: [{}] });
  }, options);
  installation.connect();
  expect(installation.openedBy(OWNER).refreshes.start('menu', briefOnly).message).toBe(
    refreshTexts.paused('time', false),
  );
  return installation;
}

const titles = ({ spreadsheet }: Installation): string[] => spreadsheet.sheets.map(({ name }) => name);
const tick = (installation: Installation): void => {
  installation.clock.advance(5 * MINUTE);
  installation.openedBy(OWNER).tick.run();
};

/** The platform ends the execution that went on: nobody says so, and after a while it is silent. */
function killed(installation: Installation, setbacks = 1): void {
  const run = installation.document.run();
  installation.document.saveRun({
    ...run,
    state: 'running',
    heartbeatAt: installation.clock.now(),
    setbacks,
  });
  installation.clock.advance(SURELY_ENDED_MILLISECONDS + 1);
}

describe('a paused refresh', () => {
  it('keeps what it was told in a draft, and ends after further ticks as the same run', () => {
    const installation = paused();
    expect(titles(installation)).toContain(DRAFT_TITLE);
    const { id } = installation.document.run();
    for (let ticks = 0; ticks < 5 && installation.document.run().state === 'paused'; ticks++)
      tick(installation);
    expect(installation.document.run()).toMatchObject({ id, state: 'done', how: 'menu', drafted: false });
    expect(titles(installation)).not.toContain(DRAFT_TITLE);
    const asked = installation.portal.requests.map(({ method, params }) => JSON.stringify([method, params]));
    expect(new Set(asked).size).toBe(asked.length);
    expect(installation.document.history()).toMatchObject([{ state: 'done', invoices: 400, rows: 400 }]);
  });

  it('goes on at once where its owner presses refresh again', () => {
    const installation = paused();
    const { id } = installation.document.run();
    installation.openedBy(OWNER).refreshes.start('sidebar', false);
    expect(installation.document.run()).toMatchObject({ id, how: 'menu' });
  });

  it('of the brief sheet becomes one of both where somebody wishes both, and asks nothing again', () => {
    const installation = paused(true);
    const { id } = installation.document.run();
    installation.openedBy(OWNER).refreshes.start('sidebar', false);
    expect(installation.document.run()).toMatchObject({ id, briefOnly: false });
    while (installation.document.run().state === 'paused') tick(installation);
    expect(installation.document.run()).toMatchObject({ id, state: 'done' });
    expect(titles(installation)).toEqual(expect.arrayContaining(['Краткий', 'Полный']));
    expect(installation.document.history()).toMatchObject([{ state: 'done', invoices: 400, rows: 400 }]);
    const asked = installation.portal.requests.map(({ method, params }) => JSON.stringify([method, params]));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('of both sheets gives whoever wishes the brief one more than that', () => {
    const installation = paused();
    const { id } = installation.document.run();
    installation.openedBy(OWNER).refreshes.start('sidebar', true);
    expect(installation.document.run()).toMatchObject({ id, briefOnly: false });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['period', { period: { preset: 'year' } }],
    ['periodField', { periodField: 'CLOSEDATE' }],
    ['shipmentDateField', { shipmentDateField: 'UF_CRM_1' }],
    ['paymentDateField', { paymentDateField: 'UF_CRM_1' }],
    ['excludeFailed', { excludeFailed: false }],
  ])('begins anew where %s is another by now, which the history tells', (_, change) => {
    const installation = paused();
    const { id } = installation.document.run();
    installation.connect(change);
    tick(installation);
    expect(installation.document.run().id).not.toBe(id);
    const [outdated] = installation.document.history().slice(-1);
    expect(outdated).toMatchObject({ state: 'cancelled', message: refreshTexts.outdated() });
  });

  it('begins anew after a day', () => {
    const installation = paused();
    const { id } = installation.document.run();
    installation.clock.advance(24 * 60 * MINUTE);
    tick(installation);
    expect(installation.document.run().id).not.toBe(id);
  });
});

describe('a paused refresh whose draft another version of the add-on has written', () => {
  it('is read anew from the portal, and is done as the same run', () => {
    const installation = paused();
    const { id } = installation.document.run();
    const draft = installation
      .openedBy(OWNER)
      .platform.workbook()
      .getSheets()
      .find((sheet) => sheet.getName() === DRAFT_TITLE);
    const head = draft?.getRange(1, 1, 1, 1);
    const written = JSON.parse(String(head?.getValues()[0]?.[0])) as { format: number };
    head?.setValues([[JSON.stringify({ ...written, format: written.format - 1 })]]);
    const known = installation.portal.requests.length;
    for (let ticks = 0; ticks < 9 && installation.document.run().state === 'paused'; ticks++)
      tick(installation);
    expect(installation.document.run()).toMatchObject({ id, state: 'done', drafted: false });
    expect(installation.document.history()).toMatchObject([{ state: 'done', invoices: 400, rows: 400 }]);
    const lists = installation.portal.requests.filter(({ method }) => method === 'crm.item.list');
    const firstPages = lists.filter(
      ({ params }) => JSON.stringify(params) === JSON.stringify(lists[0]?.params),
    );
    expect(firstPages).toHaveLength(2);
    expect(installation.portal.requests.indexOf(firstPages[1] as never)).toBeGreaterThanOrEqual(known);
  });
});

describe('an open page that wants to go on with a paused refresh', () => {
  const nothingToResume = { accepted: 'refused', message: refreshTexts.nothingToResume() };
  const startOf = (installation: Installation): string => String(installation.document.run().startedAt);

  it('goes on with it', () => {
    const installation = paused();
    const { id } = installation.document.run();
    const asked = installation.portal.requests.length;
    expect(installation.openedBy(OWNER).refreshes.resume(startOf(installation)).accepted).toBe('started');
    expect(installation.document.run().id).toBe(id);
    expect(installation.portal.requests.length).toBeGreaterThan(asked);
  });

  it('goes on with the brief sheet alone where nobody has wished more', () => {
    const installation = paused(true);
    installation.openedBy(OWNER).refreshes.resume(startOf(installation));
    expect(installation.document.run()).toMatchObject({ briefOnly: true });
  });

  it.each<[string, (installation: Installation) => void]>([
    ['was cancelled', (installation) => installation.openedBy(COLLEAGUE).refreshes.cancel()],
    [
      'is over',
      (installation) => {
        while (installation.document.run().state === 'paused') tick(installation);
      },
    ],
    ['is of other settings', (installation) => installation.connect({ excludeFailed: false })],
    ['is of the day before', (installation) => installation.clock.advance(25 * 60 * MINUTE)],
    ['was ended by the platform', (installation) => killed(installation)],
  ])('does nothing where it %s', (_, happens) => {
    const installation = paused();
    const startedAt = startOf(installation);
    happens(installation);
    const asked = installation.portal.requests.length;
    const run = installation.document.run();
    expect(installation.openedBy(OWNER).refreshes.resume(startedAt)).toEqual(nothingToResume);
    expect(installation.portal.requests).toHaveLength(asked);
    expect(installation.document.run()).toEqual(run);
  });

  it('does nothing where another one is paused by now', () => {
    const installation = paused();
    const startedAt = startOf(installation);
    installation.openedBy(OWNER).refreshes.cancel();
    installation.clock.advance(MINUTE);
    installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(installation.document.run().state).toBe('paused');
    expect(installation.openedBy(OWNER).refreshes.resume(startedAt)).toEqual(nothingToResume);
  });

  it('leaves no request where the page is a colleague’s', () => {
    const installation = paused();
    const resumed = installation.openedBy(COLLEAGUE).refreshes.resume(startOf(installation));
    expect([resumed, installation.document.request.get()]).toEqual([nothingToResume, null]);
  });
});

describe('the end of a paused refresh', () => {
  it.each([OWNER, COLLEAGUE])('is there at once where %s cancels it, and the draft is gone', (user) => {
    const installation = paused();
    const asked = installation.portal.requests.length;
    expect(installation.openedBy(user).refreshes.cancel()).toEqual({
      accepted: true,
      message: refreshTexts.cancelled(),
    });
    expect(titles(installation)).not.toContain(DRAFT_TITLE);
    tick(installation);
    expect(installation.document.run()).toMatchObject({ state: 'cancelled', drafted: false });
    expect(installation.document.history()).toMatchObject([{ state: 'cancelled' }]);
    expect(installation.portal.requests).toHaveLength(asked);
  });

  it('comes with the end of the connection', () => {
    const installation = paused();
    installation.openedBy(OWNER).refreshes.abandon();
    expect(titles(installation)).not.toContain(DRAFT_TITLE);
    expect(installation.document.run().state).toBe('cancelled');
  });

  it('leaves a draft that cannot be removed to the next tick', () => {
    const installation = paused();
    const run = installation.document.run();
    installation.document.saveRun({ ...run, state: 'cancelled' });
    tick(installation);
    expect(titles(installation)).not.toContain(DRAFT_TITLE);
    expect(installation.document.run()).toMatchObject({ id: run.id, state: 'cancelled', drafted: false });
  });
});

describe('a refresh that was going on when the platform ended it', () => {
  it('is gone on with by the next tick', () => {
    const installation = paused();
    const { id } = installation.document.run();
    killed(installation);
    expect(installation.openedBy(COLLEAGUE).refreshes.current()).toMatchObject({
      state: 'failed',
      message: refreshTexts.interrupted(),
    });
    tick(installation);
    expect(installation.document.run()).toMatchObject({
      id,
      state: expect.stringMatching(/paused|done/) as string,
    });
  });

  it('is given up after three bad ends in a row, without another request', () => {
    const installation = paused();
    killed(installation, 3);
    const asked = installation.portal.requests.length;
    tick(installation);
    const message = refreshTexts.gaveUp(refreshTexts.interrupted());
    expect(installation.document.run()).toMatchObject({ state: 'failed', message });
    expect(titles(installation)).not.toContain(DRAFT_TITLE);
    expect(installation.portal.requests).toHaveLength(asked);
  });
});
