/** `CacheService` in its strict reading: sizes in UTF-8 bytes, whole seconds of life, no objects as values. */
import { LIMITS } from '../limits';
import { makeService, PlatformException, type Gate } from '../service';
import { asText, methodsOf, typed } from '../signature';
import type { CacheStorage } from './CacheStorage';

export interface CacheStorages {
  readonly script: CacheStorage;
  readonly user: CacheStorage;
  /** null where no document contains the script. */
  readonly document: CacheStorage | null;
}

export function makeCacheService(gate: Gate, storages: CacheStorages) {
  const script = makeCache(gate, storages.script);
  const user = makeCache(gate, storages.user);
  const document = storages.document && makeCache(gate, storages.document);
  const give = <T>(name: string, cache: T) => typed(`CacheService.${name}`, [], () => cache);
  return makeService('CacheService', gate, {
    getScriptCache: give('getScriptCache', script),
    getUserCache: give('getUserCache', user),
    getDocumentCache: give('getDocumentCache', document),
  });
}

function makeCache(gate: Gate, storage: CacheStorage) {
  const method = methodsOf('CacheService.Cache');
  return makeService('Cache', gate, {
    get: method('get', ['text'], (key: unknown) => storage.get(checkedKey(key))),
    getAll: method('getAll', ['list'], (keys: unknown[]) => {
      const found: Record<string, string> = {};
      for (const key of keys.map(checkedKey)) {
        const value = storage.get(key);
        if (value !== null) found[key] = value;
      }
      return found;
    }),
    put: method(
      'put',
      ['text', 'any', 'number?'],
      (key: unknown, value: unknown, seconds?: number | null) => {
        storage.put(checkedKey(key), checkedValue(value), checkedSeconds(seconds));
        return null;
      },
    ),
    putAll: method('putAll', ['object', 'number?'], (values: object, seconds?: number | null) => {
      const life = checkedSeconds(seconds);
      const entries = Object.entries(values).map(
        ([key, value]) => [checkedKey(key), checkedValue(value)] as const,
      );
      for (const [key, value] of entries) storage.put(key, value, life);
      return null;
    }),
    remove: method('remove', ['text'], (key: unknown) => {
      storage.remove(checkedKey(key));
      return null;
    }),
    removeAll: method('removeAll', ['list'], (keys: unknown[]) => {
      for (const key of keys.map(checkedKey)) storage.remove(key);
      return null;
    }),
  });
}

function checkedKey(key: unknown): string {
  if (key === null || key === undefined || key === '') throw new PlatformException('Invalid argument: key');
  const text = asText(key);
  if (text.length > LIMITS.cacheKeyCharacters) throw new PlatformException('Argument too large: key');
  return text;
}

function checkedValue(value: unknown): string {
  // The platform would store "[object Object]"; nobody ever means that.
  if (typeof value === 'object' && value !== null) throw new PlatformException('Invalid argument: value');
  const text = asText(value);
  if (Buffer.byteLength(text) > LIMITS.cacheValueBytes)
    throw new PlatformException('Argument too large: value');
  return text;
}

function checkedSeconds(seconds: number | null | undefined): number {
  if (seconds === null || seconds === undefined) return LIMITS.cacheDefaultSeconds;
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LIMITS.cacheMaximumSeconds) return seconds;
  throw new PlatformException('Invalid argument: expirationInSeconds');
}
