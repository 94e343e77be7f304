/** Unpaid invoices outside the report in the bundle: what they cost, what is told meanwhile, and pauses among them. */
import { aPortal } from '../../portal/data/a-portal';
import { makeOlderData } from '../../portal/data/older-data';
import type { RequestRecord } from '../../portal/request-record';
import { aWorld } from '../../world/a-world';
import { connect, type World, type WorldOptions } from '../../world/make-world';
import { killAt, MINUTE, TICK } from '../../world/people';
import { byMethod, progressOf, refresh, refreshed, startOnce, type Progress } from '../../world/scenario';
import { column, lines, picture } from '../../world/sheets';
import { inOneGo } from './support/long-worlds';

const DEBTS = 'Долги';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const SIZE = { invoices: 300, rows: 300, requisites: 50, older: 100, olderRequisites: 40 };
const TODAY = '2026-05-20';

/** 400 open invoices, 100 of them outside the quarter and of 40 clients who buy nothing in it. */
function worldWith(debtsSheet: 'off' | 'period' | 'all', options: WorldOptions = {}, size = SIZE): World {
  const world = aWorld((clock) => makeOlderData(size, clock, TODAY), options);
  connect(world, { debtsSheet });
  return world;
}

const isOfOlder = ({ params: { filter } }: Pick<RequestRecord, 'params'>): boolean =>
  typeof filter === 'object' && filter !== null && '@stageId' in filter;

type Counts = Readonly<Record<string, number>>;

const difference = (less: Counts, more: Counts): Counts =>
  Object.fromEntries(
    Object.keys({ ...less, ...more })
      .map((method) => [method, (more[method] ?? 0) - (less[method] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );

const LIST = { 'crm.item.list': 9 };
const COLD = { ...LIST, 'crm.requisite.link.list': 2, 'crm.requisite.list': 1 };

describe('400 open invoices, 100 of them outside the report', () => {
  it.each(GENERATIONS)(
    'cost 12 requests more, 9 within the lifetime of answers: generation %s',
    (generation) => {
      const portal = { generation, limits: 'off' } as const;
      const period = worldWith('period', { portal });
      const all = worldWith('all', { portal });
      const both = (minutes: number): Counts => {
        for (const { clock } of [period, all]) clock.advance(minutes * MINUTE);
        return difference(byMethod(refreshed(period)), byMethod(refreshed(all)));
      };
      expect([both(0), both(2), both(6)]).toEqual([COLD, LIST, COLD]);
      expect(picture(all)).toEqual(picture(period));
      const plain = worldWith('off', { portal });
      expect(byMethod(refreshed(plain))).toEqual(byMethod(refreshed(worldWith('period', { portal }))));
    },
  );

  it('cost nothing where the brief sheet alone is made, or every stage is closed', () => {
    const world = worldWith('all', { portal: { limits: 'off' } });
    expect(refreshed(world, true).filter(isOfOlder)).toEqual([]);
    for (const { STATUS_ID } of world.data.stages) world.data.changeStage(STATUS_ID, { SEMANTICS: 'S' });
    world.clock.advance(10 * MINUTE);
    expect(refreshed(world).filter(isOfOlder)).toEqual([]);
  });
});

/** Open, of this quarter, of last year and of three years ago to the day; then those that are no debts. */
const ofEveryKind = (clock: World['clock']): World['data'] =>
  aPortal(clock)
    .withInvoice({ ACCOUNT_NUMBER: 'Этот квартал', OPPORTUNITY: 1, BEGINDATE: TODAY })
    .withInvoice({ ACCOUNT_NUMBER: 'Прошлый год', OPPORTUNITY: 1, BEGINDATE: '2025-07-01' })
    .withInvoice({ ACCOUNT_NUMBER: 'Три года', OPPORTUNITY: 1, BEGINDATE: '2023-05-20' })
    .withInvoice({ ACCOUNT_NUMBER: 'Оплачен', OPPORTUNITY: 1, BEGINDATE: '2025-07-01', STAGE_ID: 'DT31_7:P' })
    .withInvoice({
      ACCOUNT_NUMBER: 'Провален',
      OPPORTUNITY: 1,
      BEGINDATE: '2025-07-01',
      STAGE_ID: 'DT31_7:D',
    })
    .withInvoice({ ACCOUNT_NUMBER: 'Четыре года', OPPORTUNITY: 1, BEGINDATE: '2022-05-20' })
    .withInvoice({ ACCOUNT_NUMBER: 'Шаблон', OPPORTUNITY: 1, BEGINDATE: '2025-07-01', IS_RECURRING: true })
    .data;

describe('«Долги» of all unpaid invoices', () => {
  it.each([
    ['believes a portal that filters', {}],
    ['looks through the answers of one that does not', { ignores: { filters: ['@stageId', '>=begindate'] } }],
  ])('%s, and has each debt once, at every refresh', (_, portal) => {
    const world = aWorld(ofEveryKind, { portal });
    connect(world, { debtsSheet: 'all' });
    const debts = (): unknown[] => column(world, DEBTS, 'B').filter((cell) => !/^$|счёт/.test(String(cell)));
    refreshed(world);
    expect(debts()).toEqual(['Этот квартал', 'Прошлый год', 'Три года']);
    world.data.changeInvoice(2, { STAGE_ID: 'DT31_7:P' });
    world.clock.advance(MINUTE);
    refreshed(world);
    expect(debts()).toEqual(['Этот квартал', 'Три года']);
    connect(world, { debtsSheet: 'period' });
    refreshed(world);
    expect(debts()).toEqual(['Этот квартал']);
  });
});

const SLOW = { invoices: 20, rows: 20, requisites: 5, older: 400, olderRequisites: 60 };

describe('a refresh', () => {
  it('says while it lists them that it does', () => {
    const world = worldWith('all', { latency: 4_000 }, SLOW);
    const seen: Progress[] = [];
    world.simulator.hooks = {
      after: ({ member }) => {
        if (member === 'UrlFetchApp.fetchAll') seen.push(progressOf(world));
      },
    };
    refreshed(world);
    const told = seen.filter((progress) => 'readsOlder' in progress);
    expect(told.length).toBeGreaterThan(5);
    expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['list']));
    expect(told.some(({ total }) => total > SLOW.invoices)).toBe(true);
    world.simulator.hooks = {};
    expect(progressOf(world)).not.toHaveProperty('readsOlder');
  });

  it('that is paused among them goes on where it was, and asks for nothing twice', () => {
    const world = worldWith('all', { latency: 50_000 }, SLOW);
    const { progress, executions } = refresh(world);
    expect(progress.state).toBe('done');
    expect(executions.length).toBeGreaterThan(2);
    const asked = world.portal.requests.map(({ method, params }) => JSON.stringify([method, params]));
    expect(new Set(asked).size).toBe(asked.length);
    expect(world.portal.requests.filter(isOfOlder)).toHaveLength(10);
    expect(picture(world)).toEqual(inOneGo(world));
    const quick = worldWith('all', { portal: { limits: 'off' } }, SLOW);
    refreshed(quick);
    expect(lines(world, DEBTS)).toEqual(lines(quick, DEBTS));
    expect(lines(world, DEBTS).length).toBeGreaterThan(SLOW.older);
  });

  it('that is killed among them is made right by the next tick', () => {
    const world = worldWith('all', { portal: { limits: 'off' } }, SLOW);
    let lists = 0;
    world.portal.change({
      faults: (request) => {
        if (isOfOlder(request) && (lists += 1) === 4) killAt(world, 'UrlFetchApp.fetchAll');
        return null;
      },
    });
    startOnce(world);
    world.simulator.hooks = {};
    expect(progressOf(world).state).toBe('running');
    world.clock.advance(7 * MINUTE);
    world.simulator.passTime(2 * TICK);
    expect(progressOf(world).state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
  });
});
