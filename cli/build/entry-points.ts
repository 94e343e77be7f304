/**
 * The functions that Google and the pages may call, and nothing else: every top-level function of a script
 * can be called from any page it serves (Google, HTML service communication guide).
 */

export const ENTRY_POINTS = [
  'onOpen',
  'onInstall',
  'refreshReport',
  'refreshBriefSheet',
  'showSettings',
  'showStatus',
  'showHelp',
  'clearCache',
  'scheduledRefresh',
  'loadSettings',
  'saveSettings',
  'testConnection',
  'startRefresh',
  'getProgress',
  'cancelRefresh',
  'getStatus',
] as const;

/** The bundle's one global besides the entry points. */
export const BUNDLE_NAME = 'BitrixInvoices';

/** One sentence for each entry point that is not exported and each export that is no entry point. */
export function entryPointProblems(exported: readonly string[]): string[] {
  const expected: readonly string[] = ENTRY_POINTS;
  return [
    ...expected
      .filter((name) => !exported.includes(name))
      .map((name) => `src/main.ts does not export the entry point ${name}`),
    ...exported
      .filter((name) => !expected.includes(name))
      .map((name) => `src/main.ts exports ${name}, which is no entry point`),
  ];
}

/**
 * Real function declarations, the only form that menus, triggers and pages all find
 * (Google, V8 runtime overview). Each takes at most one argument, as every caller gives it.
 */
export const entryPointFunctions = (): string =>
  ENTRY_POINTS.map(
    (name) => `function ${name}(argument) {\n  return ${BUNDLE_NAME}.${name}(argument);\n}\n`,
  ).join('');
