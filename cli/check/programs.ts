/** Chromium and LibreOffice from Debian, for the checks that need them, where they are missing and may be installed. */
import { spawnSync } from 'node:child_process';
import { findBrowser } from '../browser/find-browser';
import { NOT_RUN } from '../not-run';

const PACKAGES = ['chromium', 'fonts-roboto', 'fonts-liberation', 'libreoffice-calc'];
/** Milliseconds. */
const PATIENCE = 5 * 60_000;

const hasLibreOffice = (): boolean =>
  spawnSync('soffice', ['--version'], { stdio: 'ignore' }).error === undefined;

function aptGet(...options: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', ['-qq', ...options], { env, stdio: 'ignore', timeout: PATIENCE });
  return status === 0;
}

if (findBrowser(process.env['CHROMIUM_PATH']) !== null && hasLibreOffice()) {
  console.log('Chromium and LibreOffice are here');
} else if (
  process.getuid?.() === 0 &&
  aptGet('update') &&
  aptGet('install', '--no-install-recommends', ...PACKAGES)
) {
  console.log('installed Chromium and LibreOffice');
} else {
  console.log('Chromium and LibreOffice could not be installed');
  process.exitCode = NOT_RUN;
}
