/**
 * What an execution may call: the scopes behind each member (Google, "Authorization" block of every method) and
 * the authorization modes (Google Workspace add-ons, "Editor add-on authorization lifecycle").
 */
import { PlatformException } from './service';

export type AuthorizationMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

const SCOPE = 'https://www.googleapis.com/auth/';
const DOCUMENT =
  /^(SpreadsheetApp\.)?(Spreadsheet|Sheet|Range|RangeList|EmbeddedChart|Protection|DeveloperMetadata|DeveloperMetadataFinder)\./;
const OPEN_DOCUMENT =
  /^SpreadsheetApp\.(getActive|getActiveSpreadsheet|getActiveSheet|getActiveRange|getSelection|setActive\w*|getCurrentCell)$/;
const OTHER_DOCUMENT = /^SpreadsheetApp\.(open|openById|openByUrl|create)$/;
const FETCH = /^UrlFetchApp\.(fetch|fetchAll)$/;
const TRIGGERS = /^(ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)|ClockTriggerBuilder\.create)$/;
const PAGES = /^Ui\.(showSidebar|showModalDialog)$/;
const ALERTS = /^Ui\.alert$/;
const MENUS = /^(SpreadsheetApp\.getUi|Ui\.create(Addon)?Menu|Menu\.\w+)$/;
const WITHOUT_USER = /^(console|Logger|Utilities|HtmlService)/;
/** Members that need the present cells, before which Google applies what is pending (Google, "Best practices"). */
const CELL_READS =
  /^(Range\.(get(Value|DisplayValue|Formula|Note|RichTextValue|Background|Font|NumberFormat|Horizontal|Vertical|Wrap|Merged)|is|canEdit)|Sheet\.get(DataRange|Last|Max|Frozen))/;
const WRITES =
  /^(SpreadsheetApp\.)?(Spreadsheet|Sheet|Range|RangeList)\.(set|clear|insert|append|delete|add|remove|hide|show|protect|move|copyTo|merge|breakApart|apply|createFilter|update)/;

/** Scopes of which one is enough for the member; none where it needs no consent. */
export function scopesFor(member: string): string[] {
  const scopes = (...names: string[]) => names.map((name) => SCOPE + name);
  if (OTHER_DOCUMENT.test(member)) return scopes('spreadsheets');
  if (DOCUMENT.test(member) || OPEN_DOCUMENT.test(member))
    return scopes('spreadsheets.currentonly', 'spreadsheets');
  if (FETCH.test(member)) return scopes('script.external_request');
  if (TRIGGERS.test(member)) return scopes('script.scriptapp');
  return PAGES.test(member) ? scopes('script.container.ui') : [];
}

/** The exception where the mode forbids the member, or where none of its scopes was granted. `granted` null: all. */
export function accessRefusal(
  member: string,
  mode: AuthorizationMode,
  granted: ReadonlySet<string> | null,
): PlatformException | null {
  const scopes = scopesFor(member);
  const list = scopes.length > 1 ? `(${scopes.join(' || ')})` : scopes.join('');
  if (!modeAllows(mode, member)) {
    const required = scopes.length > 0 ? `. Required permissions: ${list}` : '';
    return new PlatformException(`You do not have permission to call ${member}${required}`);
  }
  if (granted === null || scopes.length === 0 || scopes.some((scope) => granted.has(scope))) return null;
  return new PlatformException(
    `Specified permissions are not sufficient to call ${member}. Required permissions: ${list}`,
  );
}

function modeAllows(mode: AuthorizationMode, member: string): boolean {
  if (mode === 'FULL') return true;
  if (mode === 'NONE') return WITHOUT_USER.test(member) || MENUS.test(member);
  const refused = [PAGES, ALERTS, TRIGGERS, OTHER_DOCUMENT];
  if (refused.some((pattern) => pattern.test(member))) return false;
  return mode === 'LIMITED' ? !FETCH.test(member) : !WRITES.test(member) && !MENUS.test(member);
}

/** Whether the member changes the document, so that it is pending until a flush. */
export const isWrite = (member: string): boolean => WRITES.test(member);

/** Whether everything pending has been applied when the member runs. */
export const appliesPendingWrites = (member: string): boolean =>
  member === 'SpreadsheetApp.flush' || CELL_READS.test(member);
