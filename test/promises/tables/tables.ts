/** Tables in a file of the engine: after any edits, and any kills, a run makes what a whole run into a new file makes. */
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { newTablesTally } from './tally';
import { TablesSeries } from './TablesSeries';

const RUNS_OF_A_SERIES = 10;
const PARTS = { full: 20, sample: 1 } as const;
const SERIES_A_PART = { full: 5, sample: 1 } as const;

export const tables: TrustSuite = {
  name: 'tables',
  parts: (options) =>
    Array.from({ length: PARTS[options.extent] }, (_, index) => () => trySeries(index, options)),
};

async function trySeries(index: number, { seed, extent }: TrustOptions): Promise<TrustOutcome> {
  const tally = newTablesTally();
  const failures: string[] = [];
  for (let made = 0; made < SERIES_A_PART[extent]; made += 1) {
    const series = new TablesSeries(seed * 100_000 + index * 1_000 + made, tally);
    failures.push(...(await series.run(RUNS_OF_A_SERIES)));
  }
  const { refreshes, edits, restless, rounds, whole, compared, kills } = tally;
  return {
    tried: [
      ['runs', refreshes],
      ['edits', edits],
      ['runs while people work', restless],
      ['runs that read all by order', rounds],
      ['tables compared whole', compared],
      ['runs killed', kills],
      ...[...whole].map(([why, count]) => [`read anew: ${why}`, count] as const),
    ],
    failures,
  };
}
