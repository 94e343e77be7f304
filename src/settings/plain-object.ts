/** Reading objects that others made: page arguments, settings files, stored JSON. */

/**
 * The object's own entries, or null for anything but a plain object. A Map has no prototype chain to fall
 * through and takes `__proto__` as a key like any other. The check is by tag, not by constructor, because
 * the argument may have been made in another realm.
 */
export function ownEntries(value: unknown): ReadonlyMap<string, unknown> | null {
  if (Object.prototype.toString.call(value) !== '[object Object]') return null;
  return new Map<string, unknown>(Object.entries(value as object).filter(([, entry]) => entry !== undefined));
}

/** The same of a JSON text; null where it is missing or broken too. */
export function storedEntries(text: string | null): ReadonlyMap<string, unknown> | null {
  try {
    return ownEntries(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
