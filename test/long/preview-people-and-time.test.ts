import { APreview } from '../standins/preview/a-preview';

const MINUTE = 60_000;
const MENU = 'Счета Bitrix24';

const preview = new APreview({ invoices: 2, speed: 100 });

beforeAll(() => preview.start());
afterAll(() => preview.close());
beforeEach(() => preview.control({ form: 'bound', newSpreadsheet: true, speed: 100 }));

describe('A person at the preview', () => {
  it('gets the menu at opening, and the sidebar from it', async () => {
    await preview.control({ open: true, click: [MENU, 'Настройки'] });
    const { people } = await preview.state();
    expect(people.owner.menus.map(({ caption }) => caption)).toEqual([MENU]);
    expect(people.owner.sidebar).toMatchObject({ title: MENU });
    expect(people.colleague).toMatchObject({ menus: [], sidebar: null });
  });

  it('gets another page under another number, and none after closing it', async () => {
    await preview.control({ open: true, click: [MENU, 'Справка'] });
    const first = (await preview.state()).people.owner.sidebar;
    await preview.control({ click: [MENU, 'Справка'] });
    const second = (await preview.state()).people.owner.sidebar;
    expect(second?.id).not.toBe(first?.id);
    await preview.control({ close: 'sidebar' });
    expect((await preview.state()).people.owner.sidebar).toBeNull();
  });

  it('reads an alert until it is closed', async () => {
    await preview.control({ open: true, click: [MENU, 'Обновить отчёт'] });
    const [alert] = (await preview.state()).alerts;
    expect(alert).toMatchObject({ person: 'owner', isOpen: true });
    await preview.control({ closeAlert: alert?.id ?? 0 });
    expect((await preview.state()).alerts).toMatchObject([{ isOpen: false }]);
  });

  it('reads a toast', async () => {
    await preview.control({ open: true, click: [MENU, 'Очистить кэш'] });
    expect((await preview.state()).toasts).toMatchObject([{ person: 'owner', title: MENU }]);
  });

  it('has the add-on’s menu under another name in the published form', async () => {
    await preview.control({ form: 'addOn' });
    await preview.control({ open: true });
    const { menus } = (await preview.state()).people.owner;
    expect(menus.map(({ caption }) => caption)).toEqual(['Add-on']);
  });

  it('who may only look has no menu and changes nothing', async () => {
    await preview.control({ user: 'viewer', open: true });
    expect((await preview.state()).people.viewer.menus).toEqual([]);
    const edit = { sheet: 'Лист1', cell: 'A1', text: 'x' };
    expect(await preview.post('control', { user: 'viewer', edit })).toMatchObject({ status: 400 });
    expect(await preview.cells('Лист1')).toEqual({});
  });

  it('types into cells and changes sheets', async () => {
    await preview.control({ edit: { sheet: 'Лист1', cell: 'B2', text: '1234,5' }, addSheet: 'Второй' });
    await preview.control({ renameSheet: { sheet: 'Второй', to: 'Мой' } });
    expect((await preview.state()).sheets.map(({ name }) => name)).toEqual(['Лист1', 'Мой']);
    expect(await preview.cells('Лист1')).toEqual({ B2: '1234,5' });
    await preview.control({ deleteSheet: 'Мой' });
    expect(await preview.cells('Мой')).toBeNull();
  });

  it('without consent cannot use the script, with it again can', async () => {
    await preview.control({ revokeConsent: 'owner' });
    expect((await preview.state()).people.owner.hasConsent).toBe(false);
    await expect(preview.connect()).rejects.toThrow();
    await preview.control({ grantConsent: 'owner' });
    await preview.connect();
  });

  it.each(['spreadsheet', 'requests', 'pages', 'triggers'] as const)(
    'without consent to %s alone is asked for it by Google, and then the click works',
    async (scope) => {
      const owner = async () => (await preview.state()).people.owner;
      await preview.control({ grantConsent: 'owner', withdrawScope: scope, open: true });
      expect(await owner()).toMatchObject({ hasConsent: false, missingScopes: [scope], consentPrompt: null });
      const click = ['Счета Bitrix24', 'Справка'];
      await preview.control({ click });
      expect(await owner()).toMatchObject({ consentPrompt: [scope], sidebar: null });
      await preview.control({ answerConsent: false });
      expect(await owner()).toMatchObject({ missingScopes: [scope], consentPrompt: null });
      await preview.control({ click });
      await preview.control({ answerConsent: true });
      await preview.control({ click });
      expect(await owner()).toMatchObject({
        ...{ hasConsent: true, consentPrompt: null },
        sidebar: { title: MENU },
      });
    },
  );
});

describe('The spreadsheet, closed and opened again', () => {
  it('shows no page and no alert any more, and says at opening what there is to say', async () => {
    await preview.connect();
    await preview.control({ open: true, fault: 'revoked', click: [MENU, 'Обновить отчёт'] });
    await preview.control({ click: [MENU, 'Справка'] });
    const before = await preview.state();
    expect([before.people.owner.sidebar, before.alerts.at(-1)]).toMatchObject([{}, { isOpen: true }]);
    await preview.control({ reopen: true });
    const { people, alerts, toasts } = await preview.state();
    expect([people.owner.sidebar, alerts.at(-1)]).toMatchObject([null, { isOpen: false }]);
    expect(people.owner.menus.map(({ caption }) => caption)).toEqual([MENU]);
    expect(toasts).toHaveLength(before.toasts.length + 1);
    expect(toasts.at(-1)?.message).toContain('не принял вебхук');
    await preview.control({ fault: 'none' });
  });

  it('stays open for the others', async () => {
    await preview.control({ user: 'colleague', open: true, click: [MENU, 'Справка'] });
    await preview.control({ reopen: true });
    const { people } = await preview.state();
    expect([people.owner.sidebar, people.colleague.sidebar]).toMatchObject([null, {}]);
  });

  it('has no menu for who may only look', async () => {
    await preview.control({ user: 'viewer', reopen: true });
    expect((await preview.state()).people.viewer.menus).toEqual([]);
  });
});

describe('A trigger that Google has stopped', () => {
  const ticks = async () =>
    (await preview.state()).executions.filter(({ via }) => via === 'timeTrigger').length;
  /** Of one trigger in half an hour: when it fires first within its five minutes is Google's choice. */
  const OF_ONE = [5, 6, 7];

  it('does not fire, and fires again later without making up for what it missed', async () => {
    await preview.connect();
    await preview.control({ stopTriggers: true, passTime: 30 * MINUTE });
    expect([await ticks(), (await preview.state()).triggers]).toMatchObject([0, [{ nextAt: null }]]);
    await preview.control({ stopTriggers: false, passTime: 30 * MINUTE });
    expect(OF_ONE).toContain(await ticks());
  });

  it('makes way for one that is made anew', async () => {
    await preview.connect();
    await preview.control({ stopTriggers: true });
    await preview.call('saveSettings', { webhookUrl: '' });
    await preview.connect();
    await preview.control({ passTime: 30 * MINUTE });
    expect(OF_ONE).toContain(await ticks());
  });
});

describe('Time at the preview', () => {
  it('lets a month turn, and the everyday company goes on selling meanwhile', async () => {
    const dates = async () => {
      await preview.call('startRefresh', { briefOnly: true });
      const cells = Object.entries((await preview.cells('Краткий')) ?? {});
      return cells.filter(([cell]) => /^G([3-9]|\d\d+)$/.test(cell)).map(([, date]) => date);
    };
    await preview.control({ invoices: 'demo' });
    await preview.connect();
    await preview.call('saveSettings', { period: { preset: 'month', from: null, to: null } });
    const may = await dates();
    await preview.control({ stopTriggers: true, passTime: 14 * 24 * 60 * MINUTE });
    const june = await dates();
    await preview.control({ invoices: 2 });
    expect(may.at(-1)).toMatch(/\.05\.2026$/);
    expect(june.length).toBeGreaterThan(0);
    expect(june.filter((date) => !date.endsWith('.06.2026'))).toEqual([]);
  });

  it('goes by for a month at most at once', async () => {
    const passTime = 33 * 24 * 60 * MINUTE;
    expect(await preview.post('control', { passTime })).toMatchObject({ status: 400 });
  });

  it('fires the trigger that carries out a colleague’s request', async () => {
    await preview.connect();
    expect(await preview.call('startRefresh', { briefOnly: true }, 'colleague')).toMatchObject({
      accepted: 'queued',
    });
    await preview.control({ passTime: 5 * MINUTE });
    expect(await preview.cells('Краткий')).toMatchObject({ B3: 'СЧ-000001' });
    const { executions } = await preview.state();
    expect(executions.at(-1)).toMatchObject({ function: 'scheduledRefresh', via: 'timeTrigger' });
  });
});
