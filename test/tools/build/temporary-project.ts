/** A throw-away project folder, so that the build can be tried on sources that must not be in this one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Sources by path, among them `src/main.ts` with every entry point unless another one is given. */
export async function withProject<T>(
  sources: Record<string, string>,
  use: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(path.join(tmpdir(), 'invoice-sheets-'));
  const files = {
    'package.json': '{ "version": "1.2.3" }',
    'appsscript.json': '{}',
    'src/main.ts': mainWith(''),
    ...sources,
  };
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), content);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** In the order in which the bundler lists them. */
export const ENTRY_POINTS = ['getStatus', 'loadSettings', 'onInstall', 'onOpen', 'refreshReport'];

/** A main module whose entry points give their own name and their argument back; `extra` comes first. */
export const mainWith = (extra: string, names: readonly string[] = ENTRY_POINTS): string =>
  extra + names.map((name) => `export function ${name}(x: unknown) { return ['${name}', x]; }\n`).join('');
