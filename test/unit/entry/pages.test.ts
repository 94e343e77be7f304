/** What a page gets for its calls: plain values, or one sentence that quotes nothing of the platform. */
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { COLLEAGUE, Installation } from '../refresh/an-installation';
import { Person, refused } from './a-person';

const anInstallation = (): Installation =>
  new Installation((portal) => portal.withInvoice({ ID: 1, rows: [{}] }).withInvoice({ ID: 2 }));

const handlers = (installation: Installation, user?: string): string[] =>
  installation
    .openedBy(user ?? 'owner@example.com')
    .platform.triggers.list()
    .map((trigger) => trigger.getHandlerFunction());

describe('saving settings', () => {
  it('with a webhook makes one trigger, however often it is done, and gives the webhook masked', () => {
    const installation = anInstallation();
    const person = new Person(installation);
    const save = (input: unknown) => person.entry().fromPage((addOn) => addOn.saveSettings(input));
    const saved = save({ webhookUrl: installation.webhookUrl, scheduleHours: 4 });
    expect(saved).toMatchObject({
      ok: true,
      settings: { webhookUrl: 'https://demo.bitrix24.ru/rest/1/********/', scheduleHours: 4 },
    });
    expect(save({ excludeFailed: false })).toMatchObject({ ok: true, settings: { scheduleHours: 4 } });
    expect(handlers(installation)).toEqual(['scheduledRefresh']);
    expect(person.entry().fromPage((addOn) => addOn.loadSettings())).toMatchObject({ excludeFailed: false });
  });

  it('that are wrong saves nothing and says why', () => {
    const installation = anInstallation();
    const person = new Person(installation);
    const answer = person
      .entry()
      .fromPage((addOn) => addOn.saveSettings({ webhookUrl: installation.webhookUrl, scheduleHours: 5 }));
    expect(answer).toMatchObject({ ok: false, errors: { scheduleHours: expect.any(String) as string } });
    expect(handlers(installation)).toEqual([]);
  });

  it('by a colleague, without a webhook, makes no trigger', () => {
    const installation = anInstallation();
    installation.connect();
    const person = new Person(installation, COLLEAGUE);
    person.entry().fromPage((addOn) => addOn.saveSettings({ scheduleHours: 1 }));
    expect(handlers(installation, COLLEAGUE)).toEqual([]);
  });

  it('with an empty webhook takes the trigger and the waiting request away', () => {
    const installation = anInstallation();
    installation.connect();
    new Person(installation, COLLEAGUE).entry().refreshFromMenu(false);
    const person = new Person(installation);
    person.entry().fromPage((addOn) => addOn.saveSettings({ webhookUrl: '' }));
    expect(handlers(installation)).toEqual([]);
    expect(person.entry().fromPage((addOn) => addOn.status())).toMatchObject({ owner: null, waiting: null });
  });

  it('makes the trigger anew that the platform has not fired for long', () => {
    const installation = anInstallation();
    const person = new Person(installation);
    const save = (input: unknown) => person.entry().fromPage((addOn) => addOn.saveSettings(input));
    save({ webhookUrl: installation.webhookUrl, scheduleHours: 1 });
    const made = installation.script.triggers.all().map(({ id }) => id);
    installation.clock.advance(7 * 24 * 3_600_000);
    const stopped = person.entry().fromPage((addOn) => addOn.status());
    expect(stopped.runs[0]?.message).toBe(refreshTexts.scheduleStopped());
    save({});
    expect(installation.script.triggers.all().map(({ id }) => id)).not.toEqual(made);
    expect(handlers(installation)).toEqual(['scheduledRefresh']);
    expect(person.entry().fromPage((addOn) => addOn.status()).runs).toEqual([]);
  });
});

describe('a refresh from the sidebar', () => {
  it('answers when it is over, and its course and status can be asked for', () => {
    const installation = anInstallation();
    installation.connect();
    const person = new Person(installation);
    const { message, accepted } = person
      .entry()
      .fromPage((addOn) => addOn.startFromPage({ briefOnly: true }));
    expect(accepted).toBe('started');
    const progress = person.entry().fromPage((addOn) => addOn.progress());
    expect(progress).toMatchObject({ state: 'done', phase: null, message });
    const status = person.entry().fromPage((addOn) => addOn.status());
    expect(status).toMatchObject({ isOwner: true, runs: [{ how: 'sidebar', invoices: 2, message }] });
  });

  it.each([null, 'brief', [], { briefOnly: 1 }, { briefOnly: true, other: 1 }])(
    'is not begun by an argument such as %j',
    (input) => {
      const installation = anInstallation();
      installation.connect();
      const person = new Person(installation);
      const act = (): unknown => person.entry().fromPage((addOn) => addOn.startFromPage(input));
      expect(act).toThrow(new Error(refreshTexts.badRequest()));
      expect(installation.portal.requests).toEqual([]);
    },
  );

  it('can be cancelled by a colleague while it asks the portal', () => {
    const installation = anInstallation();
    installation.connect();
    const colleague = new Person(installation, COLLEAGUE);
    let answer: unknown;
    installation.onWave = () => (answer ??= colleague.entry().fromPage((addOn) => addOn.cancel()));
    new Person(installation).entry().fromPage((addOn) => addOn.startFromPage({}));
    expect(answer).toEqual({ accepted: true, message: refreshTexts.cancelAccepted() });
    expect(installation.document.run()).toMatchObject({
      state: 'cancelled',
      message: refreshTexts.cancelled(),
    });
  });

  it('that is not under way cannot be cancelled', () => {
    const person = new Person(anInstallation());
    expect(person.entry().fromPage((addOn) => addOn.cancel())).toEqual({
      accepted: false,
      message: refreshTexts.nothingToCancel(),
    });
  });
});

describe('trying the connection', () => {
  it('tells what the webhook sees before anything is saved', () => {
    const installation = anInstallation();
    const person = new Person(installation);
    const report = person
      .entry()
      .fromPage((addOn) => addOn.testConnection({ webhookUrl: installation.webhookUrl }));
    expect(report).toMatchObject({ ok: true, problem: null, invoicesVisible: 2 });
    expect(person.entry().fromPage((addOn) => addOn.loadSettings()).webhookUrl).toBe('');
  });
});

describe('whose connection it is', () => {
  const save = (person: Person, webhookUrl: string) =>
    person.entry().fromPage((addOn) => addOn.saveSettings({ webhookUrl }));
  const told = (installation: Installation) =>
    new Person(installation, COLLEAGUE).entry().fromPage((addOn) => addOn.status()).owner;

  it('is not told by a test that comes before the saving: it leaves nothing behind', () => {
    const installation = anInstallation();
    const { webhookUrl } = installation;
    const person = new Person(installation);
    person.entry().fromPage((addOn) => addOn.testConnection({ webhookUrl }));
    new Person(installation, COLLEAGUE).entry().fromPage((addOn) => addOn.testConnection({ webhookUrl }));
    expect(installation.script.stored()).toEqual([]);
    save(person, webhookUrl);
    expect(told(installation)).toBe('другой пользователь');
  });

  it('is known by the first refresh, or by a test of what is saved', () => {
    const refreshed = anInstallation();
    const owner = new Person(refreshed);
    save(owner, refreshed.webhookUrl);
    owner.entry().fromPage((addOn) => addOn.startFromPage({ briefOnly: true }));
    expect(told(refreshed)).toBe('Анна Смирнова');

    const tested = anInstallation();
    const tester = new Person(tested);
    save(tester, tested.webhookUrl);
    new Person(tested, COLLEAGUE)
      .entry()
      .fromPage((addOn) => addOn.testConnection({ webhookUrl: tested.webhookUrl }));
    expect(told(tested)).toBe('другой пользователь');
    tester.entry().fromPage((addOn) => addOn.testConnection({}));
    expect(told(tested)).toBe('Анна Смирнова');
    save(tester, 'https://other.bitrix24.ru/rest/1/another/');
    expect(told(tested)).toBe('другой пользователь');
  });
});

describe('what goes wrong', () => {
  it('reaches a page as one sentence, never as the text of the platform', () => {
    const person = new Person(anInstallation());
    const act = (): unknown => person.entry({ workbook: refused }).fromPage((addOn) => addOn.loadSettings());
    expect(act).toThrow(new Error(refreshTexts.unforeseen()));
  });

  it('in a tick is in the log only', () => {
    const installation = anInstallation();
    new Person(installation).entry({ workbook: refused }).fromTrigger((addOn) => addOn.tick());
    expect(installation.log).toEqual([refreshTexts.unforeseen()]);
  });
});

describe('a tick', () => {
  it("carries out a colleague's request, once", () => {
    const installation = anInstallation();
    // Without a memory there is nothing to compare.
    installation.connect({ cacheTtlSeconds: 0 });
    new Person(installation, COLLEAGUE).entry().refreshFromMenu(true);
    const person = new Person(installation);
    const tick = (): void => person.entry().fromTrigger((addOn) => addOn.tick());
    tick();
    expect(installation.document.run()).toMatchObject({ state: 'done', how: 'request', briefOnly: true });
    const asked = installation.portal.requests.length;
    tick();
    expect(installation.portal.requests).toHaveLength(asked);
  });
});
