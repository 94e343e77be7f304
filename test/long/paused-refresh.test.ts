/** What becomes of a paused refresh: cancelled, disconnected, other settings, a damaged draft, a day gone by. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { OWNER } from '../../simulator';
import { SpreadsheetUser } from '../../simulator/spreadsheet';
import { draftOf, inOneGo, SLOW_INVOICES, slowWorld } from '../bundle/support/long-worlds';
import { copyOf } from '../bundle/support/workbook';
import { byMethod, progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, DRAFT, picture } from '../../world/sheets';

const TICK = 300_000;
const DAY = 24 * 60 * 60 * 1_000;

const OUTDATED = 'Обновление устарело и начато заново.';
const CANCELLED = 'Обновление отменено, листы не изменились.';

describe('A paused refresh', () => {
  /** Requests that the next execution sends, by method. */
  function goOn(world: World): Record<string, number> {
    const before = world.portal.requests.length;
    startOnce(world);
    return byMethod(world.portal.requests.slice(before));
  }

  it('that is cancelled by anybody is over at once, with its draft gone and the sheets as they were', () => {
    const world = slowWorld();
    const before = world.spreadsheet.sheets.map(({ name }) => name);
    startOnce(world);
    expect(world.simulator.page(COLLEAGUE).call('cancelRefresh')).toEqual({
      accepted: true,
      message: CANCELLED,
    });
    expect(progressOf(world)).toMatchObject({ state: 'cancelled', message: CANCELLED });
    expect(world.spreadsheet.sheets.map(({ name }) => name)).toEqual(before);
    world.simulator.passTime(TICK * 2);
    expect(progressOf(world).state).toBe('cancelled');
  });

  it('loses its draft when it fails', () => {
    const world = slowWorld();
    startOnce(world);
    world.portal.change({ revoked: true });
    startOnce(world);
    expect(progressOf(world).state).toBe('failed');
    expect(draftOf(world)).toBeUndefined();
  });

  it('loses its draft and its future when the connection is removed', () => {
    const world = slowWorld();
    startOnce(world);
    world.simulator.page().call('saveSettings', { webhookUrl: '' });
    expect(draftOf(world)).toBeUndefined();
    expect(progressOf(world).state).toBe('cancelled');
    expect(world.simulator.state.triggers.of(OWNER)).toEqual([]);
  });

  it('begins anew with other settings', () => {
    const world = slowWorld();
    startOnce(world);
    connect(world, { period: { preset: 'custom', from: '2026-04-01', to: '2026-04-10' } });
    expect(goOn(world)).toMatchObject({ 'crm.item.list': 2 });
    refresh(world);
    expect(column(world, BRIEF, 'B').length).toBeLessThan(SLOW_INVOICES);
    expect(draftOf(world)).toBeUndefined();
    const { runs } = world.simulator.page().call('getStatus') as { runs: { message: string }[] };
    expect(runs[runs.length - 1]?.message).toBe(OUTDATED);
  });

  it('begins anew with another connection', () => {
    const world = slowWorld();
    startOnce(world);
    world.portal.change({ secret: 'another0secret' });
    connect({ ...world, webhookUrl: world.webhookUrl.replace(/[^/]+\/$/, 'another0secret/') });
    expect(goOn(world)['crm.item.list']).toBeGreaterThan(1);
    expect(refresh(world).progress.state).toBe('done');
    expect(draftOf(world)).toBeUndefined();
  });

  it.each<[string, (world: World) => unknown]>([
    ['is cut short', (world) => spoil(world, (text) => text.slice(0, -20))],
    ['has another character', (world) => spoil(world, (text) => text.replace(/.$/, '~'))],
    ['is empty', (world) => spoil(world, () => '')],
    ['is deleted', (world) => new SpreadsheetUser(world.spreadsheet).delete(DRAFT)],
  ])('begins anew where its draft %s', (_, harm) => {
    const world = slowWorld({ simulator: { cacheEntryVanishes: () => true } });
    startOnce(world);
    harm(world);
    expect(goOn(world)['crm.item.list']).toBeGreaterThan(1);
    expect(refresh(world).progress.state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
    expect(draftOf(world)).toBeUndefined();
  });

  it('goes on after nearly a day and begins anew after more', () => {
    const early = slowWorld();
    startOnce(early);
    early.clock.advance(DAY - TICK * 2);
    expect(goOn(early)['crm.item.list']).toBeUndefined();

    const late = slowWorld();
    startOnce(late);
    const { startedAt } = progressOf(late);
    late.clock.advance(DAY + 1_000);
    expect(goOn(late)['crm.item.list']).toBeGreaterThan(1);
    expect(progressOf(late).startedAt).not.toBe(startedAt);
    expect(refresh(late).progress.state).toBe('done');
    expect(draftOf(late)).toBeUndefined();
  });

  it('goes on with the draft that lies there, where an execution was killed', () => {
    const world = slowWorld();
    startOnce(world);
    const before = world.portal.requests.length;
    world.simulator.hooks = {
      before: (call) => {
        if (call.member === 'UrlFetchApp.fetchAll' && world.portal.requests.length > before) call.kill();
      },
    };
    expect(startOnce(world).outcome).toBe('killed');
    world.simulator.hooks = {};
    expect(goOn(world)['crm.item.list']).toBeUndefined();
    expect(refresh(world).progress.state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
    expect(draftOf(world)).toBeUndefined();
  });

  it('is refreshed by its owner’s tick although a colleague waits, who gets a report of his own next', () => {
    const world = slowWorld();
    startOnce(world);
    world.simulator.page(COLLEAGUE).call('startRefresh', { briefOnly: true });
    while (progressOf(world).state === 'paused') world.simulator.passTime(TICK);
    world.simulator.passTime(TICK * 4);
    const { runs, waiting } = world.simulator.page().call('getStatus') as {
      runs: { how: string; state: string }[];
      waiting: unknown;
    };
    expect(runs.map(({ how, state }) => [how, state])).toEqual([
      ['request', 'done'],
      ['sidebar', 'done'],
    ]);
    expect(waiting).toBeNull();
  });
});

describe('A paused refresh, and another person who takes the connection over', () => {
  it('is given up: the new owner’s tick begins a refresh of his own, and the former owner’s does nothing', () => {
    const world = slowWorld();
    startOnce(world);
    const paused = progressOf(world);
    const { webhookUrl } = world;
    expect(world.simulator.page(COLLEAGUE).call('saveSettings', { webhookUrl })).toMatchObject({ ok: true });
    const before = world.portal.requests.length;
    expect(startOnce(world).value).toMatchObject({ accepted: 'queued' });
    world.simulator.passTime(TICK);
    expect(byMethod(world.portal.requests.slice(before))['crm.item.list']).toBeGreaterThan(1);
    expect(progressOf(world).startedAt).not.toBe(paused.startedAt);
    while (progressOf(world).state === 'paused') world.simulator.passTime(TICK);
    expect(world.simulator.state.triggers.of(OWNER)).toEqual([]);
    const { runs } = world.simulator.page(COLLEAGUE).call('getStatus') as {
      runs: { by: string; state: string; message: string }[];
    };
    expect(runs.map(({ by, state }) => [by, state])).toEqual([
      ['Анна Смирнова', 'done'],
      ['другой пользователь', 'cancelled'],
    ]);
    expect(runs[1]?.message).toBe(OUTDATED);
    expect(picture(world)).toEqual(inOneGo(world));
    expect(draftOf(world)).toBeUndefined();
  });
});

describe('A copy of a file with a paused refresh', () => {
  it('belongs to nobody until somebody saves a webhook, and then makes a report of its own', () => {
    const world = slowWorld();
    startOnce(world);
    const copy = copyOf(world);
    expect(draftOf(copy)).toBeDefined();
    const before = copy.portal.requests.length;
    expect(startOnce(copy).value).toMatchObject({ accepted: 'refused' });
    expect(copy.simulator.page().call('getStatus')).toMatchObject({ owner: null, isOwner: false, runs: [] });
    expect(copy.simulator.page().call('loadSettings')).toMatchObject({ webhookUrl: '' });
    expect(copy.simulator.passTime(TICK)).toEqual([]);
    expect(copy.portal.requests).toHaveLength(before);

    connect(copy);
    expect(byMethod(refreshed(copy))['crm.item.list']).toBeGreaterThan(1);
    expect(picture(copy)).toEqual(inOneGo(copy));
    expect(draftOf(copy)).toBeUndefined();
    expect(refresh(world).progress.state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
  });

  it('loses the draft also where its first refresh is killed', () => {
    const world = slowWorld();
    startOnce(world);
    const copy = copyOf(world);
    connect(copy);
    copy.simulator.hooks = {
      after: (call) => {
        if (call.member === 'UrlFetchApp.fetchAll') call.kill();
      },
    };
    expect(startOnce(copy).outcome).toBe('killed');
    copy.simulator.hooks = {};
    copy.simulator.passTime(TICK * 6);
    expect(progressOf(copy).state).toBe('done');
    expect(draftOf(copy)).toBeUndefined();
  });
});

/** Changes the draft's last cell. */
function spoil({ spreadsheet }: World, change: (text: string) => string): void {
  const sheet = spreadsheet.sheetNamed(DRAFT);
  const cell = sheet?.peek(sheet.lastRow(), 1);
  if (cell) cell.value = change(String(cell.value));
}
