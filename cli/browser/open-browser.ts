/** Starts Chromium so that it asks nothing of the network by itself. */
import { chromium, type Browser } from 'playwright-core';
import { CommandError } from '../CommandError';
import { findBrowser, NO_BROWSER } from './find-browser';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Letters look the same wherever the same fonts are.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

/** Throws a CommandError where there is no browser. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser(process.env['CHROMIUM_PATH']);
  if (executablePath === null) throw new CommandError(NO_BROWSER);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
