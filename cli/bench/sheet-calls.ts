/** Which calls of the platform touch the spreadsheet; those are the slow ones of a script. */

/** How often each member (`Range.setValues`) was called. */
export type Calls = Readonly<Record<string, number>>;

const SPREADSHEET = /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata\w*)\./;
/** Members that hand out an object or say what is known of it already, and builders of values. */
const HANDLES = [
  /\.(getRange(List|ByName)?|getSheets|getSheetById|getActive\w*|get(Row|Column|NumRows|NumColumns|Sheet|SheetId))$/,
  /\.createDeveloperMetadataFinder$|^DeveloperMetadataFinder\.with|^DeveloperMetadata(Location)?\.get/,
  /^SpreadsheetApp\.new/,
];
/** The note is no cell: it says when the report was last checked. */
const CELL_WRITE =
  /^(Range|RangeList)\.(set(?!Note$)|clear|insert|delete|copy|move)|^Sheet\.(insert|delete|clear)/;

/** Whether a call of the member reads or changes the spreadsheet. */
export const isSheetCall = (member: string): boolean =>
  SPREADSHEET.test(member) && !HANDLES.some((handle) => handle.test(member));

/** Calls that read or change the spreadsheet. */
export const sheetCalls = (calls: Calls): number => count(calls, isSheetCall);

/** Calls that write cells or change the grid. */
export const cellWrites = (calls: Calls): number => count(calls, (member) => CELL_WRITE.test(member));

const count = (calls: Calls, counts: (member: string) => boolean): number =>
  Object.entries(calls).reduce((total, [member, times]) => total + (counts(member) ? times : 0), 0);
