/** Every limit of the platform that the simulator enforces, with its unit in the name and its source beside it. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const LIMITS = Object.freeze({
  // Google, "Quotas for Google Services" (guides/services/quotas), consumer accounts.
  executionMilliseconds: 6 * MINUTE,
  triggerRuntimePerDayMilliseconds: 90 * MINUTE,
  simultaneousExecutionsPerUser: 30,
  urlFetchCallsPerDay: 20_000,
  propertiesOperationsPerDay: 50_000,
  propertyValueBytes: 9 * 1024,
  propertyStoreBytes: 500 * 1024,
  urlFetchPostBytes: 50 * 1024 * 1024,
  urlFetchResponseBytes: 50 * 1024 * 1024,
  urlFetchHeaders: 100,
  urlFetchHeaderBytes: 8 * 1024,
  triggersPerUserAndScript: 20,
  // "Counters reset 24 hours after the first request" (same page).
  quotaWindowMilliseconds: 24 * HOUR,

  // Google, "Simple triggers" (guides/triggers) and "Custom functions" (guides/sheets/functions).
  shortExecutionMilliseconds: 30 * SECOND,

  // Google, UrlFetchApp reference: URL length and timeoutSeconds.
  urlFetchUrlCharacters: 2082,
  urlFetchTimeoutMilliseconds: 360 * SECOND,
  // Google documents no number; browsers and Google's own clients stop at twenty.
  urlFetchRedirects: 20,
  // Observed length of the body that the exception for a refused request quotes.
  urlFetchQuotedBodyCharacters: 500,

  // Google, Cache reference; value and eviction measured by J. Poehnelt, "Exploring Apps Script CacheService limits".
  cacheKeyCharacters: 250,
  cacheValueBytes: 100 * 1024,
  cacheItems: 1000,
  cacheItemsAfterEviction: 900,
  cacheDefaultSeconds: 600,
  cacheMaximumSeconds: 21_600,

  // Google, Utilities.sleep reference.
  sleepMilliseconds: 300 * SECOND,

  // Google, google.script.run reference: "10 concurrent google.script.run calls".
  pageCallsAtOnce: 10,

  // Google Drive help, "Files you can store in Google Drive": ten million cells, empty ones included; columns to ZZZ.
  spreadsheetCells: 10_000_000,
  sheetColumns: 18_278,
  // The same page. UTF-16 code units.
  cellCharacters: 50_000,
  // Text of the Sheets back end's refusal. UTF-16 code units.
  sheetNameCharacters: 100,
  // Keys and values of one sheet together (Sheets API guide, "Read and write developer metadata").
  metadataCharacters: 30_000,

  // What a new sheet has in the Sheets editor.
  newSheetRows: 1000,
  newSheetColumns: 26,
  columnWidthPixels: 100,
  rowHeightPixels: 21,
  fontSizePoints: 10,
  fontFamily: 'Arial',
});
