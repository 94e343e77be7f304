/** Which calls of the platform touch the spreadsheet; those are the slow ones of a script. */

/** How often each member (`Range.setValues`) was called. */
export type Calls = Readonly<Record<string, number>>;

const SPREADSHEET = /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata)\./;
/** Members that hand out an object and neither read nor change the spreadsheet. */
const HANDLE = /\.(getRange|getRangeList|getSheets|getDeveloperMetadata|getActive\w*|new[A-Z]\w*)$/;
/** The note is no cell: it says when the report was last checked. */
const CELL_WRITE =
  /^(Range|RangeList)\.(set(?!Note$)|clear|insert|delete|copy|move)|^Sheet\.(insert|delete|clear)/;

/** Calls that read or change the spreadsheet, handles and value builders left out. */
export const sheetCalls = (calls: Calls): number =>
  count(calls, (member) => SPREADSHEET.test(member) && !HANDLE.test(member));

/** Calls that write cells or change the grid. */
export const cellWrites = (calls: Calls): number => count(calls, (member) => CELL_WRITE.test(member));

const count = (calls: Calls, counts: (member: string) => boolean): number =>
  Object.entries(calls).reduce((total, [member, times]) => total + (counts(member) ? times : 0), 0);
