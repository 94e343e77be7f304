/** Values as PHP decodes them from a request and as the data keeps them. */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Params = Readonly<Record<string, Value>>;

/** One column of a stored record. Dates are `YYYY-MM-DD`, times are milliseconds or ISO text with an offset. */
export type StoredValue = string | number | boolean | null | readonly (string | number)[];

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const isMap = (value: Value | undefined): value is Params =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A PHP array as entries: a list has the keys 0, 1, …; anything else has none. */
export function entriesOf(value: Value | undefined): [string, Value][] {
  return isList(value) || isMap(value) ? Object.entries(value) : [];
}

/** Entries as a PHP array: keys 0, 1, … in order make a list. */
export function phpArray<T>(
  entries: readonly (readonly [string, T])[],
): readonly T[] | Readonly<Record<string, T>> {
  const listed = entries.every(([key], index) => key === String(index));
  return listed ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** PHP `(int)`: text is read up to its first non-digit, a filled array is 1. */
export function toInt(value: Value | undefined): number {
  if (isList(value) || isMap(value)) return entriesOf(value).length > 0 ? 1 : 0;
  if (typeof value === 'string') return Math.trunc(Number.parseFloat(value)) || 0;
  return Math.trunc(Number(value ?? 0)) || 0;
}

/** PHP `(string)`: true is 1, null and false are nothing, any array is the word Array. */
export function toText(value: Value | undefined): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return '1';
  return typeof value === 'object' ? 'Array' : String(value);
}
