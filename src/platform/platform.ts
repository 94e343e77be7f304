/**
 * The platform as the add-on sees it: narrow interfaces with only the methods used, which Google's own
 * objects satisfy as they are. Wiring is a list of names in main.ts; the simulator's services fit the same seams.
 */

import type { ChartTypes, SpreadsheetService, Workbook } from './spreadsheet';

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

/** One cache of `CacheService`: entries may vanish at any time. */
export interface CacheStore {
  getAll(keys: string[]): Record<string, string>;
  putAll(values: Record<string, string>, expirationInSeconds: number): void;
  removeAll(keys: string[]): void;
}

/** Texts by their property keys, to be set together. */
export type Properties = Readonly<Record<string, string>>;

/** One store of `PropertiesService`. */
export interface PropertyStore {
  getProperty(key: string): string | null;
  getProperties(): Record<string, string>;
  setProperty(key: string, value: string): unknown;
  /** Sets all of them by one call, and leaves the others. */
  setProperties(values: Record<string, string>): unknown;
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

/** What `HtmlService` makes. */
export interface Page {
  /** Takes it as it is: nothing is escaped. */
  append(html: string): unknown;
}

export interface Menu {
  addItem(caption: string, functionName: string): Menu;
  addSeparator(): Menu;
  addToUi(): void;
}

export interface Ui {
  createMenu(caption: string): Menu;
  createAddonMenu(): Menu;
  showSidebar(page: object): void;
  alert(text: string): unknown;
}

/** A time-driven trigger of the person this execution runs as. */
export interface Trigger {
  getHandlerFunction(): string;
}

export interface Triggers {
  list(): Trigger[];
  /** A trigger that calls the function for ever, every five minutes or, in a published add-on, every hour. */
  create(functionName: string): void;
  remove(trigger: Trigger): void;
}

/** What this person has allowed the script to do: of what it asks for, people may allow only some. */
export interface Consent {
  /** Ends the execution and has Google ask for what is missing, if anything is. Never within a `try`: it must get out. */
  demand(): void;
  /** The page where the person can allow what is missing; null where nothing is. */
  missingAt(): string | null;
}

/** Everything the add-on takes from the platform. Members are looked up when used: not every execution may use all. */
export interface Platform {
  readonly isPublished: boolean;
  readonly version: string;
  readonly http: Http;
  readonly userCache: CacheStore;
  readonly userProperties: PropertyStore;
  readonly documentProperties: PropertyStore;
  /** One for everybody at this spreadsheet; a published add-on's clock trigger may get none (src/state/locks.ts). */
  readonly documentLock: Lock | null;
  /** One for everybody who uses the script: in a published add-on at whatever spreadsheet, so held for moments only. */
  readonly scriptLock: Lock;
  /** One for all executions of this person, whatever the spreadsheet. */
  readonly userLock: Lock;
  readonly clock: Clock;
  readonly codec: Codec;
  readonly log: Log;
  readonly triggers: Triggers;
  readonly consent: Consent;
  readonly spreadsheets: SpreadsheetService;
  /** Whether Google gives it to whoever may do no more with charts than with the open spreadsheet is not documented. */
  chartTypes(): ChartTypes;
  /** The spreadsheet that the script belongs to. @throws where the platform gives none */
  workbook(): Workbook & { getId(): string; toast(message: string, title: string): void };
  ui(): Ui;
  /** The project's page. */
  panel(): Page;
  newId(): string;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** A moment in a time zone, by a pattern of Java's SimpleDateFormat. */
  formatTime(milliseconds: number, zone: string, pattern: string): string;
}
