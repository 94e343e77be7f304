import config from './jest.config.mjs';

/** `npm run test:browser`: the preview builds what it shows by itself. */
export default {
  testEnvironment: config.testEnvironment,
  maxWorkers: config.maxWorkers,
  testTimeout: config.testTimeout,
  testMatch: ['<rootDir>/test-browser/**/*.test.ts'],
  transform: config.transform,
  transformIgnorePatterns: config.transformIgnorePatterns,
};
