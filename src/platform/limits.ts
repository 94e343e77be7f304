/** What Google's platform takes at most, where more than one part of the add-on has to know it. */

/** Seconds that an entry of the cache may live (Google, CacheService reference, `put`). */
export const CACHE_LIFE_MAX_SECONDS = 21_600;

/** UTF-16 units in one cell (Google, "Files you can store in Google Drive": 50,000 characters). */
export const CELL_TEXT_MAX_CHARS = 50_000;

/** Cells of one spreadsheet, empty ones included (Google, "Files you can store in Google Drive"). */
export const SPREADSHEET_MAX_CELLS = 10_000_000;
