/** `CacheService` in its strict reading: sizes in UTF-8 bytes, whole seconds of life, no objects as values. */
import { LIMITS } from '../limits';
import { PlatformException, type Gate, invalidArgument } from '../service';
import { makeService } from '../service-objects';
import {
  anyNumber,
  anything,
  asText,
  list,
  optional,
  orNull,
  plainObject,
  takes,
  textLike,
} from '../signature';
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
  return makeService<GoogleAppsScript.Cache.CacheService>('CacheService', gate, {
    getScriptCache: takes().gives(() => script),
    getUserCache: takes().gives(() => user),
    getDocumentCache: takes().gives(() => document),
  });
}

function makeCache(gate: Gate, storage: CacheStorage) {
  return makeService<GoogleAppsScript.Cache.Cache>('CacheService.Cache', gate, {
    get: takes(key).gives((given) => storage.get(checkedKey(given))),
    getAll: takes(list).gives((keys) => {
      const found: Record<string, string> = {};
      for (const one of keys.map(checkedKey)) {
        const value = storage.get(one);
        if (value !== null) found[one] = value;
      }
      return found;
    }),
    put: takes(key, anything, life).gives((given, value, seconds) =>
      storage.put(checkedKey(given), checkedValue(value), checkedSeconds(seconds)),
    ),
    putAll: takes(plainObject, life).gives((values, seconds) => {
      const checked = checkedSeconds(seconds);
      const entries = Object.entries(values).map(
        ([given, value]) => [checkedKey(given), checkedValue(value)] as const,
      );
      for (const [one, value] of entries) storage.put(one, value, checked);
    }),
    remove: takes(key).gives((given) => storage.remove(checkedKey(given))),
    removeAll: takes(list).gives((keys) => {
      for (const one of keys.map(checkedKey)) storage.remove(one);
    }),
  });
}

const key = orNull(textLike);
const life = optional(anyNumber);

function checkedKey(given: unknown): string {
  if (given === null || given === undefined || given === '') throw invalidArgument('key');
  const text = asText(given);
  if (text.length > LIMITS.cacheKeyCharacters) throw new PlatformException('Argument too large: key');
  return text;
}

function checkedValue(value: unknown): string {
  // The platform would store "[object Object]", which is always a mistake of the script.
  if (typeof value === 'object' && value !== null) throw invalidArgument('value');
  const text = asText(value);
  if (Buffer.byteLength(text) > LIMITS.cacheValueBytes)
    throw new PlatformException('Argument too large: value');
  return text;
}

function checkedSeconds(seconds: number | null): number {
  if (seconds === null) return LIMITS.cacheDefaultSeconds;
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LIMITS.cacheMaximumSeconds) return seconds;
  throw invalidArgument('expirationInSeconds');
}
