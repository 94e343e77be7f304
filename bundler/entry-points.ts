/**
 * The functions that Google and the pages may call are the exports of a script's main file, and nothing else: every
 * top-level function can be called from any page it serves (Google, HTML service communication guide).
 */

/** The bundle's one global besides the entry points. */
export const BUNDLE_NAME = 'BitrixInvoices';

/**
 * Real function declarations, the only form that menus, triggers and pages all find
 * (Google, V8 runtime overview). Each takes at most one argument, as every caller gives it.
 */
export const entryPointFunctions = (entryPoints: readonly string[]): string =>
  entryPoints
    .map((name) => `function ${name}(argument) {\n  return ${BUNDLE_NAME}.${name}(argument);\n}\n`)
    .join('');
