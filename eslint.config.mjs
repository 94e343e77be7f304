import tseslint from 'typescript-eslint';

const googleGlobals = [
  'SpreadsheetApp', 'UrlFetchApp', 'CacheService', 'PropertiesService', 'LockService', 'Utilities',
  'HtmlService', 'Session', 'ScriptApp', 'Logger', 'console',
].map((name) => ({ name, message: 'Only src/main.ts touches the platform; take what you need as a parameter.' }));

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'dist-addon', 'out', 'coverage', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.node.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `for (;;)` with an exit inside is the plainest form of a paging loop.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/main.ts'], rules: { 'no-restricted-globals': ['error', ...googleGlobals] } },
);
