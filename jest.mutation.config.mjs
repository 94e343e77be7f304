/** The quick tests that call the sources directly: a mutant costs as much as the test files it has to load. */
import base from './jest.config.mjs';

const { globalSetup, ...config } = base;

const FOLDERS = [
  ...['bitrix24', 'cache', 'connection', 'domain', 'draft', 'hash', 'platform', 'quota'],
  ...['refresh', 'report', 'schedule', 'settings', 'sheets', 'state'],
];

export default {
  ...config,
  runner: '<rootDir>/jest.mutation.runner.mjs',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  setupFiles: ['<rootDir>/test/support/one-seed.ts'],
  testMatch: [`<rootDir>/test/{${FOLDERS.join(',')}}/*.test.ts`],
  // These take longer than all others together, and what they try at size the others try in the small.
  testPathIgnorePatterns: ['/cache/APIDataCache-scale', '/schedule/week'],
};
