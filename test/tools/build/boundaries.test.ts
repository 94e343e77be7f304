import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { withProject } from './temporary-project';

const CONFIGURATION = ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.node.json'];

const check = (sources: Record<string, string>) =>
  withProject(
    {
      'package.json':
        '{ "type": "module", "devDependencies": { "acorn": "8" }, "optionalDependencies": { "duck": "1" } }',
      ...sources,
    },
    (root) => {
      for (const file of CONFIGURATION) copyFileSync(file, path.join(root, file));
      const command = [
        path.resolve('node_modules/tsx/dist/cli.mjs'),
        path.resolve('cli/check/boundaries.ts'),
      ];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: root,
        encoding: 'utf8',
      });
      return { status, stdout, problems: stderr.split('\n').filter((line) => line.includes('→')) };
    },
  );

describe('the check of the boundaries', () => {
  it('looks at every source and passes when imports point downwards', async () => {
    const { status, stdout } = await check({
      'src/main.ts': "import './refresh/a';",
      'src/refresh/a.ts': "import '../report/b';",
      'src/report/b.ts': "import '../domain/c';",
      'src/domain/c.ts': 'export {};',
      'simulator/lonely.ts': 'export {};',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '5 modules, 0 problems\n' });
  });

  it('names each import in a wrong direction', async () => {
    const type = 'import type { T } from';
    const { status, problems } = await check({
      'src/main.ts': 'export type T = 1;',
      'src/domain/a.ts': "import '../bitrix24/b';",
      'src/bitrix24/b.ts': "import '../cache/c';",
      'src/cache/c.ts': 'export {};',
      'src/report/d.ts': "import '../sheets/e';",
      'src/sheets/e.ts': `${type} '../main';`,
      'src/pages/f.ts': `${type} '../main';\nimport '../cache/c';\nexport type U = T;`,
      'src/settings/g.ts':
        "import 'acorn';\nimport 'duck';\nimport '../domain/Webhook';\nimport './parse-webhook';",
      'src/settings/parse-webhook.ts': "import '../domain/Webhook';",
      'src/domain/Webhook.ts': 'export {};',
      'node_modules/acorn/package.json': '{ "main": "acorn.js" }',
      'node_modules/acorn/acorn.js': '',
      'node_modules/duck/package.json': '{ "main": "duck.js" }',
      'node_modules/duck/duck.js': '',
      'src/refresh/h.ts': "import './i';\nimport '../../simulator/j';\nimport '../../tables/p';",
      'src/refresh/i.ts': "import './h';",
      'simulator/j.ts': "import '../portal/k';",
      'portal/k.ts': "import '../cli/l';",
      'cli/l.ts': "import './nowhere';",
      'tables/p.ts': 'export {};',
      'test/unit/m.ts': "import '../bundle/n';\nimport '../../bundler/o';",
      'test/bundle/n.ts': 'export {};',
      'bundler/o.ts': 'export {};',
    });
    expect(status).toBe(1);
    expect(problems.sort()).toEqual([
      'add-on-bundles-only-dependencies: src/settings/g.ts → node_modules/acorn/acorn.js',
      'add-on-bundles-only-dependencies: src/settings/g.ts → node_modules/duck/duck.js',
      'main-is-the-top: src/sheets/e.ts → src/main.ts',
      'no-cycles: src/refresh/h.ts → src/refresh/i.ts',
      'no-missing-module: cli/l.ts → ./nowhere',
      'pages-imports: src/pages/f.ts → src/cache/c.ts',
      'portal-imports: portal/k.ts → cli/l.ts',
      'simulator-imports: simulator/j.ts → portal/k.ts',
      'src-imports: src/refresh/h.ts → simulator/j.ts',
      'src-imports: src/refresh/h.ts → tables/p.ts',
      'src/bitrix24-imports: src/bitrix24/b.ts → src/cache/c.ts',
      'src/domain-imports: src/domain/a.ts → src/bitrix24/b.ts',
      'src/report-imports: src/report/d.ts → src/sheets/e.ts',
      'src/sheets-imports: src/sheets/e.ts → src/main.ts',
      'test/unit-imports: test/unit/m.ts → test/bundle/n.ts',
      'unit-tests-need-no-build: test/unit/m.ts → bundler/o.ts',
      'webhooks-are-parsed: src/settings/g.ts → src/domain/Webhook.ts',
    ]);
  });

  it('asks for a rule where a folder has none, in the add-on and beside it', async () => {
    const { status, problems } = await check({
      'src/domain/a.ts': 'export {};',
      'src/novelty/b.ts': "import '../domain/a';",
      'extra/c.ts': "import '../simulator/d';",
      'simulator/d.ts': 'export {};',
    });
    expect(status).toBe(1);
    expect(problems.sort()).toEqual([
      'root/folder-without-a-rule: extra/c.ts → simulator/d.ts',
      'src/folder-without-a-rule: src/novelty/b.ts → src/domain/a.ts',
    ]);
  });
});
