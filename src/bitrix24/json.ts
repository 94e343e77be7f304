/**
 * From unknown JSON to strict values, one rule a function. PHP prints an empty object as `[]`, ids as numbers or
 * numeric strings, "none" as null, "", "0", 0 or false; nothing else is tolerated. Values never enter a message.
 */
import type { PortalDecimal } from '../domain/records';

/** An answer that is not of the shape it should be: names the place and what was expected, never the value. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  constructor(place: string, expected: string) {
    super(`${place}: expected ${expected}`);
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function toObject(value: unknown, place: string): JsonObject {
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ShapeError(place, 'an object');
  return value as JsonObject;
}

/** The object with all these members, whatever their values: an answer to another question lacks some. */
export function toWhole(value: unknown, members: readonly string[], place: string): JsonObject {
  const object = toObject(value, place);
  for (const member of members) {
    if (object[member] === undefined) throw new ShapeError(`${place}.${member}`, 'a value or null');
  }
  return object;
}

export function toList(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ShapeError(place, 'a list');
  return value;
}

/** The list that a result holds under this name. */
export const listIn = (result: unknown, name: string): readonly unknown[] =>
  toList(toObject(result, 'result')[name], name);

/** A positive whole number, as a number or as its digits. */
export function toId(value: unknown, place: string): number {
  const id = toOptionalId(value, place);
  if (id === null) throw new ShapeError(place, 'an id');
  return id;
}

/** null where the portal says "none": null, absent, "", "0", 0, false. */
export function toOptionalId(value: unknown, place: string): number | null {
  if (value === null || value === undefined || value === '' || value === false) return null;
  const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0)
    throw new ShapeError(place, 'an id or none');
  return id === 0 ? null : id;
}

/** Text as it stands; null and absent are `''`. A number is its digits, where a double has kept them all. */
export function toText(value: unknown, place: string): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  throw new ShapeError(place, 'text');
}

/** `Y`/`N` or true/false; null and absent are false. */
export function toFlag(value: unknown, place: string): boolean {
  if (value === 'Y' || value === true) return true;
  if (value === 'N' || value === false || value === null || value === undefined || value === '') return false;
  throw new ShapeError(place, 'Y or N');
}

export function toInteger(value: unknown, place: string): number {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw new ShapeError(place, 'a whole number');
  return number;
}

/** A double carries 15 significant decimal digits without loss. */
const EXACT_DIGITS = 15;

/** An exact decimal; null, absent, false and "" are null. Text is kept where a double would lose digits. */
export function toDecimal(value: unknown, place: string): PortalDecimal | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === null || value === undefined || value === '' || value === false) return null;
  const isDecimal = typeof value === 'string' && /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(value);
  if (!isDecimal || !Number.isFinite(Number(value))) {
    throw new ShapeError(place, 'a decimal number');
  }
  const number = Number(value);
  const [mantissa = ''] = value.split(/[eE]/);
  const digits = mantissa.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= EXACT_DIGITS ? number : value;
}
