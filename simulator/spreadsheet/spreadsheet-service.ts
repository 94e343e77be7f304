/** `Spreadsheet`: its sheets and what holds for all of them. */
import { fromA1, splitSheetName } from './area';
import { type Context, requireSheet } from './context';
import { metadataMembers } from './metadata-service';
import { namedRangeMembers } from './named-ranges';
import { checkSheetEditable } from './protection';
import { refusals } from './refusals';
import { integer, type Members, number, orNull, simulate, takes, text } from './signature';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const makeSpreadsheet = (context: Context): Spreadsheet =>
  simulate<Spreadsheet>('Spreadsheet', context.gate, {
    ...identityMembers(context),
    ...sheetMembers(context),
    ...metadataMembers(context, null),
    ...namedRangeMembers(context),
  });

function identityMembers({ book }: Context) {
  const toast = (message: string, title: string, timeoutSeconds: number | null): void => {
    book.toasts.push({ message, title, timeoutSeconds });
  };
  return {
    getId: takes().gives(() => book.id),
    getName: takes().gives(() => book.name),
    getUrl: takes().gives(() => `https://docs.google.com/spreadsheets/d/${book.id}/edit`),
    getSpreadsheetLocale: takes().gives(() => book.locale.name),
    getSpreadsheetTimeZone: takes().gives(() => book.timeZone),
    toast: [
      takes(text).gives((message) => toast(message, '', null)),
      takes(text, orNull(text)).gives((message, title) => toast(message, title ?? '', null)),
      takes(text, orNull(text), orNull(number)).gives((message, title, timeout) =>
        toast(message, title ?? '', timeout),
      ),
    ],
  } satisfies Members<Spreadsheet>;
}

function sheetMembers(context: Context) {
  const { book, sheets } = context;
  const orNone = (sheet: (typeof book.sheets)[number] | undefined): object | null =>
    sheet ? sheets.wrap(sheet) : null;
  // Google does not say where a sheet without an index goes; in the editor it is after the active one.
  const insert = (name: string, index = book.sheets.indexOf(book.activeSheet) + 1): object => {
    context.pending.settle();
    if (index < 0) throw refusals.invalidArgument('sheetIndex');
    return sheets.wrap(book.insertSheet(name, Math.min(index, book.sheets.length)));
  };
  return {
    getSheets: takes().gives(() => book.sheets.map((sheet) => sheets.wrap(sheet))),
    getNumSheets: takes().gives(() => book.sheets.length),
    getSheetByName: takes(text).gives((name) => orNone(book.sheetNamed(name))),
    getSheetById: takes(integer).gives((id) => orNone(book.sheets.find((sheet) => sheet.id === id))),
    getActiveSheet: takes().gives(() => sheets.wrap(book.activeSheet)),
    setActiveSheet: takes(sheets.kind).gives((sheet) => {
      book.activeSheet = requireSheet(context, sheet);
      return sheets.wrap(sheet);
    }),
    moveActiveSheet: takes(integer).gives((position) => {
      if (position < 1 || position > book.sheets.length) throw refusals.invalidArgument('pos');
      book.moveSheet(book.activeSheet, position - 1);
    }),
    insertSheet: [
      takes().gives(() => insert(book.freeSheetName())),
      takes(integer).gives((index) => insert(book.freeSheetName(), index)),
      takes(text).gives((name) => insert(name)),
      takes(text, integer).gives((name, index) => insert(name, index)),
    ],
    deleteSheet: takes(sheets.kind).gives((sheet) => {
      context.pending.settle();
      checkSheetEditable(requireSheet(context, sheet), context.user);
      book.deleteSheet(sheet);
    }),
    getRange: takes(text).gives((notation) => {
      const { sheetName, a1 } = splitSheetName(notation);
      const sheet = sheetName === null ? book.activeSheet : book.sheetNamed(sheetName);
      if (sheet?.type !== 'GRID') throw refusals.rangeNotFound();
      return context.ranges.wrap({ sheet, area: fromA1(a1, sheet) });
    }),
  } satisfies Members<Spreadsheet>;
}
