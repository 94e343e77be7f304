/** A refresh by memory: after any edits it shows what a full one shows, each edit by the time that is promised for it. */
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { Series } from './Series';
import { newTally } from './tally';

const REFRESHES_OF_A_SERIES = 10;
const PARTS = { full: 20, sample: 1 } as const;
const SERIES_A_PART = { full: 25, sample: 8 } as const;

export const incremental: TrustSuite = {
  name: 'incremental',
  parts: (options) =>
    Array.from({ length: PARTS[options.extent] }, (_, index) => () => tryPart(index, options)),
};

function tryPart(index: number, { seed, extent }: TrustOptions): TrustOutcome {
  const tally = newTally();
  const failures: string[] = [];
  for (let made = 0; made < SERIES_A_PART[extent]; made += 1) {
    const series = new Series(seed * 100_000 + index * 1_000 + made, tally);
    failures.push(...series.run(REFRESHES_OF_A_SERIES));
  }
  return {
    tried: [
      ['refreshes', tally.refreshes],
      ['edits', tally.edits],
      ['refreshes while people work', tally.restless],
      ['rounds of the comparison', tally.rounds],
      ...[...tally.whole].map(([why, count]) => [`whole for ${why}`, count] as const),
    ],
    failures,
  };
}
