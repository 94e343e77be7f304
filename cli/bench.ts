/**
 * `npm run bench`: what refreshes cost in requests, time and space, and how fast the answers are processed.
 * `-- --quick` leaves 10,000 invoices out; `-- --markdown` prints the table of README.md and nothing else.
 */
import { parseArgs } from 'node:util';
import { LARGE_SERIES, QUICK_SERIES } from './bench/all-series';
import { measureProcessing, processingInChild } from './bench/processing';
import { processingLines } from './bench/processing-lines';
import { markdownTable, terminalTable } from './bench/requests-table';
import { runSeries } from './bench/run-series';
import { buildDistribution, writeDistribution } from '../bundler/distribution';

const DIST = 'dist';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      'measure-processing': { type: 'boolean', default: false },
    },
  });
  if (values['measure-processing']) {
    console.log(JSON.stringify(measureProcessing()));
    return;
  }
  writeDistribution(DIST, await buildDistribution(process.cwd(), { published: false }));
  if (values.markdown) {
    console.log(markdownTable(QUICK_SERIES.flatMap(runSeries)));
    return;
  }
  const series = values.quick ? QUICK_SERIES : [...QUICK_SERIES, ...LARGE_SERIES];
  console.log(terminalTable(series.flatMap(runSeries)));
  console.log(`\n${processingLines(processingInChild(process.argv[1] ?? ''))}`);
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
