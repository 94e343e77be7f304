import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { withProject } from './temporary-project';

const CONFIGURATION = ['eslint.config.mjs', 'tsconfig.json', 'tsconfig.node.json'];

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly ruleId: string | null }[];
}

/** `path:line rule` of every complaint about such a project. */
const complaints = (sources: Record<string, readonly string[]>): Promise<string[]> => {
  const files = Object.entries(sources).map(([name, lines]) => [name, `${lines.join('\n')}\n`] as const);
  const pages = Object.fromEntries(
    ['src/pages/tsconfig.json', 'preview/page/tsconfig.json'].map((file) => [
      file,
      readFileSync(file, 'utf8'),
    ]),
  );
  return withProject({ ...pages, ...Object.fromEntries(files) }, (root) => {
    for (const file of CONFIGURATION) copyFileSync(file, path.join(root, file));
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
    const command = [
      path.resolve('node_modules/eslint/bin/eslint.js'),
      '-f',
      'json',
      ...Object.keys(sources),
    ];
    const { stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
    return (JSON.parse(stdout) as LintResult[]).flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, ruleId }) => `${path.relative(root, filePath)}:${String(line)} ${String(ruleId)}`,
      ),
    );
  });
};

describe('the lint rules', () => {
  it('keep the platform, addresses in the log, promises and private names out of the add-on, and tests running', async () => {
    const onThePlatform = 'export const sheet = (): unknown => SpreadsheetApp.getActive();';
    const found = await complaints({
      'src/main.ts': [onThePlatform],
      'src/report/a.ts': [
        '/* eslint-disable */',
        onThePlatform,
        'export const cache = (): unknown => globalThis.CacheService;',
        'export const tell = (log: { warn(text: string): void }, webhookUrl: string, count: number): void => {',
        '  log.warn(`refused by ${webhookUrl}`);',
        '  log.warn(`refused ${count} times`);',
        '};',
        'export const later = async (): Promise<void> => Promise.resolve();',
        'export class Box {',
        '  #value = 1;',
        '}',
      ],
      'test/a.test.ts': ["it.skip('a', () => {});", "describe.only('b', () => {});", "it('c', () => {});"],
    });
    expect(found.filter((complaint) => /no-restricted/.test(complaint))).toEqual([
      'src/report/a.ts:2 no-restricted-globals',
      'src/report/a.ts:3 no-restricted-globals',
      'src/report/a.ts:5 no-restricted-syntax',
      'src/report/a.ts:8 no-restricted-syntax',
      'src/report/a.ts:10 no-restricted-syntax',
      'test/a.test.ts:1 no-restricted-syntax',
      'test/a.test.ts:2 no-restricted-syntax',
    ]);
  });
});
