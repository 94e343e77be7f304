/** Builds what the browser gets: the preview's page, and the bridge that stands in for `google.script`. */
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

export interface BrowserFiles {
  readonly html: string;
  readonly style: string;
  readonly script: string;
  readonly bridge: string;
}

/** `root`: the project's folder. Throws esbuild's own error. */
export async function buildBrowserFiles(root: string): Promise<BrowserFiles> {
  const folder = path.join(root, 'preview', 'page');
  const [html, style, script, bridge] = await Promise.all([
    readFile(path.join(folder, 'index.html'), 'utf8'),
    bundle(path.join(folder, 'preview.css')),
    bundle(path.join(folder, 'main.ts')),
    bundle(path.join(folder, 'bridge.ts')),
  ]);
  return { html, style, script, bridge };
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
