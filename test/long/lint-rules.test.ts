import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { withProject } from '../tools/build/temporary-project';

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

const ON_THE_PLATFORM = 'export const sheet = (): unknown => SpreadsheetApp.getActive();';

/** One project for all rules: a run of the linter takes seconds. */
const SOURCES = {
  'src/main.ts': [ON_THE_PLATFORM],
  'src/report/a.ts': [
    '/* eslint-disable */',
    ON_THE_PLATFORM,
    'export const cache = (): unknown => globalThis.CacheService;',
    'export const later = async (): Promise<void> => Promise.resolve();',
    'export class Box {',
    '  #value = 1;',
    '}',
  ],
  'src/report/log.ts': [
    'interface Log { info(text: string): void; warn(text: string): void }',
    'interface Hook { base: string; host: string }',
    'export const tell = (log: Log, hook: Hook, error: Error, map: Record<string, string>, url: string): void => {',
    '  log.warn(url);',
    '  log.warn(hook.base);',
    "  log.info('at ' + hook.base);",
    '  log.info(`at ${hook.base} ${String(map.size)} times`);',
    "  log.info(map['webhookUrl'] ?? '');",
    '  log.info(JSON.stringify({ url }));',
    '  log.info(error.message);',
    "  log.info('failed: ' + String(error.stack));",
    '  log.info(`${String(map.size)} of ${hook.host}`);',
    '};',
  ],
  'src/pages/markup.ts': [
    'export const show = (element: HTMLElement, text: string): void => {',
    '  element.innerHTML = text;',
    "  element['outerHTML'] = text;",
    "  element.insertAdjacentHTML('beforeend', text);",
    '  document.write(text);',
    '  document.writeln(text);',
    '  element.textContent = text;',
    '};',
  ],
  'test/a.test.ts': ["it.skip('a', () => {});", "describe.only('b', () => {});", "it('c', () => {});"],
};

describe('the lint rules', () => {
  let found: readonly string[];
  beforeAll(async () => {
    found = (await complaints(SOURCES)).filter((complaint) => /no-restricted/.test(complaint));
  });

  /** Lines of the file that a rule of ours complains about. */
  const linesOf = (file: keyof typeof SOURCES): number[] => {
    const lines = found
      .filter((complaint) => complaint.startsWith(`${file}:`))
      .map((complaint) => Number(/:(\d+) /.exec(complaint)?.[1]));
    return [...new Set(lines)];
  };

  it('keep the platform out of the add-on, but for its top', () => {
    expect(linesOf('src/main.ts')).toEqual([]);
    expect(found).toContain('src/report/a.ts:2 no-restricted-globals');
    expect(found).toContain('src/report/a.ts:3 no-restricted-globals');
  });

  it('keep promises and private names out of the add-on', () => {
    expect(linesOf('src/report/a.ts').slice(2)).toEqual([4, 6]);
  });

  it('keep addresses and the texts of exceptions out of the log, however they are put', () => {
    expect(linesOf('src/report/log.ts')).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('keep markup out of the pages', () => {
    expect(linesOf('src/pages/markup.ts')).toEqual([2, 3, 4, 5, 6]);
  });

  it('keep every test running', () => {
    expect(linesOf('test/a.test.ts')).toEqual([1, 2]);
  });
});
