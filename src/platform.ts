/**
 * The platform as the add-on sees it: narrow interfaces with only the methods used, which Google's own
 * objects satisfy as they are. Wiring is a list of names in main.ts; the simulator's services fit the same seams.
 */

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  sleep(milliseconds: number): void;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: 'post';
  readonly contentType: string;
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly muteHttpExceptions: boolean;
  readonly followRedirects: boolean;
  readonly timeoutSeconds: number;
}

export interface HttpResponse {
  getResponseCode(): number;
  getContentText(): string;
  getHeaders(): object;
}

/** `UrlFetchApp`. Its exceptions quote the full URL with the webhook's secret: never let one through. */
export interface Http {
  fetchAll(requests: HttpRequest[]): HttpResponse[];
}

/** One cache of `CacheService`: entries may vanish at any time, values are under 100 KB. */
export interface CacheStore {
  getAll(keys: string[]): Record<string, string>;
  putAll(values: Record<string, string>, expirationInSeconds: number): void;
  removeAll(keys: string[]): void;
}

/** One store of `PropertiesService`: values are under 9 KB. */
export interface PropertyStore {
  getProperty(key: string): string | null;
  getProperties(): Record<string, string>;
  setProperty(key: string, value: string): unknown;
  deleteProperty(key: string): unknown;
}

export interface Lock {
  tryLock(timeoutInMillis: number): boolean;
  releaseLock(): void;
}

/** Text ↔ printable ASCII, compressed (`Utilities.gzip` and Base64). */
export interface Codec {
  compress(text: string): string;
  /** Throws on anything that `compress` did not make. */
  expand(packed: string): string;
}

/** Where counts, method names, times and invoice ids go: never names, INN, sums or addresses. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}
