/** The direction of imports: main → refresh → { bitrix24, cache, sheets, report } → domain, texts. Never back. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((folder) => `^src/${folder}`)] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing-module', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain', []),
    only('texts', ['domain/']),
    only('settings', ['domain/', 'texts/', 'platform']),
    only('report', ['domain/', 'texts/']),
    only('bitrix24', ['domain/', 'texts/', 'platform']),
    only('cache', ['domain/', 'platform']),
    only('sheets', ['domain/', 'texts/', 'platform', 'report/SheetPlan']),
    {
      name: 'main-is-the-top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pages/' },
      to: { path: '^src/(main|pages/)' },
    },
    {
      // Pages run in the browser: of the server they know types, never code.
      name: 'pages-imports',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: '^src/', pathNot: '^src/(pages|domain|texts)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'add-on-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(simulator|portal|trust|preview|cli|test|test-browser)/' },
    },
    {
      name: 'add-on-bundles-only-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'simulator-stands-alone',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(src|portal|trust|preview|cli|test|test-browser)/' },
    },
    {
      // The preview's page runs in the browser too; of the simulator it knows what may cross `google.script.run`.
      name: 'preview-page-imports',
      severity: 'error',
      from: { path: '^preview/page/' },
      to: {
        path: '^(src|simulator|portal|preview|cli)/',
        pathNot: '^(preview/page/|src/texts/|simulator/page-values)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'portal-stands-alone',
      severity: 'error',
      from: { path: '^portal/' },
      to: { path: '^(src|simulator|trust|preview|cli|test|test-browser)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.node.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
