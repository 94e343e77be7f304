/**
 * The direction of imports. Each folder names what it may import; whatever it does not name is above it or beside it.
 * A folder without a line of its own is an error, so a new one begins with the question where it stands.
 */
const FOLDERS_OF_SRC = {
  hash: [],
  domain: ['hash'],
  platform: [],
  texts: ['domain'],
  settings: ['platform', 'texts', 'domain'],
  report: ['platform/limits', 'texts', 'domain'],
  debts: ['report', 'texts', 'domain'],
  vat: ['report', 'texts', 'domain'],
  summary: ['debts', 'report', 'texts', 'domain'],
  changes: ['report', 'texts', 'domain'],
  checks: ['report', 'texts', 'domain'],
  bitrix24: ['platform', 'texts', 'domain'],
  cache: ['platform', 'hash', 'domain'],
  sheets: ['notes', 'report/SheetPlan', 'platform', 'texts', 'domain'],
  notes: ['domain'],
  memory: [
    'changes',
    'checks/first-seen',
    'notes',
    'sheets/HiddenSheet',
    'bitrix24',
    'cache/seal',
    'platform',
    'hash',
    'domain',
  ],
  incremental: ['memory/Memory', 'bitrix24/list-filter', 'hash', 'domain'],
  state: ['incremental/reconcile', 'settings', 'bitrix24', 'platform', 'texts', 'domain'],
  quota: ['state', 'settings', 'platform', 'domain'],
  connection: ['state', 'settings', 'bitrix24', 'platform', 'texts', 'domain'],
  draft: ['sheets', 'cache', 'bitrix24', 'platform', 'hash', 'texts', 'domain'],
  refresh: [
    ...['draft', 'incremental', 'memory', 'notes', 'quota', 'state', 'settings', 'report', 'debts', 'vat'],
    ...['changes', 'checks', 'summary', 'sheets'],
    ...['bitrix24', 'cache', 'platform', 'hash', 'texts', 'domain'],
  ],
  schedule: ['refresh', 'quota', 'state', 'settings', 'platform', 'domain'],
};

/** Of the root: `src`, `simulator` and `portal` know nothing of each other; `world` joins them for all that follow. */
const FOLDERS_OF_ROOT = {
  src: [],
  simulator: [],
  portal: [],
  world: ['simulator', 'portal'],
  bundler: [],
  preview: ['bundler', 'world', 'simulator', 'portal', 'src'],
  tables: ['src'],
  cli: ['tables', 'preview', 'bundler', 'world', 'simulator', 'portal', 'src'],
  test: ['cli', 'tables', 'preview', 'bundler', 'world', 'simulator', 'portal', 'src'],
};

/** Of the tests. What several kinds need lies in `support`, what a report should show in `oracle`. */
const FOLDERS_OF_TEST = {
  support: [],
  mutation: [],
  oracle: ['support'],
  unit: ['oracle', 'support'],
  bundle: ['oracle', 'support'],
  standins: ['support'],
  tools: ['unit', 'support'],
  promises: ['oracle', 'unit', 'support'],
  long: ['oracle', 'bundle', 'unit', 'standins', 'tools', 'support'],
  browser: [],
  office: ['promises', 'support'],
};

const beginsWith = (base, folders) => folders.map((folder) => `^${base}${folder}(/|\\.ts$)`);

const within = (base, folders) => `^${base}(${Object.keys(folders).join('|')})/`;

const imports = (base, folders) =>
  Object.entries(folders).map(([folder, allowed]) => ({
    name: `${base}${folder}-imports`,
    severity: 'error',
    from: { path: `^${base}${folder}/` },
    to: {
      path: base ? `^${base}` : within(base, folders),
      pathNot: [...beginsWith(base, [folder, ...allowed])],
    },
  }));

/** Files that stand above the folders may import all of them. */
const ruled = (base, folders, others) => ({
  name: `${base || 'root/'}folder-without-a-rule`,
  severity: 'error',
  from: {
    path: `^${base}[^/]+/`,
    pathNot: [...Object.keys(folders), ...others].map((name) => `^${base}${name}/`),
  },
  to: {},
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing-module', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...imports('src/', FOLDERS_OF_SRC),
    ...imports('', FOLDERS_OF_ROOT),
    ...imports('test/', FOLDERS_OF_TEST),
    ruled('src/', FOLDERS_OF_SRC, ['pages']),
    ruled('', FOLDERS_OF_ROOT, ['node_modules']),
    ruled('test/', FOLDERS_OF_TEST, []),
    {
      name: 'unit-tests-need-no-build',
      severity: 'error',
      from: { path: '^test/unit/' },
      to: { path: '^(bundler|preview|cli)/' },
    },
    {
      name: 'main-is-the-top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pages/' },
      to: { path: '^src/(main|pages/)' },
    },
    {
      // Whatever requests are sent to has been parsed first; all others know webhooks as a type.
      name: 'webhooks-are-parsed',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/settings/parse-webhook' },
      to: { path: '^src/domain/Webhook', dependencyTypesNot: ['type-only'] },
    },
    {
      // Pages run in the browser: of the server they know types, the columns and the methods, no other code.
      name: 'pages-imports',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: {
        path: '^src/',
        pathNot: '^src/(pages|domain|texts|report/(columns|SheetPlan)\\.ts|bitrix24/methods\\.ts)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'add-on-bundles-only-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-optional', 'npm-no-pkg', 'core'],
        dependencyTypesNot: ['type-only'],
      },
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
