/** Menu, pages and clock: how the bound script and the published add-on are opened, set up and run by time. */
import { COLLEAGUE, connect } from '../../world/make-world';
import { OWNER, type AuthorizationMode } from '../../simulator';
import { FORMS } from '../../world/forms';
import { lastText, MINUTE, page, triggers } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, DETAIL, picture } from '../../world/sheets';

const MENU = 'Счета Bitrix24';
const ITEMS = [
  ['Обновить отчёт', 'refreshReport'],
  ['Обновить только краткий', 'refreshBriefSheet'],
  ['Настройки', 'showSettings'],
  ['Состояние', 'showStatus'],
  ['Справка', 'showHelp'],
  ['Очистить кэш', 'clearCache'],
];

/** What is remembered of the report, for the notice of a bound script; in mode NONE it may not be read. */
const REMEMBERED =
  /^(PropertiesService\.get|Properties\.getProperty$|SpreadsheetApp\.getActiveSpreadsheet|Spreadsheet\.getId|console\.warn)/;

describe.each(FORMS)('Opening the spreadsheet in the $form form', ({ aWorld, form }) => {
  const modes: AuthorizationMode[] = ['NONE', 'LIMITED', 'FULL'];

  it.each(modes)('builds the menu in mode %s, and at most reads what is remembered of the report', (mode) => {
    const world = aWorld();
    const { outcome, ledger } = world.simulator.open(OWNER, mode);
    expect(outcome).toBe('returned');
    const menus = [...world.simulator.screen(OWNER).menus];
    const named = menus[0]?.[1].filter(({ caption }) => caption !== '') ?? [];
    expect(named.map((item) => [item.caption, item.function])).toEqual(ITEMS);
    expect(menus).toHaveLength(1);
    if (form === 'bound') expect(menus[0]?.[0]).toBe(MENU);
    const others = Object.keys(ledger.toRecord()).filter(
      (member) => !/^(SpreadsheetApp\.getUi|Ui\.create|Menu\.)/.test(member),
    );
    expect(others.filter((member) => form === 'published' || !REMEMBERED.test(member))).toEqual([]);
  });

  it('builds the same menu after installing', () => {
    const world = aWorld();
    const { ledger, outcome } = world.simulator.run({
      ...{ function: 'onInstall', via: 'simpleTrigger', authMode: 'FULL' },
    });
    const [made, notMade] =
      form === 'bound' ? ['Ui.createMenu', 'Ui.createAddonMenu'] : ['Ui.createAddonMenu', 'Ui.createMenu'];
    expect([outcome, ledger.of(made), ledger.of(notMade)]).toEqual(['returned', 1, 0]);
  });
});

describe.each(FORMS)('The menu of the $form form', ({ aWorld }) => {
  it('makes with «Обновить только краткий» no detail sheet', () => {
    const world = aWorld();
    connect(world);
    world.simulator.run({ function: 'refreshBriefSheet', via: 'menu' });
    expect(world.spreadsheet.sheetNamed(DETAIL)).toBeUndefined();
    expect(column(world, BRIEF, 'B')).toHaveLength(3);
  });

  it.each([
    ['showSettings', 'settings'],
    ['showStatus', 'status'],
    ['showHelp', 'help'],
  ])('opens by %s the panel at its tab %s', (name, tab) => {
    const world = aWorld();
    world.simulator.run({ function: name, via: 'menu' });
    const { sidebar } = world.simulator.screen();
    expect([sidebar?.title, sidebar?.content]).toEqual([MENU, expect.stringContaining(`"tab":"${tab}"`)]);
  });
});

describe.each(FORMS)('The schedule of the $form form', ({ aWorld, tick }) => {
  it('refreshes every so many hours after the last start, and not before', () => {
    const world = aWorld();
    connect(world, { scheduleHours: 2 });
    world.simulator.passTime(tick);
    const runs = () => (page(world).call('getStatus') as { runs: { how: string }[] }).runs;
    expect(runs()).toMatchObject([{ how: 'schedule' }]);
    world.simulator.passTime(120 * MINUTE - tick);
    expect(runs()).toHaveLength(1);
    world.simulator.passTime(tick);
    expect(runs()).toMatchObject([{ how: 'schedule' }, { how: 'schedule' }]);
  });

  it('does nothing while it is off', () => {
    const world = aWorld();
    connect(world);
    world.simulator.passTime(6 * tick);
    expect(world.portal.requests).toEqual([]);
  });

  it('makes right at the next tick what a killed refresh left half written', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    const right = picture(world);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    world.simulator.hooks = {
      after: (call) => {
        if (call.member === 'Range.setValues') call.kill();
      },
    };
    expect(startOnce(world).outcome).toBe('killed');
    world.simulator.hooks = {};
    world.simulator.passTime(tick + MINUTE);
    expect(column(world, BRIEF, 'B')).toEqual(['Новый', '2', '3']);
    expect(column(world, DETAIL, 'B')).toEqual(['Новый']);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: '1' });
    refreshed(world);
    expect(picture(world)).toEqual(right);
  });
});

describe.each(FORMS)('Removing the connection of the $form form', ({ aWorld }) => {
  it('removes webhook, trigger and waiting request, and the next refresh says so in an alert', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    expect(page(world).call('saveSettings', { webhookUrl: '' })).toMatchObject({
      ok: true,
      settings: { webhookUrl: '' },
    });
    expect(triggers(world)).toEqual([]);
    expect(page(world).call('getStatus')).toMatchObject({
      owner: null,
      isOwner: false,
      waiting: null,
      nextRun: null,
    });
    expect(JSON.stringify(world.simulator.stored())).not.toContain(world.webhookUrl);
    world.simulator.run({ function: 'refreshReport', via: 'menu' });
    expect(lastText(world, 'alert')).toContain('Подключение к Bitrix24 не настроено.');
    expect(column(world, BRIEF, 'B')).toHaveLength(3);
  });
});
