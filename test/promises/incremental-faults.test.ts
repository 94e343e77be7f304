/**
 * That the suite notices a wrong protocol. Some faults that one may think of are none here:
 * - A time T that goes on although pages were told at different moments. T is when the first of them was told: what was
 *   saved later bears a time that the next refresh looks through again.
 * - Cells written without being compared, after a memory that was written before. The plan is always compared with the
 *   cells and never with the memory; the suite «crash» kills between the two.
 * - Not asking for what was saved outside the period. Counts find who left it as well, for a few requests more.
 * - Requisites counted by their owners. These have others that nobody remembers, so that the total disagrees each time and
 *   all are read again by id: dearer, and right.
 * - Not reading the invoices of both clients where a requisite moves. A merge is promised by the comparison's round, which
 *   reads them anyway; that they are there sooner is nothing that has to hold.
 */
import { BundleSeries } from './incremental/BundleSeries';
import { BUNDLE_FAULTS, FAULTS } from './incremental/planted-faults';
import { projectWith, seriesWith } from './incremental/with-fault';
import { Series } from './incremental/Series';
import { newBundleTally, newTally } from './incremental/tally';

const MOST_SERIES = 20;
const REFRESHES = 10;

describe('a protocol', () => {
  it.each(FAULTS)('is noticed where $name', async (fault) => {
    const { Series: FaultySeries } = await seriesWith(fault);
    const seeds = Array.from({ length: MOST_SERIES }, (_, index) => fault.seed + index);
    const seed = seeds.find(
      (each) => new FaultySeries(each, newTally(), fault.given).run(REFRESHES).length > 0,
    );
    expect(seed).toBeDefined();
    expect(new Series(seed ?? 0, newTally(), fault.given).run(REFRESHES)).toEqual([]);
  });
});

describe('the add-on', () => {
  it.each(BUNDLE_FAULTS)('is noticed where $name', async ({ seed: first, given, changes }) => {
    const faulty = await projectWith({ changes });
    const wrongBy = (seed: number, project?: typeof faulty): readonly string[] =>
      new BundleSeries(seed, newBundleTally(), given, project).run(REFRESHES);
    const seeds = Array.from({ length: MOST_SERIES }, (_, index) => first + index);
    const seed = seeds.find((each) => wrongBy(each, faulty).length > 0);
    expect(seed).toBeDefined();
    expect(wrongBy(seed ?? 0)).toEqual([]);
  });
});
