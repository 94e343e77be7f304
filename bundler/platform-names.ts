/**
 * What the bundle may name on Apps Script. A list of what there is, so that a name nobody thought of is
 * refused too: no timers, no fetch, no URL, no TextEncoder, no crypto (Google, V8 runtime overview, limitations).
 */

/** ECMAScript 2019; BigInt, Atomics and WebAssembly are left out because nothing here may need them. */
const languageGlobals = (
  'undefined NaN Infinity globalThis Object Function Array Number Boolean String Symbol Date RegExp Math JSON ' +
  'Intl Promise Proxy Reflect Map Set WeakMap WeakSet parseInt parseFloat isNaN isFinite encodeURI decodeURI ' +
  'encodeURIComponent decodeURIComponent escape unescape Error EvalError RangeError ReferenceError SyntaxError ' +
  'TypeError URIError ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array ' +
  'Int32Array Uint32Array Float32Array Float64Array'
).split(' ');

/** Google's services that the manifest's four scopes cover; any other would fail for want of a scope. Enums need none. */
const services = (
  'SpreadsheetApp Charts UrlFetchApp CacheService PropertiesService LockService Utilities HtmlService Session ' +
  'ScriptApp Logger console'
).split(' ');

export const PLATFORM_GLOBALS: ReadonlySet<string> = new Set([...languageGlobals, ...services]);

/** All that Apps Script's console has (Google, base service reference, class console). */
export const CONSOLE_METHODS: ReadonlySet<string> = new Set([
  'log',
  'info',
  'warn',
  'error',
  'time',
  'timeEnd',
]);

/**
 * Built-ins younger than ES2019 that can be told by their name alone. esbuild lowers syntax but never adds
 * a missing built-in, and which of them Google's engine has is not documented.
 */
export const YOUNGER_METHODS: ReadonlySet<string> = new Set([
  'at',
  'replaceAll',
  'matchAll',
  'findLast',
  'findLastIndex',
  'toSorted',
  'toReversed',
  'toSpliced',
  'isWellFormed',
  'toWellFormed',
]);

export const YOUNGER_STATICS: ReadonlySet<string> = new Set([
  'Object.hasOwn',
  'Object.groupBy',
  'Map.groupBy',
  'Promise.allSettled',
  'Promise.any',
  'Promise.withResolvers',
  'Array.fromAsync',
]);
