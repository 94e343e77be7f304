/** Which names of the language exist in a script on Google, and how those that do not are taken away. */

/** ECMAScript built-ins that the V8 runtime has (Google, "V8 runtime overview"); everything else is removed. */
const KEPT = new Set(
  [
    'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise',
    'RegExp Error EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl',
    'ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array',
    'Uint8ClampedArray DataView Map Set WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent encodeURI',
    'encodeURIComponent escape unescape eval isFinite isNaN WebAssembly',
  ].flatMap((line) => line.split(' ')),
);

/** Library members newer than ES2019: nothing confirms them on Google, so a bundle must not lean on them. */
const TOO_NEW: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  Array: ['fromAsync'],
  'String.prototype': ['at', 'isWellFormed', 'matchAll', 'replaceAll', 'toWellFormed'],
  Object: ['groupBy', 'hasOwn'],
  Map: ['groupBy'],
  Promise: ['allSettled', 'any', 'try', 'withResolvers'],
  WebAssembly: ['compileStreaming', 'instantiateStreaming'],
};

type Holder = Record<string, unknown>;

/** Takes away what scripts on Google do not have. `global` is the global object of a fresh context. */
export function removeForeignGlobals(global: object): void {
  for (const name of Object.getOwnPropertyNames(global)) {
    if (!KEPT.has(name)) Reflect.deleteProperty(global, name);
  }
  for (const [path, members] of Object.entries(TOO_NEW)) {
    const holder = path.split('.').reduce((object, name) => object[name] as Holder, global as Holder);
    for (const member of members) Reflect.deleteProperty(holder, member);
  }
}
