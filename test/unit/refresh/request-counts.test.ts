/** How many requests a report costs: as few as the portal's own limits on pages and lists allow. */
import { makeSizedData, type Size } from '../../../portal/data/sized-data';
import type { Generation } from '../../../portal/generation';
import { NOON } from '../../../world/make-world';
import { VirtualClock } from '../../../simulator';
import { Line } from '../bitrix24/a-line';
import { Collector, countsOf } from './a-collection';

const PAGE = 50;
const SIZE: Size = { invoices: 100, rows: 300, requisites: 60 };

function collectorFor(size: Size, generation: Generation): Collector {
  const clock = new VirtualClock(Date.parse(NOON));
  const portal = { generation, limits: { burst: 100_000, perSecond: 1000 } };
  return new Collector(new Line(clock, makeSizedData(size, clock, '2026-05-20'), { portal }));
}

const pages = (records: number): number => Math.max(Math.ceil(records / PAGE), 1);

/**
 * The floor for evenly spread rows: the list to its empty page, links and requisites by fifties, and rows by
 * lists of fifty owners where the portal takes them, else one refused list and one request an invoice and page.
 */
function floor({ invoices, rows, requisites }: Size, takesLists: boolean): Readonly<Record<string, number>> {
  const rowsEach = rows / invoices;
  const fullLists = Math.floor(invoices / PAGE);
  const rest = invoices % PAGE;
  const byLists = fullLists * pages(PAGE * rowsEach) + (rest > 0 ? pages(rest * rowsEach) : 0);
  return {
    profile: 1,
    'crm.status.list': 1,
    'crm.item.list': Math.ceil(invoices / PAGE) + 1,
    'crm.requisite.link.list': Math.ceil(invoices / PAGE),
    'crm.requisite.list': Math.ceil(requisites / PAGE),
    'crm.item.productrow.list': takesLists ? byLists : 1 + invoices * pages(rowsEach),
  };
}

const totalOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('100 invoices with 300 rows and 60 requisites', () => {
  it.each([
    ['old', 15],
    ['mid', 15],
    ['new', 110],
  ] as const)(
    'cost on a portal of generation %s, with nothing in the cache, %i requests',
    (generation, total) => {
      const { asked, report } = collectorFor(SIZE, generation).collect();
      expect(countsOf(asked)).toEqual(floor(SIZE, generation !== 'new'));
      expect(asked).toHaveLength(total);
      expect([report.brief.length, report.productRowCount]).toEqual([SIZE.invoices, SIZE.rows]);
    },
  );

  it.each(['old', 'mid', 'new'] as const)('cost on %s, a moment later, the list alone', (generation) => {
    const collector = collectorFor(SIZE, generation);
    const cold = collector.collect();
    collector.line.clock.advance(60_000);
    const warm = collector.collect({ ownerLists: cold.ownerLists });
    expect(countsOf(warm.asked)).toEqual({ 'crm.item.list': 3 });
    expect(warm.report).toEqual(cold.report);
    expect(warm.cache.misses).toBe(3);
  });

  it('cost, when the TTL has passed, everything but the rows, which have not changed', () => {
    const collector = collectorFor(SIZE, 'mid');
    collector.collect();
    collector.line.clock.advance(301_000);
    const { 'crm.item.productrow.list': rows, ...others } = floor(SIZE, true);
    expect(rows).toBeGreaterThan(0);
    expect(countsOf(collector.collect().asked)).toEqual(others);
  });

  it('cost everything again where the cache across executions is switched off', () => {
    const collector = collectorFor(SIZE, 'mid');
    const settings = { cacheTtlSeconds: 0 };
    collector.collect({ settings });
    expect(countsOf(collector.collect({ settings }).asked)).toEqual(floor(SIZE, true));
    expect(collector.cacheStorage.toRecord()).toEqual({});
  });

  it('cost everything again after the cache was cleared', () => {
    const collector = collectorFor(SIZE, 'mid');
    collector.collect();
    collector.epoch += 1;
    expect(countsOf(collector.collect().asked)).toEqual(floor(SIZE, true));
  });

  it('cost no request for rows where only the brief sheet is made', () => {
    const { 'crm.item.productrow.list': rows, ...others } = floor(SIZE, true);
    expect(rows).toBeGreaterThan(0);
    expect(countsOf(collectorFor(SIZE, 'mid').collect({ sheets: ['brief'] }).asked)).toEqual(others);
  });

  it('are not probed again on a portal that is known to take no lists', () => {
    const { asked } = collectorFor(SIZE, 'new').collect({ ownerLists: 'refused' });
    expect(asked).toHaveLength(109);
  });
});

describe('reports of other sizes', () => {
  it.each<readonly [Generation, Size]>([
    ['mid', { invoices: 1, rows: 1, requisites: 1 }],
    ['new', { invoices: 2, rows: 2, requisites: 1 }],
    ['mid', { invoices: 50, rows: 100, requisites: 50 }],
    ['mid', { invoices: 51, rows: 51, requisites: 51 }],
    ['old', { invoices: 230, rows: 460, requisites: 130 }],
    ['new', { invoices: 60, rows: 120, requisites: 7 }],
  ])('cost the floor, too: %s, %j', (generation, size) => {
    const { asked } = collectorFor(size, generation).collect();
    const expected = floor(size, generation !== 'new');
    expect([countsOf(asked), asked.length]).toEqual([expected, totalOf(expected)]);
  });

  it('cost three requests where there is no invoice at all', () => {
    const { asked, report } = collectorFor({ invoices: 0, rows: 0, requisites: 0 }, 'mid').collect();
    expect([...asked].sort()).toEqual(['crm.item.list', 'crm.status.list', 'profile']);
    expect(report.brief).toEqual([]);
  });
});
