/** A refresh that no single execution can finish: it pauses, keeps what it has, and goes on. */
import { COLLEAGUE, type World } from '../../world/make-world';
import type { Execution } from '../../simulator';
import { draftOf, inOneGo, SLOW_INVOICES, slowWorld, worldOf } from '../bundle/support/long-worlds';
import { progressOf, refresh, startOnce, type Progress } from '../../world/scenario';
import { BRIEF, column, lines, picture } from '../../world/sheets';

const TICK = 300_000;
const MAX_WAVE = 10;
const MAX_DRAFT_CELL = 45_000;

const PAUSED = 'За один запуск отчёт обновить не удалось: обновление продолжится само через несколько минут.';

const repeated = ({ portal }: World): number =>
  portal.requests.length -
  new Set(portal.requests.map(({ method, params }) => method + JSON.stringify(params))).size;

interface Counts {
  readonly hits: number;
  readonly misses: number;
}

/** What an execution logs of its cache. */
const cacheOf = ({ log }: Execution): Counts => {
  const line = log.map(({ message }) => message).find((message) => message.startsWith('{"refresh"'));
  return (JSON.parse(line ?? '{"cache":{}}') as { cache: Counts }).cache;
};

const sum = (executions: readonly Execution[], of: keyof Counts): number =>
  executions.reduce((total, execution) => total + cacheOf(execution)[of], 0);

describe('A refresh of a thousand invoices on a portal without lists', () => {
  it('goes on by the tick, asks everything once and makes the sheets of one go', () => {
    const world = worldOf(1_000);
    const first = startOnce(world);
    expect(first.finishedAt - first.startedAt).toBeLessThan(300_000);
    expect(progressOf(world)).toMatchObject({ state: 'paused', message: PAUSED, finishedAt: null });
    const ticks = [];
    while (progressOf(world).state === 'paused') ticks.push(...world.simulator.passTime(TICK));
    expect(progressOf(world)).toMatchObject({ state: 'done', done: 1_000, total: 1_000, phase: null });
    expect(repeated(world)).toBeLessThanOrEqual((ticks.length + 1) * MAX_WAVE);
    expect(progressOf(world).requests).toBe(world.portal.requests.length);
    expect(picture(world)).toEqual(inOneGo(world));
    expect(draftOf(world)).toBeUndefined();
  });
});

describe('A refresh that takes several executions', () => {
  it('goes on from the open sidebar, asks everything once and makes the sheets of one go', () => {
    const world = slowWorld();
    const { executions, progress } = refresh(world);
    expect(executions.length).toBeGreaterThan(1);
    expect(progress).toMatchObject({ state: 'done', done: SLOW_INVOICES, total: SLOW_INVOICES });
    expect(repeated(world)).toBe(0);
    expect(picture(world)).toEqual(inOneGo(world));
  });

  it('never nears the six minutes of the platform', () => {
    const { executions } = refresh(slowWorld());
    for (const { startedAt, finishedAt, outcome } of executions) {
      expect(outcome).toBe('returned');
      expect(finishedAt - startedAt).toBeLessThan(340_000);
    }
  });

  it('keeps its draft in one hidden sheet while it is paused, in cells of no more than 45,000 characters', () => {
    const world = slowWorld();
    startOnce(world);
    const draft = draftOf(world);
    expect(draft?.hidden).toBe(true);
    const cells: string[] = [];
    draft?.forEachCell(({ value }) => cells.push(String(value)));
    expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(MAX_DRAFT_CELL);
    expect(cells.join('')).not.toContain(world.webhookUrl.split('/')[5]);
    expect(lines(world, BRIEF)).toEqual([]);
    refresh(world);
    expect(draftOf(world)).toBeUndefined();
  });

  it('counts each hit and each miss once, whatever the draft brings', () => {
    const options = { simulator: { cacheEntryVanishes: () => true } };
    const paused = refresh(slowWorld(options)).executions;
    const whole = refresh(worldOf(SLOW_INVOICES, { portal: { limits: 'off' }, ...options })).executions;
    expect(paused.length).toBeGreaterThan(1);
    expect(whole).toHaveLength(1);
    expect([sum(paused, 'hits'), sum(paused, 'misses')]).toEqual([sum(whole, 'hits'), sum(whole, 'misses')]);
  });

  it('loses nothing that the draft holds to a cache that loses everything', () => {
    const world = slowWorld({ simulator: { cacheEntryVanishes: () => true } });
    expect(refresh(world).executions.length).toBeGreaterThan(1);
    expect(repeated(world)).toBe(0);
  });

  it('tells the truth all the way: no number falls, and what is done never exceeds what there is', () => {
    const world = slowWorld();
    const seen: Progress[] = [];
    world.simulator.hooks = {
      after: ({ member, function: name }) => {
        if (member === 'UrlFetchApp.fetchAll' && name === 'startRefresh')
          seen.push(progressOf(world, COLLEAGUE));
      },
    };
    refresh(world);
    world.simulator.hooks = {};
    seen.push(progressOf(world));
    let last: Progress | undefined;
    for (const progress of seen) {
      expect(progress.done).toBeLessThanOrEqual(progress.total);
      expect(progress.requests).toBeLessThanOrEqual(world.portal.requests.length);
      for (const count of ['requests', 'cacheHits', 'total', 'done'] as const) {
        expect(progress[count]).toBeGreaterThanOrEqual(last?.[count] ?? 0);
      }
      expect(progress.startedAt).toBe(seen[0]?.startedAt);
      last = progress;
    }
    expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(['running', 'done']));
    expect(new Set(seen.map(({ phase }) => phase))).toContain('rows');
  });

  it('is one run in the history, with its counts over all executions', () => {
    const world = slowWorld();
    refresh(world);
    const { runs } = world.simulator.page().call('getStatus') as { runs: unknown[] };
    expect(runs).toEqual([
      expect.objectContaining({
        ...{ state: 'done', invoices: SLOW_INVOICES, rows: 2 * SLOW_INVOICES, how: 'sidebar' },
        requests: world.portal.requests.length,
      }),
    ]);
  });

  it('shows its report as of what it had fetched, not of edits made between its executions', () => {
    const world = slowWorld();
    startOnce(world);
    const number = world.data.invoice(1).ACCOUNT_NUMBER;
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    refresh(world);
    expect(column(world, BRIEF, 'B')[0]).toBe(number);
    refresh(world);
    expect(column(world, BRIEF, 'B')[0]).toBe('Новый');
  });
});
