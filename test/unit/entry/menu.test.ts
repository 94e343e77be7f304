/** What a person gets who presses the menu: the sidebar, a text in passing, an alert; never an exception. */
import type * as main from '../../../src/main';
import { errorTexts } from '../../../src/texts/error-texts';
import { failureTexts } from '../../../src/texts/failure-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { COLLEAGUE, Installation } from '../refresh/an-installation';
import { Person, refused, ShownPanel } from './a-person';

const connected = (): Installation => {
  const installation = new Installation((portal) => portal.withInvoice({ ID: 1, rows: [{}] }));
  installation.connect();
  return installation;
};

/** The compiler holds what the menu calls to what `main.ts` exports. */
const item = (caption: string, name: keyof typeof main): string => `${caption}: ${name}`;

describe('the menu', () => {
  it.each([
    [false, 'Счета Bitrix24'],
    [true, 'add-ons'],
  ])('stands in its place, without asking for anything else (published: %s)', (isPublished, place) => {
    const person = new Person(new Installation(undefined, { isPublished }));
    person.entry({ workbook: refused }).opened();
    expect(person.menus).toEqual([
      [
        place,
        [
          item('Обновить отчёт', 'refreshReport'),
          item('Обновить только краткий', 'refreshBriefSheet'),
          '—',
          item('Настройки', 'showSettings'),
          item('Состояние', 'showStatus'),
          item('Справка', 'showHelp'),
          item('Очистить кэш', 'clearCache'),
        ],
      ],
    ]);
  });

  it('is missing where the platform refuses it, which only the log says', () => {
    const installation = new Installation();
    new Person(installation).entry({ ui: refused }).opened();
    expect(installation.log).toEqual([refreshTexts.unforeseen()]);
  });

  it.each(['settings', 'status', 'help'] as const)('opens the sidebar at the tab %s', (tab) => {
    const person = new Person(new Installation());
    person.entry().show(tab);
    expect([person.sidebars, person.alerts]).toEqual([[expect.stringContaining(`"tab":"${tab}"`)], []]);
  });
});

describe('a refresh from the menu', () => {
  it('that is done is told in passing', () => {
    const installation = connected();
    const person = new Person(installation);
    person.entry().refreshFromMenu(true);
    expect(person.toasts).toEqual([installation.document.run().message]);
    expect(person.alerts).toEqual([]);
  });

  it('that is left to the owner is told in passing', () => {
    const person = new Person(connected(), COLLEAGUE);
    person.entry().refreshFromMenu(false);
    expect(person.toasts).toEqual([refreshTexts.queued('другой пользователь', '12:05')]);
  });

  it('that cannot begin is an alert', () => {
    const person = new Person(new Installation());
    person.entry().refreshFromMenu(false);
    expect([person.alerts, person.toasts]).toEqual([[errorTexts.noConnection()], []]);
  });

  it('that fails is an alert', () => {
    const installation = connected();
    installation.portal.change({ state: 'unpaid' });
    const person = new Person(installation);
    person.entry().refreshFromMenu(false);
    expect([person.alerts, person.toasts]).toEqual([[installation.document.run().message], []]);
    expect(installation.document.run().state).toBe('failed');
  });

  it('shows the panel with the state, which knows that it begins, before the portal is asked', () => {
    const installation = connected();
    const person = new Person(installation);
    const { requests } = installation.portal;
    const before: number[] = [];
    person
      .entry({
        panel: () => {
          before.push(requests.length);
          return new ShownPanel();
        },
      })
      .refreshFromMenu(false);
    expect([before, requests.length > 0]).toEqual([[0], true]);
    expect(person.sidebars).toEqual([expect.stringMatching(/"tab":"status","isRefreshing":true/)]);
  });

  it('is told all the same where the panel cannot be shown', () => {
    const installation = connected();
    const person = new Person(installation);
    person.entry({ panel: refused }).refreshFromMenu(false);
    expect([person.toasts, person.alerts]).toEqual([[installation.document.run().message], []]);
    installation.portal.change({ state: 'unpaid' });
    person.entry({ panel: refused }).refreshFromMenu(false);
    expect(person.alerts).toEqual([errorTexts.subscription()]);
  });

  it('is none the worse where the platform refuses to look after the trigger', () => {
    const installation = connected();
    const person = new Person(installation);
    const { triggers } = installation.openedBy('owner@example.com').platform;
    person.entry({ triggers: { ...triggers, list: refused } }).refreshFromMenu(true);
    expect(installation.document.run().state).toBe('done');
    expect(installation.log).toContain('the trigger could not be looked after');
    expect(person.alerts).toEqual([]);
  });
});

describe('clearing the cache', () => {
  it('has everything asked anew, and says so', () => {
    const installation = connected();
    const person = new Person(installation);
    person.entry().refreshFromMenu(false);
    const asked = installation.portal.requests.length;
    expect(person.entry().clearCache()).toEqual({ ok: true, message: refreshTexts.cacheCleared() });
    expect(person.toasts.at(-1)).toBe(refreshTexts.cacheCleared());
    person.entry().refreshFromMenu(false);
    expect(installation.portal.requests.length - asked).toBe(asked);
  });

  it('that fails is an alert without the text of the platform', () => {
    const person = new Person(new Installation());
    expect(person.entry({ workbook: refused }).clearCache().ok).toBe(false);
    expect(person.alerts).toEqual([failureTexts.notCleared()]);
  });

  it('that fails where no alert can be shown is in the log', () => {
    const installation = new Installation();
    new Person(installation).entry({ workbook: refused, ui: refused }).clearCache();
    expect(installation.log).toEqual([failureTexts.notCleared()]);
  });
});
