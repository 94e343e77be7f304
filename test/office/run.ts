/** `npx tsx test/office/run.ts`: opens our workbooks in LibreOffice and compares what it understood with what was meant. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildDistribution, writeDistribution } from '../../bundler/distribution';
import { CommandError, runCommand } from '../../cli/CommandError';
import { compareWorkbooks } from './compare-workbooks';
import { LibreOffice } from './LibreOffice';
import { NOT_RUN } from '../../cli/not-run';

const DIST = 'dist';
/** Lines about one workbook; more would say nothing new. */
const SHOWN = 20;

runCommand(async () => {
  const { values } = parseArgs({ options: { 'if-available': { type: 'boolean', default: false } } });
  if (!LibreOffice.isInstalled()) {
    if (!values['if-available']) throw new CommandError('LibreOffice не найден. Установите его и повторите.');
    console.log('not run: no LibreOffice');
    process.exitCode = NOT_RUN;
    return;
  }
  writeDistribution(DIST, await buildDistribution(process.cwd(), { published: false }));
  // Its worlds read the distribution as soon as they are loaded.
  const { makeWorkbooks } = await import('./make-workbooks');
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
  try {
    const office = new LibreOffice(folder);
    let failed = 0;
    for (const file of await makeWorkbooks(folder)) failed += await check(file, office);
    if (failed > 0) throw new CommandError(`LibreOffice понял книги иначе, отличий: ${failed}.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Gives the number of differences. */
async function check(file: string, office: LibreOffice): Promise<number> {
  const lines = await compareWorkbooks(file, office.savedAgain(file));
  console.log(`${path.basename(file)}: отличий ${lines.length}`);
  for (const line of lines.slice(0, SHOWN)) console.log(`  ${line}`);
  return lines.length;
}
