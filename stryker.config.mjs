/** `npx stryker run`: what the unit tests would not notice. */
import { unit } from './jest.config.mjs';

/** Folders of src; texts, pages and the entry points are left out. */
const FOLDERS = [
  ...['bitrix24', 'cache', 'connection', 'domain', 'draft', 'hash', 'platform', 'quota'],
  ...['refresh', 'report', 'schedule', 'settings', 'sheets', 'state'],
];

const { displayName, ...config } = unit;

export default {
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    config: {
      ...config,
      // A mutant costs as much as the test files that have to be loaded for it.
      projects: [],
      runner: '<rootDir>/test/mutation/first-failure-runner.mjs',
      roots: ['<rootDir>/src', '<rootDir>/test'],
      setupFiles: ['<rootDir>/test/mutation/one-seed.ts'],
      testMatch: [`<rootDir>/test/unit/{${FOLDERS.join(',')}}/*.test.ts`],
    },
  },
  mutate: [`src/{${FOLDERS.join(',')}}/*.ts`],
  ignorePatterns: [
    '**',
    '!package.json',
    '!jest.config.mjs',
    '!src/**/*.ts',
    '!{portal,simulator,world,bundler,cli}/**/*',
    '!test/**/*.{ts,mjs}',
  ],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  disableTypeChecks: false,
  concurrency: 2,
  timeoutMS: 10_000,
  tempDirName: 'out/stryker',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 85 },
};
