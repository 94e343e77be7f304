/** A paused refresh: how it goes on, how it is ended, and that nothing of it is left behind. */
import { SILENCE_MILLISECONDS } from '../../src/refresh/run-course';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { DRAFT_TITLE } from '../../src/texts/sheet-texts';
import { COLLEAGUE, Installation, OWNER } from './an-installation';

const MINUTE = 60_000;

/** A wave takes so long that an execution comes to five of them. */
function paused(): Installation {
  const options = { latency: 55_000 };
  const installation = new Installation((portal) => {
    for (let id = 1; id <= 400; id++) portal.withInvoice({ ID: id, rows: [{}] });
  }, options);
  installation.connect();
  expect(installation.openedBy(OWNER).refreshes.start('menu', false).message).toBe(refreshTexts.paused());
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
  installation.clock.advance(SILENCE_MILLISECONDS + 1);
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

  it('begins anew where the settings are others by now, which the history tells', () => {
    const installation = paused();
    const { id } = installation.document.run();
    installation.connect({ excludeFailed: false });
    tick(installation);
    expect(installation.document.run().id).not.toBe(id);
    expect(installation.document.history()).toMatchObject([
      { state: 'cancelled', message: refreshTexts.outdated() },
    ]);
  });

  it('begins anew after a day', () => {
    const installation = paused();
    const { id } = installation.document.run();
    installation.clock.advance(24 * 60 * MINUTE);
    tick(installation);
    expect(installation.document.run().id).not.toBe(id);
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
