/** What passes between a page and the script: which values and failures, and what becomes of them on the way. */

/** Copies an argument as the page sends it (measured by tanaikech, 2023-08-28). Throws on what it may not hold, naming the property. */
export function toArgument(
  value: unknown,
  property: string | number,
  parents: readonly object[] = [],
): unknown {
  if (value === null || value === undefined) return null;
  if (['string', 'number', 'boolean'].includes(typeof value)) return value;
  const illegal = new Error(`Failed due to illegal value in property: ${property}`);
  if (typeof value !== 'object' || parents.includes(value)) throw illegal;
  const inside = [...parents, value];
  if (Array.isArray(value)) return value.map((element, index) => toArgument(element, index, inside));
  if (tagOf(value) !== 'Object') throw illegal;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, toArgument(member, key, inside)]));
}

/** Copies a result as the page receives it: with a date or a cycle in it, nothing arrives at all. */
export function toResult(value: unknown): unknown {
  try {
    return copyResult(value, []);
  } catch (error) {
    if (error instanceof NothingArrives) return undefined;
    throw error;
  }
}

class NothingArrives extends Error {}

function copyResult(value: unknown, parents: readonly object[]): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (typeof value !== 'object') return typeof value === 'symbol' ? null : value;
  if (parents.includes(value) || tagOf(value) === 'Date') throw new NothingArrives();
  const inside = [...parents, value];
  if (Array.isArray(value)) return value.map((element) => copyResult(element, inside));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copyResult(member, inside)]));
}

/** Works across realms, where `instanceof` does not. */
const tagOf = (value: object) => Object.prototype.toString.call(value).slice(8, -1);

/**
 * What a page's failure handler gets: Google's script makes it in the frame around the page, so it is no `Error`
 * of the page's own world, and prints as a `ScriptError` (observed texts of such failures; not documented).
 */
export class ScriptError {
  readonly name = 'ScriptError';

  constructor(readonly message: string) {}

  toString(): string {
    return `${this.name}: ${this.message}`;
  }
}
