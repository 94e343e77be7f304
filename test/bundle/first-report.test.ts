/** From the first opening to the first report, step by step as a person and the settings page take them. */
import { CONSENT_PAGE, OWNER } from '../../simulator';
import { consentTexts } from '../../src/texts/consent-texts';
import { FORMS } from '../../world/forms';
import { lastText, page, triggers } from '../../world/people';
import { BRIEF, column, DETAIL } from '../../world/sheets';

const MENUS = { bound: ['Счета Bitrix24'], published: [] } as const;
const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.external_request',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.scriptapp',
];
const DONE =
  'Готово: 3 счёта на сумму 100,00\u00a0₽, не оплачено 100,00\u00a0₽. Строк с товарами: 1. Полное чтение: первый раз.';

describe.each(FORMS)('The $form form, opened for the first time', ({ aWorld, tick, form }) => {
  it('leads from the menu over the settings to the sheets', () => {
    const world = aWorld();
    const { simulator, webhookUrl } = world;
    for (const mode of ['NONE', 'LIMITED', 'FULL'] as const)
      expect(simulator.open(OWNER, mode).outcome).toBe('returned');
    expect(simulator.stored()).toEqual([]);

    simulator.run({ function: 'refreshReport', via: 'menu' });
    expect(lastText(world, 'alert')).toBe(
      'Подключение к Bitrix24 не настроено. Откройте в меню «Настройки» и сохраните вебхук.',
    );
    simulator.run({ function: 'showSettings', via: 'menu' });
    expect(simulator.screen().sidebar?.title).toBe('Счета Bitrix24');

    const settings = page(world).call('loadSettings') as Record<string, unknown>;
    expect(settings).toMatchObject({ webhookUrl: '', scheduleHours: 0, cacheTtlSeconds: 300 });
    expect(page(world).call('getStatus')).toMatchObject({ owner: null, nextRun: null, runs: [] });
    expect(page(world).call('testConnection', { ...settings, webhookUrl })).toMatchObject({
      ok: true,
      invoicesVisible: 3,
    });
    expect(triggers(world)).toEqual([]);

    const saved = page(world).call('saveSettings', { ...settings, webhookUrl, scheduleHours: 4 });
    expect(saved).toMatchObject({ ok: true, settings: { scheduleHours: 4 } });
    expect(JSON.stringify(saved)).not.toContain(webhookUrl);
    expect(triggers(world).map(({ everyMilliseconds }) => everyMilliseconds)).toEqual([tick]);
    expect(world.spreadsheet.sheetNamed(BRIEF)).toBeUndefined();

    const { message } = page(world).call('startRefresh', { briefOnly: false }) as { message: string };
    expect(message).toBe(DONE);
    expect(page(world).call('getProgress')).toMatchObject({ state: 'done', done: 3, total: 3, message });
    expect(page(world).call('getStatus')).toMatchObject({
      ...{ owner: 'Анна Смирнова', isOwner: true, waiting: null },
      lastSuccess: '2026-05-20T09:00:00.000Z',
      nextRun: '2026-05-20T13:00:00.000Z',
      runs: [{ how: 'sidebar', state: 'done', invoices: 3, rows: 1 }],
    });
    expect([column(world, BRIEF, 'B'), column(world, DETAIL, 'B')]).toEqual([['1', '2', '3'], ['1']]);
  });

  it('without any consent saves nothing, and works once Google, asked from the menu, has it', () => {
    const world = aWorld();
    const { simulator, webhookUrl } = world;
    simulator.consents.withdraw(OWNER, SCOPES);
    expect(simulator.open(OWNER, 'NONE').outcome).toBe('returned');
    expect(() => page(world).call('loadSettings')).toThrow(consentTexts.missingAt(CONSENT_PAGE));
    simulator.run({ function: 'refreshReport', via: 'menu' });
    expect([simulator.screen().consentPrompt, lastText(world, 'alert')]).toEqual([SCOPES, undefined]);
    expect(simulator.stored()).toEqual([]);

    simulator.consents.answer(OWNER);
    expect(page(world).call('saveSettings', { webhookUrl })).toMatchObject({ ok: true });
    simulator.run({ function: 'refreshReport', via: 'menu' });
    expect(lastText(world, 'toast')).toContain(DONE);
    expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3']);
  });

  it('shows its menu where people look for it', () => {
    const world = aWorld();
    world.simulator.open();
    const { menus } = world.simulator.screen();
    if (form === 'bound') expect([...menus.keys()]).toEqual(MENUS.bound);
    else expect(menus.size).toBe(1);
  });
});
