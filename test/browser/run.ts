/** `npm run test:browser`: the tests that need a browser; with `--if-available` nothing is run where there is none. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { findBrowser, NO_BROWSER } from '../../cli/browser/find-browser';
import { NOT_RUN } from '../../cli/not-run';

const IF_AVAILABLE = '--if-available';
const given = process.argv.slice(2);

if (findBrowser(process.env['CHROMIUM_PATH']) === null) {
  console.error(NO_BROWSER);
  process.exitCode = given.includes(IF_AVAILABLE) ? NOT_RUN : 1;
} else {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  // The names of projects end at the next option, or a file would be taken for one.
  const options = [
    '--selectProjects',
    'browser',
    '--ci',
    ...given.filter((option) => option !== IF_AVAILABLE),
  ];
  process.exitCode = spawnSync(process.execPath, [jest, ...options], { stdio: 'inherit' }).status ?? 1;
}
