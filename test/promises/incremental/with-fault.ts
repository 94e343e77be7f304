/** The series of refreshes, and the add-on, compiled from sources with a fault in them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { bundleAddOn } from '../../../bundler/bundle';
import { Project } from '../../../simulator';
import type { Fault } from './planted-faults';

const ROOT = process.cwd();

/** Throws where the sources have changed so that the fault no longer fits. */
function faultyText(file: string, fault: Pick<Fault, 'changes'>): string {
  return fault.changes
    .filter((change) => path.resolve(ROOT, change.file) === file)
    .reduce(
      (text, { from, to }) => {
        if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
        return text.replace(from, () => to);
      },
      readFileSync(file, 'utf8'),
    );
}

const planting = (fault: Fault): Plugin => ({
  name: 'planting',
  setup: (builder) => {
    for (const { file } of fault.changes) {
      const filter = new RegExp(`${file.replace(/[/.]/g, '\\$&')}$`);
      builder.onLoad({ filter }, ({ path: found }) => ({ contents: faultyText(found, fault), loader: 'ts' }));
    }
  },
});

export async function seriesWith(fault: Fault): Promise<typeof import('./Series')> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/promises/incremental/Series.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    packages: 'external',
    format: 'cjs',
    define: { 'import.meta.url': '"file:///nowhere"' },
    logLevel: 'silent',
    plugins: [planting(fault)],
  });
  const compiled = { exports: {} };
  const text = `(function (module, exports, require) {${outputFiles[0]?.text ?? ''}\n})`;
  const load = runInThisContext(text) as (...parts: readonly unknown[]) => void;
  load(compiled, compiled.exports, createRequire(path.join(ROOT, 'package.json')));
  return compiled.exports as typeof import('./Series');
}

/** The project of dist/, but for its script. */
export async function projectWith(fault: Pick<Fault, 'changes'>): Promise<Project> {
  const folder = mkdtempSync(path.join(tmpdir(), 'faulty-add-on-'));
  try {
    for (const name of ['src', 'tsconfig.json'])
      cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    for (const { file } of fault.changes)
      writeFileSync(path.join(folder, file), faultyText(path.join(ROOT, file), fault));
    const script = await bundleAddOn(folder, { version: '0.0.0', published: false });
    return Project.fromFolder('dist', { 'Code.js': script });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
