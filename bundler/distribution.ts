/** The files that clasp pushes: made in memory, then written only where they differ. */
import path from 'node:path';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundleAddOn } from './bundle';
import { buildPage } from './page';

export interface DistributionForm {
  /** True for the published editor add-on, false for a script bound to one spreadsheet. */
  readonly published: boolean;
}

/** File name → content. */
export type Distribution = ReadonlyMap<string, string>;

/** `root`: the project's folder. Throws BuildError, or esbuild's own error where a source cannot be read. */
export async function buildDistribution(
  root: string,
  { published }: DistributionForm,
): Promise<Distribution> {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const constants = { version, published };
  const files = new Map([
    ['Code.js', await bundleAddOn(root, constants)],
    ['appsscript.json', readFileSync(path.join(root, 'appsscript.json'), 'utf8')],
  ]);
  for (const name of pageNames(path.join(root, 'src', 'pages'))) {
    files.set(name, await buildPage(path.join(root, 'src', 'pages', name), constants));
  }
  return files;
}

/** Afterwards `folder` holds exactly these files; one that is already right is not touched. */
export function writeDistribution(folder: string, files: Distribution): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!files.has(name)) rmSync(path.join(folder, name), { recursive: true });
  }
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content);
  }
}

const pageNames = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
