/** `npm run coverage`: how much of the add-on runs in the tests that call its sources directly, without a bundle. */
import base from './jest.config.mjs';

const { globalSetup, ...config } = base;

export default {
  ...config,
  testMatch: [
    '<rootDir>/test/{bitrix24,cache,connection,domain,entry,quota,refresh,report,schedule,settings,sheets,state,texts}/*.test.ts',
    '<rootDir>/test/pages/*-{view,form,texts,choices,parts}.test.ts',
  ],
  // Minutes of repetition that reach no further line.
  testPathIgnorePatterns: [
    '/(week|cut-short|hostile-texts|text-safety|hostile-settings|[\\w-]+-scale)\\.test\\.ts$',
  ],
  // main.ts names Google's globals, and pages run in a browser: the bundle's tests and the browser's hold these.
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts', '!src/pages/**'],
  coverageReporters: ['text', 'html'],
  coverageThreshold: { global: { lines: 95 } },
};
