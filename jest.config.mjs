/** A project is a kind of test. `npm test` runs the first four; `npx jest FILE` any file of any. */

const ALL_OF_SRC = [
  ...['bitrix24', 'cache', 'connection', 'domain', 'draft', 'entry', 'hash', 'pages', 'platform', 'quota'],
  ...['refresh', 'report', 'schedule', 'settings', 'sheets', 'state', 'texts'],
];

/** Minutes of size and repetition; what they try is tried in the small by others. */
const SIZES = [
  '**/test/bench/requests.test.ts',
  '**/test/bundle/{long-any-size,long-setbacks,pace,sheets-locales,sheets-sizes}.test.ts',
  '**/test/cache/APIDataCache-scale.test.ts',
  '**/test/schedule/week.test.ts',
];

const common = {
  testEnvironment: 'node',
  // An import without extension is looked for in this order, and most are of a .ts file.
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  // What `npx stryker run` leaves behind where it is stopped is a second copy of the project.
  modulePathIgnorePatterns: ['<rootDir>/out/'],
  transform: {
    '^.+\\.[mc]?[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // These packages are published as ES modules only, which jest runs after the same transform.
  transformIgnorePatterns: ['/node_modules/(?!(@stablelib|big\\.js)/)'],
};

const built = { ...common, globalSetup: '<rootDir>/test/build/before-all-tests.ts' };
const notSizes = SIZES.map((pattern) => pattern.replace('**', '!**'));

const folders = (names, config) => ({
  ...config,
  testMatch: [`<rootDir>/test/{${names.join(',')}}/**/*.test.ts`, ...notSizes],
});

/** The add-on's sources, called directly: no bundle, no process. */
export const unit = { displayName: 'unit', ...folders(ALL_OF_SRC, common) };

export default {
  // Some tests start clasp, eslint or a TypeScript runner: seconds each, far more on a busy machine. Jest takes no notice
  // of it within a project.
  testTimeout: 120_000,
  // Jest leaves one core free by default, half the machine where there are two.
  maxWorkers: '100%',
  // Some tests start clasp, eslint or a TypeScript runner: seconds each, far more on a busy machine.
  testTimeout: 120_000,
  projects: [
    unit,
    { displayName: 'bundle', ...folders(['bundle', 'acceptance'], built) },
    { displayName: 'standins', ...folders(['simulator', 'portal', 'preview'], common) },
    {
      displayName: 'tools',
      ...folders(['bench', 'build', 'decode', 'deploy', 'docs', 'pictures', 'release'], common),
    },
    { ...built, displayName: 'sizes', testMatch: SIZES.map((pattern) => pattern.replace('**', '<rootDir>')) },
    { ...built, displayName: 'promises', testMatch: ['<rootDir>/test/trust/*.test.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test-browser/*.test.ts'] },
  ],
  // `--selectProjects unit --coverage`: main.ts names Google's globals, and pages run in a browser: other tests hold these.
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts', '!src/pages/**'],
  coverageReporters: ['text', 'html'],
  coverageThreshold: { global: { lines: 95 } },
};
