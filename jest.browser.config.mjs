import config from './jest.config.mjs';

/** `npm run test:browser`: the preview builds what it shows by itself. */
export default {
  testEnvironment: config.testEnvironment,
  // They wait for pages more than they work.
  maxWorkers: 3,
  testTimeout: config.testTimeout,
  testMatch: ['<rootDir>/test-browser/**/*.test.ts'],
  transform: config.transform,
  transformIgnorePatterns: config.transformIgnorePatterns,
};
