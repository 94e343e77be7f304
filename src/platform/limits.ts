/** What Google's platform takes at most, each number with its unit and its source, and written here only. */

/** After this Google ends an execution, without a warning and without `finally` (Google, "Quotas for Google Services"). */
export const EXECUTION_MILLISECONDS = 6 * 60_000;

/** Whatever has been silent for so long was ended by Google: no execution lasts as long. */
export const SURELY_ENDED_MILLISECONDS = EXECUTION_MILLISECONDS + 60_000;

/** Seconds that an entry of the cache may live (Google, CacheService reference, `put`). */
export const CACHE_LIFE_MAX_SECONDS = 21_600;

/** Bytes of an entry of the cache: 100 KB, read as the smaller of its two meanings (Google, CacheService reference). */
export const CACHE_VALUE_MAX_BYTES = 100_000;

/** Bytes of a property: 9 KB, read likewise (Google, "Quotas for Google Services"). */
export const PROPERTY_VALUE_MAX_BYTES = 9_000;

/** Characters of an address (Google, UrlFetchApp reference). */
export const URL_MAX_CHARS = 2_082;

/** UTF-16 units in one cell (Google, "Files you can store in Google Drive": 50,000 characters). */
export const CELL_TEXT_MAX_CHARS = 50_000;

/** Cells of one spreadsheet, empty ones included (Google, "Files you can store in Google Drive"). */
export const SPREADSHEET_MAX_CELLS = 10_000_000;

/** What one account may do in a day (Google, "Quotas for Google Services"): requests, and the run time of triggers. */
export const CONSUMER_DAY = { requests: 20_000, triggerMilliseconds: 90 * 60_000 };
/** The same of a Google Workspace account. */
export const WORKSPACE_DAY = { requests: 100_000, triggerMilliseconds: 6 * 60 * 60_000 };
