import tseslint from 'typescript-eslint';

const platformGlobals = [
  'SpreadsheetApp',
  'UrlFetchApp',
  'CacheService',
  'PropertiesService',
  'LockService',
  'Utilities',
  'HtmlService',
  'Session',
  'ScriptApp',
  'Logger',
  'console',
  '__VERSION__',
  '__PUBLISHED_ADDON__',
].map((name) => ({
  name,
  message: 'Only src/main.ts touches the platform and the build; take what you need as a parameter.',
}));

const LOGGING = 'CallExpression[callee.property.name=/^(log|info|warn|error)$/]';
const ADDRESS = '/url|webhook|secret|address|^base$|^origin$/i';

// Whoever may open the project reads its log, and a webhook's address is its secret.
const loggingSyntax = [
  `${LOGGING} > Identifier.arguments[name=${ADDRESS}]`,
  `${LOGGING} > .arguments Identifier[name=${ADDRESS}]`,
  `${LOGGING} > .arguments Literal.property[value=${ADDRESS}]`,
  `${LOGGING} > MemberExpression.arguments > Literal.property[value=${ADDRESS}]`,
  // What the platform says of a failed request quotes its address.
  `${LOGGING} > MemberExpression.arguments[property.name=/^(message|stack)$/]`,
  `${LOGGING} > .arguments MemberExpression[property.name=/^(message|stack)$/]`,
].map((selector) => ({
  selector,
  message: 'Log counts, method names, times and invoice ids, never an address or the text of an exception.',
}));

const MARKUP = '/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc|createContextualFragment)$/';

// What the CRM says is text; as markup it would run with the rights of whoever opened the page.
const pageSyntax = [
  `MemberExpression[property.name=${MARKUP}]`,
  `MemberExpression[property.value=${MARKUP}]`,
  'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
].map((selector) => ({ selector, message: 'Set texts as text: textContent, or the elements of dom.ts.' }));

const addOnSyntax = [
  ...loggingSyntax,
  {
    selector: ':function[async=true], AwaitExpression',
    message: 'Apps Script has no macrotasks and hides rejections: stay synchronous.',
  },
  { selector: 'PrivateIdentifier', message: 'Use the private keyword.' },
];

const testSyntax = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'Every test runs.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'dist-addon',
      'dist-contract',
      'out',
      'coverage',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './tsconfig.node.json',
          './src/pages/tsconfig.json',
          './preview/page/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'no-param-reassign': 'error',
      'no-warning-comments': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `for (;;)` with an exit inside is the plainest form of a paging loop.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/pages/**'],
    rules: { 'no-restricted-globals': ['error', { globals: platformGlobals, checkGlobalObject: true }] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/pages/**'],
    rules: { 'no-restricted-syntax': ['error', ...addOnSyntax] },
  },
  {
    files: ['src/pages/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...pageSyntax, ...loggingSyntax] },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...testSyntax], 'max-lines': ['error', { max: 300 }] },
  },
);
