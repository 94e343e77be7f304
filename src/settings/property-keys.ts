/**
 * Which property holds what. Everyone who may edit a bound spreadsheet can read its document properties, so
 * the webhook lies only in its owner's user properties. User properties are one store for all spreadsheets
 * of a published add-on, so their keys begin with the spreadsheet's id.
 */

/** Keys in the document's properties. */
export const documentKeys = {
  /** JSON of `Settings`, without the webhook. */
  settings: 'settings',
  /** JSON `{ id, name }`: the identity of the person whose webhook is in use, and the name to show for him. */
  owner: 'owner',
  /** JSON of `Run`: the refresh under way, or the last one. */
  run: 'run',
  /** The id of the run that someone wants to end. */
  cancel: 'cancel',
  /** JSON of `RefreshRequest`: a colleague waits for the owner's next tick. */
  request: 'request',
  /** A whole number; raising it forgets all cached answers. */
  epoch: 'epoch',
  /** JSON of `PortalMemory`: what was learnt of the portal's limits and abilities. */
  portal: 'portal',
  /** JSON of `SettingsChange[]`: who changed which settings last. */
  changes: 'changes',
  /** JSON text: the packed date fields of the portal in use (src/state/KnownFields.ts). */
  dateFields: 'dateFields',
  /** JSON of `StoredReconcile`: how far memory and portal are compared. */
  reconcile: 'reconcile',
  /** JSON, milliseconds since 1970: when somebody waited for a comparison to let go (src/refresh/giving-way.ts). */
  wantedAt: 'wantedAt',
  /** JSON, a whole number: how many invoices outside the report have notes. */
  notesOutside: 'notesOutside',
  /** JSON of `LastReport`. */
  lastReport: 'lastReport',
  /** JSON, ISO time: when the last report was finished. */
  lastSuccess: 'lastSuccess',
  /** JSON, ISO time: when a refresh of the brief sheet alone was done last. */
  lastBrief: 'lastBrief',
  /** JSON, ISO time: when the last refresh of both sheets began that is over and was not cancelled. */
  lastStart: 'lastStart',
  /** JSON, ISO time: when the webhook in use was saved. */
  connectedAt: 'connectedAt',
  /** JSON, milliseconds since 1970: when the owner's trigger fired last. */
  tickAt: 'tickAt',
  /** JSON, milliseconds since 1970: until when the day's quotas put the schedule off. */
  putOff: 'putOff',
  /** JSON, milliseconds per 1,000 rows: how long the last writing took. */
  writePace: 'writePace',
  /** Stands while values are being written. */
  writing: 'writing',
  /** JSON of who refreshes in the published form, and until when at most (src/state/Lease.ts). */
  refreshLease: 'refreshLease',
  /** The same of who saves settings. */
  settingsLease: 'settingsLease',
} as const;

/** Key in the document's properties: JSON of one of the last runs (src/state/History.ts). `slot`: 0 to 19. */
export const historyKey = (slot: number): string => `history.${slot}`;

/** Whose remarks they are: of the last refresh of both sheets, or of the brief sheet alone. */
export type RemarksOf = 'both' | 'brief';

/** Key in the document's properties: JSON text, a part of the packed remarks (src/state/KeptRemarks.ts). `slot`: 0 to 3. */
export const remarksKey = (sheets: RemarksOf, slot: number): string => `remarks.${sheets}.${slot}`;

/** JSON of `UsedHour[]`: Google's quotas are a person's, whatever the spreadsheet. */
export const USAGE_KEY = 'usage';
/** The same of the ticks that found nothing to do. */
export const IDLE_KEY = 'usageOfIdleTicks';

/** Keys in a person's user properties. */
export const userKeys = (spreadsheetId: string) => ({
  /** The whole address of the webhook this person entered; in use only while he is the owner. */
  webhook: `${spreadsheetId}:webhook`,
  /** This person's random id in this spreadsheet. */
  identity: `${spreadsheetId}:identity`,
  /** What earlier versions kept of a test of a connection. */
  checked: `${spreadsheetId}:checked`,
});

export type UserKeys = Readonly<ReturnType<typeof userKeys>>;
