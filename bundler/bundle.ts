/** Makes one script of a main file: an IIFE and one real top-level function for each entry point. */
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { BuildError } from './BuildError';
import { BUNDLE_NAME, entryPointFunctions } from './entry-points';
import { withNarrowIndents } from './narrow-indents';
import { LANGUAGE_EDITION, platformProblems } from './platform-check';
import { withoutComments } from './without-comments';

/** Bytes of an unminified bundle, our own bound: Google names none, and every execution parses it anew. */
const MAX_BUNDLE_BYTES = 580_000;

/** What the sources are told at build time. */
export interface BuildConstants {
  readonly version: string;
  /** True for the published editor add-on, false for a script bound to one spreadsheet. */
  readonly published: boolean;
}

/** What every script of this project is built with, the pages' too. */
export const scriptOptions = ({ version, published }: BuildConstants) =>
  ({
    bundle: true,
    write: false,
    target: `es${String(LANGUAGE_EDITION)}`,
    charset: 'utf8',
    logLevel: 'silent',
    define: { __VERSION__: JSON.stringify(version), __PUBLISHED_ADDON__: JSON.stringify(published) },
  }) satisfies BuildOptions;

export const bundleAddOn = (root: string, constants: BuildConstants): Promise<string> =>
  bundleScript(root, 'src/main.ts', constants);

/**
 * @param main the file that exports the entry points, relative to the project's folder
 * @throws BuildError when the bundle is not what Apps Script takes
 */
export async function bundleScript(root: string, main: string, constants: BuildConstants): Promise<string> {
  const options = {
    ...scriptOptions(constants),
    absWorkingDir: root,
    entryPoints: [path.normalize(main)],
    // Node's built-ins are no part of the platform, so an import of one has to fail.
    platform: 'browser',
    // Shorter, yet the names and lines stay readable for whoever looks into the script that runs.
    minifySyntax: true,
  } satisfies BuildOptions;
  const entryPoints = await exportedNames(options);
  if (entryPoints.includes('default')) refuseIf([`${main}: nobody can call a default export`]);

  const result = await build({ ...options, format: 'iife', globalName: BUNDLE_NAME });
  const [output] = result.outputFiles;
  const script = `${output?.text ?? ''}${entryPointFunctions(entryPoints)}`;
  const code = withNarrowIndents(withoutComments(script));
  refuseIf([
    ...result.warnings.map(({ text, location }) => `${location?.file ?? 'src'}: ${text}`),
    ...platformProblems(code).map((problem) => `Code.js: ${problem}`),
    ...sizeProblems(code),
  ]);
  return code;
}

/** esbuild lists an entry's exports for the ES module format only. */
async function exportedNames(options: BuildOptions): Promise<string[]> {
  const { metafile } = await build({ ...options, format: 'esm', outdir: 'unwritten', metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

function sizeProblems(code: string): string[] {
  const bytes = Buffer.byteLength(code);
  if (bytes <= MAX_BUNDLE_BYTES) return [];
  return [`Code.js: ${String(bytes)} bytes, more than ${String(MAX_BUNDLE_BYTES)}`];
}

function refuseIf(problems: readonly string[]): void {
  if (problems.length > 0) throw new BuildError(problems);
}
