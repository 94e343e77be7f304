/** What the unpaid invoices outside the report cost in requests, and how far a refresh says that it is meanwhile. */
import { makeOlderData } from '../../../portal/data/older-data';
import type { Generation } from '../../../portal/generation';
import { VirtualClock } from '../../../simulator';
import { NOON } from '../../../world/make-world';
import type { Fetcher } from '../../../src/refresh/Fetcher';
import { Line } from '../bitrix24/a-line';
import { MemoryOwner } from '../incremental/an-owner';
import { Collector, countsOf } from './a-collection';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const [INVOICES, OLDER] = [300, 100];
const MINUTE = 60_000;
const ALL = { debtsSheet: 'all' } as const;
const PERIOD = { debtsSheet: 'period' } as const;

/** 400 open invoices, 100 of them outside the quarter and of 40 clients who buy nothing in it. */
function aPortalOf(generation: Generation): Line {
  const clock = new VirtualClock(Date.parse(NOON));
  const size = { invoices: INVOICES, rows: INVOICES, requisites: 50, older: OLDER, olderRequisites: 40 };
  return new Line(clock, makeOlderData(size, clock, '2026-05-20'), { portal: { generation, limits: 'off' } });
}

type Counts = Readonly<Record<string, number>>;

const LIST = { 'crm.item.list': 9 };
const COLD = { ...LIST, 'crm.requisite.link.list': 2, 'crm.requisite.list': 1 };

/** By how much the second counts are more than the first. */
const difference = (less: Counts, more: Counts): Counts =>
  Object.fromEntries(
    Object.keys({ ...less, ...more })
      .map((method) => [method, (more[method] ?? 0) - (less[method] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );

describe('400 open invoices, 100 of them outside the report', () => {
  it.each(GENERATIONS)(
    'cost 9 + 2 + 1 requests more than the report alone, and 9 within the lifetime of answers: %s',
    (generation) => {
      const period = new Collector(aPortalOf(generation));
      const all = new Collector(aPortalOf(generation));
      const both = (minutes: number): Counts => {
        for (const { line } of [period, all]) line.clock.advance(minutes * MINUTE);
        const [less, more] = [period.collect({ settings: PERIOD }), all.collect({ settings: ALL })];
        expect(more.report).toEqual(less.report);
        expect(more.older).toHaveLength(OLDER);
        // By this colleagues are told when their request is carried out at the latest.
        const each = generation === 'new' ? 1.2 : 0.5;
        expect(more.asked.length).toBeLessThanOrEqual(20 + each * more.progress.total);
        return difference(countsOf(less.asked), countsOf(more.asked));
      };
      expect([both(0), both(2), both(6)]).toEqual([COLD, LIST, COLD]);
    },
  );

  it('cost as many beside the two parts of a list that is remembered', () => {
    const period = new MemoryOwner(aPortalOf('mid'), PERIOD);
    const all = new MemoryOwner(aPortalOf('mid'), ALL);
    const both = (minutes: number, isAskedFor = false): Counts => {
      for (const { line } of [period, all]) line.clock.advance(minutes * MINUTE);
      const [less, more] = [period.refresh(isAskedFor), all.refresh(isAskedFor)];
      return difference(countsOf(less.asked), countsOf(more.asked));
    };
    expect([both(0), both(2), both(4)]).toEqual([COLD, LIST, COLD]);
    expect([both(2, true), both(6, true)]).toEqual([LIST, COLD]);
  });
});

describe('the memory of the report', () => {
  const textOf = (owner: MemoryOwner): string => JSON.stringify([...(owner.memory()?.answers ?? [])]);

  it('holds nothing of invoices outside it', () => {
    const [period, all] = [new MemoryOwner(aPortalOf('mid'), PERIOD), new MemoryOwner(aPortalOf('mid'), ALL)];
    for (const owner of [period, all]) owner.refresh();
    expect(textOf(all)).toBe(textOf(period));
    expect(textOf(all).length).toBeGreaterThan(INVOICES);
    for (const owner of [period, all]) owner.line.clock.advance(2 * MINUTE);
    for (const owner of [period, all]) owner.refresh();
    expect(textOf(all)).toBe(textOf(period));
  });

  it('is no older for what the cache has kept of others', () => {
    const owner = new MemoryOwner(aPortalOf('mid'), ALL);
    const refreshAfter = (minutes: number): void => {
      owner.line.clock.advance(minutes * MINUTE);
      owner.refresh();
    };
    refreshAfter(0);
    const { data, clock } = owner.line;
    const ENTITY_ID = data.addCompany({ TITLE: 'Старый клиент' });
    const link = data.addRequisite({ ENTITY_ID });
    const UPDATED_TIME = clock.now() - 60 * MINUTE;
    data.addInvoice({ BEGINDATE: '2025-01-01', COMPANY_ID: ENTITY_ID, link, UPDATED_TIME });
    refreshAfter(4);
    refreshAfter(2);
    const { buyersAt, toldAt } = owner.memory() ?? {};
    expect(buyersAt).toEqual(toldAt);
  });
});

describe('the progress of a refresh', () => {
  it('counts them among the invoices, and tells when their list is read', () => {
    const line = aPortalOf('mid');
    const seen: { reads: boolean; phase: string; total: number }[] = [];
    const look = (fetcher: Fetcher): void => {
      seen.push({ reads: fetcher.isReading('older'), phase: fetcher.phase(), total: fetcher.progress.total });
    };
    const { progress } = new Collector(line).collect({ settings: ALL, beforeWave: look });
    expect(progress).toEqual({ done: INVOICES + OLDER, total: INVOICES + OLDER });
    const reading = seen.filter(({ reads }) => reads);
    expect(reading).toHaveLength(9);
    expect(new Set(reading.map(({ phase }) => phase))).toEqual(new Set(['list']));
    expect(reading.every(({ total }) => total >= INVOICES)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ reads: false, total: INVOICES + OLDER });
  });
});
