/**
 * A working cache of the platform: refuses what Google's refuses, counts its calls, forgets nothing by
 * itself (an expiry is a promise to forget, not to keep), and lets a test lose or spoil entries.
 */
import type { CacheStore } from '../../src/platform/platform';

/** Google, CacheService reference; the product's own bound on values is below Google's 102,400 bytes. */
const MAX_KEY_CHARACTERS = 250;
const MAX_VALUE_BYTES = 100_000;
const MAX_EXPIRATION_SECONDS = 21_600;

type Call = keyof CacheStore;

export class FakeCacheStore implements CacheStore {
  readonly entries = new Map<string, string>();
  readonly calls: Record<Call, number> = { getAll: 0, putAll: 0, removeAll: 0 };
  readonly expirations: number[] = [];
  /** Keys asked for by `getAll`, added up. */
  keysAsked = 0;
  bytesPut = 0;
  /** Calls that the platform refuses from now on. */
  readonly refused = new Set<Call>();

  getAll(keys: string[]): Record<string, string> {
    this.enter('getAll');
    this.keysAsked += keys.length;
    return Object.fromEntries([...this.entries].filter(([key]) => keys.includes(key)));
  }

  putAll(values: Record<string, string>, expirationInSeconds: number): void {
    this.enter('putAll');
    if (!Number.isInteger(expirationInSeconds) || expirationInSeconds < 1)
      throw new Error('Invalid argument');
    if (expirationInSeconds > MAX_EXPIRATION_SECONDS) throw new Error('Invalid argument');
    this.expirations.push(expirationInSeconds);
    for (const [key, value] of Object.entries(values)) this.put(key, value);
  }

  removeAll(keys: string[]): void {
    this.enter('removeAll');
    for (const key of keys) this.entries.delete(key);
  }

  /** Puts another text in place of each entry's. */
  spoil(change: (text: string) => string): void {
    for (const [key, text] of this.entries) this.entries.set(key, change(text));
  }

  private put(key: string, value: string): void {
    if (key.length > MAX_KEY_CHARACTERS) throw new Error('Argument too large: key');
    if (Buffer.byteLength(value) >= MAX_VALUE_BYTES) throw new Error('Argument too large: value');
    this.entries.set(key, value);
    this.bytesPut += Buffer.byteLength(value);
  }

  private enter(call: Call): void {
    this.calls[call] += 1;
    if (this.refused.has(call)) throw new Error('Service invoked too many times: SECRET-IN-PLATFORM-TEXT');
  }
}
