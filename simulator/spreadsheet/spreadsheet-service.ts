/** `Spreadsheet`: its sheets and what holds for all of them. */
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { integer, type Members, number, optional, takes, takesOn, text } from '../signature';
import { fromA1, splitSheetName } from './area';
import { type Context, requireSheet } from './context';
import { metadataMembers } from './metadata-service';
import { namedRangeMembers } from './named-ranges';
import { checkSheetEditable } from './protection';
import { refusals } from './refusals';
import type { SpreadsheetModel } from './SpreadsheetModel';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** `context` is asked for when the first member is, as it holds this class itself. */
export const makeSpreadsheetClass = (gate: Gate, context: () => Context) =>
  new ServiceClass<Spreadsheet, SpreadsheetModel>('SpreadsheetApp.Spreadsheet', gate, () => ({
    ...identityMembers(context()),
    ...sheetMembers(context()),
    ...metadataMembers(context(), takesOn<SpreadsheetModel>(), () => null),
    ...namedRangeMembers(context()),
  }));

function identityMembers({ book }: Context) {
  return {
    getId: takes().gives(() => book.id),
    getName: takes().gives(() => book.name),
    getUrl: takes().gives(() => `https://docs.google.com/spreadsheets/d/${book.id}/edit`),
    getSpreadsheetLocale: takes().gives(() => book.locale.name),
    getSpreadsheetTimeZone: takes().gives(() => book.timeZone),
    toast: takes(text, optional(text), optional(number)).gives((message, title, timeoutSeconds) => {
      book.toasts.push({ message, title: title ?? '', timeoutSeconds });
    }),
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
    getSheetByName: takes(text).gives((name) => orNone(book.sheetNamed(name))),
    getSheetById: takes(integer).gives((id) => orNone(book.sheets.find((sheet) => sheet.id === id))),
    getActiveSheet: takes().gives(() => sheets.wrap(book.activeSheet)),
    setActiveSheet: takes(sheets.kind).gives((sheet) => {
      book.activeSheet = requireSheet(context, sheet);
      return sheets.wrap(sheet);
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
