/** A claim of the simulator about Google: a small function that runs on both and gives a plain JSON value. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Google's services, and a sheet that a claim may fill; it is cleared before each. */
export interface Platform {
  readonly spreadsheets: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly cache: GoogleAppsScript.Cache.Cache;
  readonly properties: GoogleAppsScript.Properties.Properties;
  /** Each call gives another object of the same lock. */
  readonly lock: () => GoogleAppsScript.Lock.Lock;
  readonly utilities: GoogleAppsScript.Utilities.Utilities;
  readonly charts: typeof GoogleAppsScript.Charts.ChartType;
  readonly scripts: GoogleAppsScript.Script.ScriptApp;
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
}

/** By what is claimed, in words for whoever reads the table. */
export type Claims = Readonly<Record<string, (platform: Platform) => Json>>;
