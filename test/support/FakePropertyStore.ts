/** A property store in memory, with the coercions and the limit of Google's (Google, PropertiesService). */
import type { PropertyStore } from '../../src/platform/platform';

/** Bytes; "9 KB / val" (Google, Apps Script quotas). */
const VALUE_MAX_BYTES = 9 * 1024;

export class FakePropertyStore implements PropertyStore {
  private readonly values = new Map<string, string>();

  getProperty(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.values);
  }

  setProperty(key: string, value: unknown): this {
    const text = String(value);
    if (Buffer.byteLength(text, 'utf8') > VALUE_MAX_BYTES) throw new Error('Argument too large: value');
    this.values.set(key, text);
    return this;
  }

  setProperties(values: Readonly<Record<string, unknown>>): this {
    for (const [key, value] of Object.entries(values)) this.setProperty(key, value);
    return this;
  }

  deleteProperty(key: string): this {
    this.values.delete(key);
    return this;
  }
}
