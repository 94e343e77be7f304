/** Which calls of the platform touch the spreadsheet; those are the slow ones of a script. */

import type { Ledger } from '../../simulator';
import { tableWrites } from '../../world/sheets';

/** How often each member (`Range.setValues`) was called. */
export type Calls = Readonly<Record<string, number>>;

const SPREADSHEET = /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata\w*)\./;
/** Members that hand out an object or say what is known of it already, and builders of values. */
const HANDLES = [
  /\.(getRange(List|ByName)?|getSheets|getSheetById|getActive\w*|get(Row|Column|NumRows|NumColumns|A1Notation|Sheet|SheetId))$/,
  /\.createDeveloperMetadataFinder$|^DeveloperMetadataFinder\.with|^DeveloperMetadata(Location)?\.get/,
  /^(SpreadsheetApp|Sheet)\.new/,
];
const GRID_CHANGE = /^Sheet\.(insert|delete|clear)/;

/** Whether a call of the member reads or changes the spreadsheet. */
export const isSheetCall = (member: string): boolean =>
  SPREADSHEET.test(member) && !HANDLES.some((handle) => handle.test(member));

/** Calls that read or change the spreadsheet. */
export const sheetCalls = (calls: Calls): number => count(calls, isSheetCall);

/** How often cells of the tables were written, and the grid changed. */
export const cellWrites = (ledger: Pick<Ledger, 'toRecord' | 'writes'>): number =>
  tableWrites(ledger).length + count(ledger.toRecord(), (member) => GRID_CHANGE.test(member));

const count = (calls: Calls, counts: (member: string) => boolean): number =>
  Object.entries(calls).reduce((total, [member, times]) => total + (counts(member) ? times : 0), 0);
