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

/** One sentence for each entry point that `main` does not export and each export that is no entry point. */
export function entryPointProblems(
  main: string,
  expected: readonly string[],
  exported: readonly string[],
): string[] {
  return [
    ...expected
      .filter((name) => !exported.includes(name))
      .map((name) => `${main} does not export the entry point ${name}`),
    ...exported
      .filter((name) => !expected.includes(name))
      .map((name) => `${main} exports ${name}, which is no entry point`),
  ];
}

/**
 * Real function declarations, the only form that menus, triggers and pages all find
 * (Google, V8 runtime overview). Each takes at most one argument, as every caller gives it.
 */
export const entryPointFunctions = (entryPoints: readonly string[]): string =>
  entryPoints
    .map((name) => `function ${name}(argument) {\n  return ${BUNDLE_NAME}.${name}(argument);\n}\n`)
    .join('');
