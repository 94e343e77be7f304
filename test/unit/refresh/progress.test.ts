/** How far a refresh says it is: an invoice is done when everything is known that the sheets show of it. */
import { makeSizedData } from '../../../portal/data/sized-data';
import { NOON } from '../../../world/make-world';
import { VirtualClock } from '../../../simulator';
import { Line } from '../bitrix24/a-line';
import { Collector, countsOf, type CollectOptions } from './a-collection';

const INVOICES = 20;

/** Before each wave, and in the end: what the fetcher says, and how many requests have brought rows. */
function progressOf(options: CollectOptions) {
  const clock = new VirtualClock(Date.parse(NOON));
  const portal = { generation: 'new', limits: { burst: 100_000, perSecond: 1000 } } as const;
  const data = makeSizedData({ invoices: INVOICES, rows: 60, requisites: 10 }, clock, '2026-05-20');
  const line = new Line(clock, data, { portal });
  const seen: { done: number; total: number; rowRequests: number }[] = [];
  const { progress } = new Collector(line).collect({
    ...options,
    beforeWave: (fetcher) =>
      seen.push({
        ...fetcher.progress,
        rowRequests: countsOf(line.asked)['crm.item.productrow.list'] ?? 0,
      }),
  });
  return { seen, progress };
}

describe('the progress of a refresh', () => {
  it.each([[['brief'] as const], [['detail'] as const], [['brief', 'detail'] as const]])(
    'of the sheets %j counts each invoice once, and all of them in the end',
    (sheets) => {
      const { seen, progress } = progressOf({ sheets });
      expect(seen[0]).toMatchObject({ done: 0, total: 0 });
      expect(progress).toEqual({ done: INVOICES, total: INVOICES });
    },
  );

  it('has no invoice done whose rows are still to come', () => {
    const { seen } = progressOf({ sheets: ['brief', 'detail'] });
    // The first request is the list of owners that this portal refuses.
    for (const { done, rowRequests } of seen) expect(done).toBeLessThanOrEqual(Math.max(rowRequests - 1, 0));
    expect(seen.some(({ done }) => done > 0 && done < INVOICES)).toBe(true);
  });

  it('never goes back', () => {
    const { seen } = progressOf({ sheets: ['brief', 'detail'] });
    const done = seen.map((each) => each.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });
});
