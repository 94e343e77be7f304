/** The developer build that checks on Google what the simulator claims of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from './bundle';
import type { Distribution } from './distribution';

/** `root`: the project's folder. The manifest is the add-on's own: the claims have to hold under its scopes. */
export async function buildContract(root: string): Promise<Distribution> {
  const code = await bundleScript(root, 'simulator/contract/main.ts', { version: '', published: false });
  return new Map([
    ['Code.js', code],
    ['appsscript.json', readFileSync(path.join(root, 'appsscript.json'), 'utf8')],
  ]);
}
