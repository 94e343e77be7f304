/** The quick tests of what `npm run mutation` mutates: a mutant costs as much as the test files it has to load. */
import base from './jest.config.mjs';

const { globalSetup, ...config } = base;

export default {
  ...config,
  runner: '<rootDir>/jest.mutation.runner.mjs',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  setupFiles: ['<rootDir>/test/support/one-seed.ts'],
  testMatch: [
    '<rootDir>/test/domain/*.test.ts',
    '<rootDir>/test/cache/{!(APIDataCache-*),APIDataCache-!(scale)}.test.ts',
    '<rootDir>/test/report/{money,vat,ExactSum,totals,row-sums,resolve-buyer,buyer-name,legal-form}.test.ts',
    '<rootDir>/test/bitrix24/{replies-*,coalesce*,list-filter,retry-policy,LeakyBucket,OperatingBudget,classify}.test.ts',
  ],
};
