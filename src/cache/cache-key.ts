/**
 * The key under which a logical answer is kept across executions.
 */
import { canonical } from '../hash/canonical';
import { sha256Hex } from '../hash/sha256';

/** What the kept answers belong to: raising the epoch or changing the connection forgets them all. */
export interface CacheScope {
  readonly epoch: string | number;
  /**
   * The webhook's fingerprint in this spreadsheet. One person's cache is shared by all spreadsheets of a published
   * add-on, and each has an epoch of its own: without its id one could raise its epoch into answers of another.
   */
  readonly connection: string;
}

/** The request a single query would be if it were asked alone. Different queries have different requests. */
export interface SoleRequest {
  readonly method: string;
  /** A JSON value. */
  readonly params: unknown;
}

/** SHA-256, in hexadecimal digits, of epoch, connection, method, canonical parameters and version. */
export function cacheKey(scope: CacheScope, request: SoleRequest, version: string): string {
  return sha256Hex(canonical([scope.epoch, scope.connection, request.method, request.params, version]));
}

/** What the names of the scope's packs begin with, 32 hexadecimal digits. */
export function slotPrefix(scope: CacheScope): string {
  return sha256Hex(canonical([scope.epoch, scope.connection])).slice(0, 32);
}
