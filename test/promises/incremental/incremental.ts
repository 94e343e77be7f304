/** A refresh by memory: after any edits it shows what a full one shows, each edit by the time that is promised for it. */
import type { TrustOptions, TrustOutcome, TrustPart, TrustSuite } from '../suite';
import { BundleSeries } from './BundleSeries';
import { Series } from './Series';
import { newBundleTally, newTally, type Tally } from './tally';

const REFRESHES_OF_A_SERIES = 10;
const PARTS = { full: 20, sample: 1 } as const;
/** Of the modules that read, without a spreadsheet. */
const SERIES_A_PART = { full: 25, sample: 8 } as const;
/** Of the built add-on, each of which takes several times as long. */
const BUNDLE_SERIES_A_PART = { full: 10, sample: 3 } as const;

export const incremental: TrustSuite = {
  name: 'incremental',
  parts: (options) =>
    Array.from({ length: PARTS[options.extent] }, (_, index): readonly TrustPart[] => [
      () => tryModules(index, options),
      () => tryBundle(index, options),
    ]).flat(),
};

function tryModules(index: number, options: TrustOptions): TrustOutcome {
  const tally = newTally();
  const failures = seedsOf(index, options, SERIES_A_PART).flatMap((seed) =>
    new Series(seed, tally).run(REFRESHES_OF_A_SERIES),
  );
  return { tried: triedBy(tally, ''), failures };
}

function tryBundle(index: number, options: TrustOptions): TrustOutcome {
  const tally = newBundleTally();
  const failures = seedsOf(index, options, BUNDLE_SERIES_A_PART).flatMap((seed) =>
    new BundleSeries(seed, tally).run(REFRESHES_OF_A_SERIES),
  );
  const { unattended, compared, kills } = tally;
  return {
    tried: [
      ...triedBy(tally, 'bundle: '),
      ['bundle: refreshes by the trigger alone', unattended],
      ['bundle: sheets compared whole', compared],
      ['bundle: executions ended', kills],
    ],
    failures,
  };
}

const seedsOf = (
  index: number,
  { seed, extent }: TrustOptions,
  count: Readonly<Record<TrustOptions['extent'], number>>,
): readonly number[] =>
  Array.from({ length: count[extent] }, (_, made) => seed * 100_000 + index * 1_000 + made);

const triedBy = (
  { refreshes, edits, restless, rounds, whole }: Tally,
  whose: string,
): readonly (readonly [string, number])[] => [
  [`${whose}refreshes`, refreshes],
  [`${whose}edits`, edits],
  [`${whose}refreshes while people work`, restless],
  [`${whose}rounds of the comparison`, rounds],
  ...[...whole].map(([why, count]) => [`${whose}whole for ${why}`, count] as const),
];
