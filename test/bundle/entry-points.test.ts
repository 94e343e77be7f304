/** Menu, pages and clock: how the bound script and the published add-on are opened, set up and run by time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildDistribution, writeDistribution } from '../../cli/build/distribution';
import { COLLEAGUE, connect, type World } from '../../cli/world';
import { OWNER, Project, type AuthorizationMode } from '../../simulator';
import { lastText, MINUTE, page, TICK, triggers, worldOfThree } from './support/people';
import { refreshed, startOnce } from './support/scenario';
import { BRIEF, column, DETAIL, picture } from './support/sheets';

const MENU = 'Счета Bitrix24';
const ITEMS = [
  ['Обновить отчёт', 'refreshReport'],
  ['Обновить только краткий', 'refreshBriefSheet'],
  ['Настройки', 'showSettings'],
  ['Состояние', 'showStatus'],
  ['Справка', 'showHelp'],
  ['Очистить кэш', 'clearCache'],
];
let published: Project;

beforeAll(async () => {
  const files = await buildDistribution(process.cwd(), { published: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'published-'));
  writeDistribution(folder, files);
  published = Project.fromFolder(folder);
  rmSync(folder, { recursive: true });
});

const publishedWorld = (): World => worldOfThree({ project: published, simulator: { form: 'addOn' } });

describe('Opening the spreadsheet', () => {
  const modes: AuthorizationMode[] = ['NONE', 'LIMITED', 'FULL'];

  it.each(modes)('builds the menu in mode %s and calls nothing else', (mode) => {
    const world = worldOfThree();
    const { outcome, ledger } = world.simulator.open(OWNER, mode);
    expect(outcome).toBe('returned');
    const items = world.simulator.screen(OWNER).menus.get(MENU) ?? [];
    const named = items.filter(({ caption }) => caption !== '').map((item) => [item.caption, item.function]);
    expect(named.filter(([, name]) => name !== null)).toEqual(ITEMS);
    expect(
      Object.keys(ledger.toRecord()).filter(
        (member) => !/^(SpreadsheetApp\.getUi|Ui\.create|Menu\.)/.test(member),
      ),
    ).toEqual([]);
  });

  it('builds the add-on’s menu in the published form, after installing too', () => {
    const world = publishedWorld();
    for (const name of ['onOpen', 'onInstall']) {
      const { ledger, outcome } = world.simulator.run({
        function: name,
        via: 'simpleTrigger',
        authMode: 'NONE',
      });
      expect([outcome, ledger.of('Ui.createAddonMenu'), ledger.of('Ui.createMenu')]).toEqual([
        'returned',
        1,
        0,
      ]);
    }
  });
});

describe('The first use', () => {
  it.each([
    ['bound', () => worldOfThree()],
    ['published', () => publishedWorld()],
  ])('of the %s form leads from the menu over the settings to the sheets', (_, make) => {
    const world = make();
    const { simulator, webhookUrl } = world;
    simulator.open();
    simulator.run({ function: 'refreshReport', via: 'menu' });
    expect(lastText(world, 'alert')).toContain('Подключение к Bitrix24 не настроено.');
    simulator.run({ function: 'showSettings', via: 'menu' });
    expect(simulator.screen().sidebar?.title).toBe('Счета Bitrix24: настройки');
    expect(page(world).call('loadSettings')).toMatchObject({ webhookUrl: '', cacheTtlSeconds: 300 });
    expect(page(world).call('testConnection', { webhookUrl })).toMatchObject({
      ok: true,
      invoicesVisible: 3,
    });
    expect(triggers(world)).toHaveLength(0);
    expect(page(world).call('saveSettings', { webhookUrl, scheduleHours: 4 })).toMatchObject({ ok: true });
    expect(triggers(world)).toHaveLength(1);
    expect(triggers(world)[0]?.everyMilliseconds).toBe(_ === 'bound' ? TICK : 60 * MINUTE);
    const { outcome, unflushedReleases } = simulator.run({ function: 'refreshReport', via: 'menu' });
    expect([outcome, unflushedReleases]).toEqual(['returned', 0]);
    expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3']);
    expect(column(world, DETAIL, 'B')).toEqual(['1']);
    expect(lastText(world, 'toast')).toContain('Готово: 3 счёта, 1 строка');
  });

  it('of «Обновить только краткий» makes no detail sheet', () => {
    const world = worldOfThree();
    connect(world);
    world.simulator.run({ function: 'refreshBriefSheet', via: 'menu' });
    expect(world.spreadsheet.sheetNamed(DETAIL)).toBeUndefined();
    expect(column(world, BRIEF, 'B')).toHaveLength(3);
  });

  it.each([
    ['showStatus', 'Счета Bitrix24: состояние'],
    ['showHelp', 'Счета Bitrix24: справка'],
  ])('of %s opens its page', (name, title) => {
    const world = worldOfThree();
    world.simulator.run({ function: name, via: 'menu' });
    expect(world.simulator.screen().sidebar?.title).toBe(title);
  });
});

describe('The schedule', () => {
  it('refreshes every so many hours after the last start, and not before', () => {
    const world = worldOfThree();
    connect(world, { scheduleHours: 2 });
    refreshed(world);
    const asked = world.portal.requests.length;
    world.simulator.passTime(110 * MINUTE);
    expect(world.portal.requests.length).toBe(asked);
    world.simulator.passTime(15 * MINUTE);
    expect(world.portal.requests.length).toBeGreaterThan(asked);
    const { runs } = page(world).call('getStatus') as { runs: { how: string }[] };
    expect(runs.map(({ how }) => how)).toEqual(['schedule', 'sidebar']);
  });

  it('does nothing while it is off', () => {
    const world = worldOfThree();
    connect(world);
    world.simulator.passTime(26 * 60 * MINUTE);
    expect(world.portal.requests).toEqual([]);
  });

  it('makes right at the next tick what a killed refresh left half written', () => {
    const world = worldOfThree();
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
    world.simulator.passTime(TICK + MINUTE);
    expect(column(world, BRIEF, 'B')).toEqual(['Новый', '2', '3']);
    expect(column(world, DETAIL, 'B')).toEqual(['Новый']);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: '1' });
    refreshed(world);
    expect(picture(world)).toEqual(right);
  });
});

describe('Removing the connection', () => {
  it('removes webhook, trigger and waiting request, and the next refresh says so in an alert', () => {
    const world = worldOfThree();
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
