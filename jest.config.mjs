export default {
  testEnvironment: 'node',
  // Jest leaves one core free by default, half the machine where there are two.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/build/before-all-tests.ts',
  // Some tests start clasp, eslint or a TypeScript runner: seconds each, far more on a busy machine.
  testTimeout: 120_000,
  // An import without extension is looked for in this order, and most are of a .ts file.
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What `npm run mutation` leaves behind where it is stopped is a second copy of the project.
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
