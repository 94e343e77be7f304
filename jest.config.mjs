/** A project is a kind of test, and a folder. `npm test` runs the first four; `npx jest FILE` runs any file. */

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
  transformIgnorePatterns: ['/node_modules/(?!(@stablelib|big\\.js|punycode)/)'],
};

const kind = (displayName, more = {}) => ({
  ...common,
  displayName,
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
  ...more,
});

const onTheBundle = { globalSetup: '<rootDir>/test/support/before-all-tests.ts' };

/** The add-on's sources, called directly: no bundle, no process. */
export const unit = kind('unit');

export default {
  // Jest leaves one core free by default, half the machine where there are two.
  maxWorkers: '100%',
  // Some tests start clasp, eslint or a TypeScript runner: seconds each, far more on a busy machine.
  testTimeout: 120_000,
  projects: [
    unit,
    kind('bundle', onTheBundle),
    kind('standins'),
    kind('tools'),
    // Sizes, repetition and processes, which take minutes; most of it is tried in the small by others.
    kind('long', onTheBundle),
    // A sample of each suite that `npm run test:promises` tries in full.
    kind('promises', onTheBundle),
    kind('browser'),
  ],
  // For `--selectProjects unit --coverage`: main.ts names Google's globals, and pages run in a browser; other tests hold these.
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts', '!src/pages/**'],
  coverageReporters: ['text', 'html'],
  coverageThreshold: { global: { lines: 95 } },
};
