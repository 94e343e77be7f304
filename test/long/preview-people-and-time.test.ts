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
    expect(people.owner.sidebar).toMatchObject({ title: 'Счета Bitrix24: настройки' });
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
        sidebar: { title: 'Счета Bitrix24: справка' },
      });
    },
  );
});

describe('Time at the preview', () => {
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
