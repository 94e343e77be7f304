/** One JSON value under one property key. What cannot be read is as good as not there. */
import type { Properties, PropertyStore } from '../platform/platform';

export class StoredValue<T> {
  /** `isValid` decides whether what lies there is a `T`; properties can be edited by hand. */
  constructor(
    private readonly properties: PropertyStore,
    private readonly key: string,
    private readonly isValid: (value: unknown) => value is T,
  ) {}

  get(): T | null {
    return parsedAs(this.properties.getProperty(this.key), this.isValid);
  }

  set(value: T): void {
    this.properties.setProperty(this.key, JSON.stringify(value));
  }

  /** What has to be set so that this is the value. */
  with(value: T): Properties {
    return { [this.key]: JSON.stringify(value) };
  }

  clear(): void {
    this.properties.deleteProperty(this.key);
  }
}

/** The value of a JSON text; null where there is none, or none that is valid. */
export function parsedAs<T>(text: string | null, isValid: (value: unknown) => value is T): T | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isValid(value) ? value : null;
  } catch {
    return null;
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** An object that has the same JSON type as the sample under every key of the sample; `null` stands for text or null. */
export function isShapedLike<T extends object>(sample: T): (value: unknown) => value is T {
  return (value): value is T => isAlike(value, sample);
}

function isAlike(value: unknown, example: unknown): boolean {
  if (example === null) return value === null || typeof value === 'string';
  if (typeof example !== 'object') return typeof value === typeof example;
  if (typeof value !== 'object' || value === null) return false;
  const actual = value as Readonly<Record<string, unknown>>;
  return Object.entries(example).every(([key, part]) => isAlike(actual[key], part));
}
