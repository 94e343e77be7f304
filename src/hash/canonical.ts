/**
 * One text for one JSON value, however it was put together: what the cache's keys are made of.
 */

/**
 * Canonical JSON: object keys sorted by UTF-16 code unit, array order kept, no spaces, members that are
 * `undefined` left out.
 *
 * @throws TypeError for anything JSON cannot carry without loss: non-finite numbers, `undefined` outside an
 *   object, functions, symbols, dates and other class instances.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from<unknown, string>(value, canonical).join(',')}]`;
  if (isPlainObject(value)) return `{${members(value).join(',')}}`;
  throw new TypeError(`expected a JSON value but received ${typeof value}`);
}

function members(object: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(object)
    .sort()
    .filter((name) => object[name] !== undefined)
    .map((name) => `${JSON.stringify(name)}:${canonical(object[name])}`);
}

/** Asks the prototype's prototype, because `Object.prototype` of another script context is another object. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
