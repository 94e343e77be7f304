/** Makes one self-contained HTML file of a page: Apps Script serves no files beside it. */
import path from 'node:path';
import vm from 'node:vm';
import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { scriptOptions, type BuildConstants } from './bundle';
import { BuildError } from './BuildError';
import { commentTraps, withoutCommentTraps } from './comment-traps';

const SCRIPT = /<script src="([^"]+)"><\/script>/g;
const STYLESHEET = /<link rel="stylesheet" href="([^"]+)" ?\/?>/g;
/** What a page may not hold of its own: scripts are TypeScript, and nothing is loaded from elsewhere. */
const FOREIGN = /<script\b|<link\b|\ssrc=(?!"data:)/i;

/** A module of this name runs here, and the page gets what it exports: plain values, not what they were made of. */
const COMPUTED = /\.computed\.ts$/;

/** `file`: path of the page; its scripts and stylesheets are named relative to it. Throws BuildError. */
export async function buildPage(file: string, constants: BuildConstants): Promise<string> {
  const source = await readFile(file, 'utf8');
  const foreign = FOREIGN.exec(source.replace(SCRIPT, '').replace(STYLESHEET, ''));
  if (foreign) throw new BuildError([`${path.basename(file)}: ${foreign[0]} is not inlined`]);

  const inline = async (name: string): Promise<string> =>
    bundled(path.resolve(path.dirname(file), name), constants);
  const script = async (name: string): Promise<string> => withoutCommentTraps(await inline(name));
  const styled = await replaceEach(
    source,
    STYLESHEET,
    async (name) => `<style>\n${await inline(name)}</style>`,
  );
  const html = await replaceEach(styled, SCRIPT, async (name) => `<script>\n${await script(name)}</script>`);
  const traps = commentTraps(html);
  if (traps.length > 0) throw new BuildError(traps.map((trap) => `${path.basename(file)}: ${trap}`));
  return html;
}

async function bundled(file: string, constants: BuildConstants): Promise<string> {
  const { outputFiles } = await build({
    ...scriptOptions(constants),
    entryPoints: [file],
    plugins: [computed(constants)],
    format: 'iife',
    // See comment-traps.ts.
    supported: { 'template-literal': false },
    legalComments: 'none',
    // A page is sent whole at every opening.
    minify: true,
  });
  return outputFiles[0]?.text ?? '';
}

const computed = (constants: BuildConstants): Plugin => ({
  name: 'computed',
  setup: (page) =>
    page.onLoad({ filter: COMPUTED }, async ({ path: file }) => ({
      contents: await valuesOf(file, constants),
    })),
});

/** A module of constants. */
async function valuesOf(file: string, constants: BuildConstants): Promise<string> {
  const { outputFiles } = await build({
    ...scriptOptions(constants),
    entryPoints: [file],
    format: 'iife',
    globalName: 'values',
  });
  const json = vm.runInNewContext(`${outputFiles[0]?.text ?? ''}JSON.stringify(values)`) as string;
  return Object.entries(JSON.parse(json) as Record<string, unknown>)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

async function replaceEach(
  text: string,
  pattern: RegExp,
  replacement: (name: string) => Promise<string>,
): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), await replacement(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)].join('');
}
