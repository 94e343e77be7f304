/**
 * Every function that Google or a page may call, and the only file that names Google's globals. Handlers ignore
 * their arguments; functions for pages take and give plain JSON values.
 */
import { SentenceError } from './domain/SentenceError';
import { Entry } from './entry';
import type { Platform } from './platform/platform';
import { tickMinutes } from './state/tick-interval';
import { PRODUCT_NAME } from './texts/menu-texts';
import { refreshTexts } from './texts/refresh-texts';
import { failureTexts, savingTexts } from './texts/failure-texts';

/** Set by the build: the version of package.json, and whether this is the published add-on's form. */
declare const __VERSION__: string;
declare const __PUBLISHED_ADDON__: boolean;

/** Nothing is looked up before it is used: evaluating the script touches no service. */
const platform: Platform = {
  isPublished: __PUBLISHED_ADDON__,
  version: __VERSION__,
  get http() {
    return UrlFetchApp;
  },
  get userCache() {
    return CacheService.getUserCache();
  },
  get userProperties() {
    return PropertiesService.getUserProperties();
  },
  get documentProperties() {
    return PropertiesService.getDocumentProperties();
  },
  get documentLock() {
    return LockService.getDocumentLock();
  },
  get scriptLock() {
    return LockService.getScriptLock();
  },
  get userLock() {
    return LockService.getUserLock();
  },
  get spreadsheets() {
    return SpreadsheetApp;
  },
  chartTypes: () => Charts.ChartType,
  clock: { now: () => Date.now(), sleep: (milliseconds) => Utilities.sleep(milliseconds) },
  log: { info: (message) => console.info(message), warn: (message) => console.warn(message) },
  codec: {
    compress: (text) => {
      const blob = Utilities.newBlob('').setDataFromString(text, 'UTF-8');
      return Utilities.base64Encode(Utilities.gzip(blob).getBytes());
    },
    expand: (packed) => {
      const blob = Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip');
      return Utilities.ungzip(blob).getDataAsString('UTF-8');
    },
  },
  triggers: {
    list: () => ScriptApp.getProjectTriggers(),
    create: (functionName) => {
      const trigger = ScriptApp.newTrigger(functionName).timeBased();
      const minutes = tickMinutes(__PUBLISHED_ADDON__);
      (__PUBLISHED_ADDON__ ? trigger.everyHours(minutes / 60) : trigger.everyMinutes(minutes)).create();
    },
    remove: (trigger) => ScriptApp.deleteTrigger(trigger as GoogleAppsScript.Script.Trigger),
  },
  consent: {
    demand: () => ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL),
    /** Typed as never null, but null where all is allowed (Google, AuthorizationInfo reference). */
    missingAt: () => ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl(),
  },
  workbook: () => {
    // Typed as never null, but null where the platform gives the execution no spreadsheet.
    const active = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null;
    if (active === null) throw new SentenceError(refreshTexts.noSpreadsheet());
    return active;
  },
  ui: () => SpreadsheetApp.getUi(),
  panel: () => HtmlService.createHtmlOutputFromFile('panel').setTitle(PRODUCT_NAME),
  newId: () => Utilities.getUuid(),
  random: () => Math.random(),
  formatTime: (milliseconds, zone, pattern) => Utilities.formatDate(new Date(milliseconds), zone, pattern),
};

const entry = new Entry(platform);

export const onOpen = (): void => entry.opened();
export const onInstall = (): void => entry.opened();

export const refreshReport = (): void => entry.refreshFromMenu(false);
export const refreshBriefSheet = (): void => entry.refreshFromMenu(true);
export const showSettings = (): void => entry.show('settings');
export const showStatus = (): void => entry.show('status');
export const showHelp = (): void => entry.show('help');

export const scheduledRefresh = (): void => entry.fromTrigger((addOn) => addOn.tick());

/** Called from the menu and from the status page. */
export const clearCache = () => entry.clearCache();

export const showNotes = () => entry.fromPage((addOn) => addOn.showNotes(), failureTexts.notesNotShown());

export const loadSettings = () => entry.fromPage((addOn) => addOn.loadSettings(), failureTexts.notLoaded());
export const saveSettings = (settings: unknown) =>
  entry.fromPageWithConsent((addOn) => addOn.saveSettings(settings), savingTexts.saveFailed);
export const testConnection = (settings: unknown) =>
  entry.fromPageWithConsent((addOn) => addOn.testConnection(settings), failureTexts.notTested());
export const startRefresh = (options: unknown) =>
  entry.fromPageWithConsent((addOn) => addOn.startFromPage(options));
export const getProgress = () => entry.fromPage((addOn) => addOn.progress(), failureTexts.notLoaded());
export const cancelRefresh = () => entry.fromPage((addOn) => addOn.cancel(), failureTexts.notCancelled());
export const getStatus = () => entry.fromPage((addOn) => addOn.status(), failureTexts.notLoaded());
