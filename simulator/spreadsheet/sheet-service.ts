/** `Sheet`: its name, place, ranges and what is known about it. Its rows and columns are in `sheet-grid.ts`. */
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { integer, list, type Members, type Method, plainObject, text } from '../signature';
import { type Area, checkArea, fromA1, splitSheetName } from './area';
import { chartMembers } from './chart-service';
import { ruleMembers } from './conditional-format-service';
import { changeSheet, type Context, onSheet, requireSheet } from './context';
import { SHEET_TYPE } from './enums';
import { metadataMembers } from './metadata-service';
import { protectionMembers } from './protection-service';
import { clearRange, makeRangeListClass } from './range-service';
import { refusals } from './refusals';
import { gridMembers } from './sheet-grid';
import type { SheetModel } from './SheetModel';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** `context` is asked for when the first member is, as it holds this class itself. */
export const makeSheetClass = (gate: Gate, context: () => Context) =>
  new ServiceClass<Sheet, SheetModel>('SpreadsheetApp.Sheet', gate, () => ({
    ...identityMembers(context()),
    ...chartMembers(context()),
    ...ofGrid({
      ...rangeMembers(context()),
      ...gridMembers(context()),
      ...metadataMembers(context(), onSheet, (sheet) => sheet),
      ...protectionMembers(context()),
      ...ruleMembers(context()),
    }),
  }));

/**
 * A chart's or a data source's sheet refuses all that is about cells. Whether it refuses metadata and protections
 * as well is undocumented: here it does, so that nobody builds on it.
 */
function ofGrid(members: Members<Sheet>): Members<Sheet> {
  const checked = (method: Method): Method => ({
    ...method,
    run: (sheet: SheetModel, ...args: never[]) => {
      if (sheet.type !== 'GRID') throw refusals.noGrid(sheet.type);
      return method.run(sheet as never, ...args);
    },
  });
  return Object.fromEntries(
    Object.entries(members).map(([name, forms]) => [name, [forms].flat().map(checked)]),
  );
}

function identityMembers(context: Context) {
  const { book } = context;
  return {
    getName: onSheet().gives((sheet) => requireSheet(context, sheet).name),
    setName: onSheet(text).chains((sheet, to) =>
      changeSheet(context, sheet, () => book.renameSheet(sheet, to)),
    ),
    getType: onSheet().gives((sheet) => SHEET_TYPE.constant(requireSheet(context, sheet).type)),
    getSheetId: onSheet().gives((sheet) => sheet.id),
    getIndex: onSheet().gives((sheet) => book.sheets.indexOf(requireSheet(context, sheet)) + 1),
    getParent: onSheet().gives(() => context.spreadsheets.wrap(book)),
    isSheetHidden: onSheet().gives((sheet) => requireSheet(context, sheet).hidden),
    hideSheet: onSheet().chains((sheet) => changeSheet(context, sheet, () => book.hideSheet(sheet))),
    showSheet: onSheet().chains((sheet) =>
      changeSheet(context, sheet, () => {
        sheet.hidden = false;
      }),
    ),
  } satisfies Members<Sheet>;
}

function rangeMembers(context: Context) {
  const rangeLists = makeRangeListClass(context);
  const range = (sheet: SheetModel, area: Area): object => context.ranges.wrap({ sheet, area });
  const at = (sheet: SheetModel, row: number, column: number, rows = 1, columns = 1): object =>
    range(sheet, checkArea({ row, column, rows, columns }, requireSheet(context, sheet)));
  const named = (sheet: SheetModel, a1: string): Area => {
    const parts = splitSheetName(a1);
    if (parts.sheetName !== null && parts.sheetName !== sheet.name) throw refusals.rangeNotFound();
    return fromA1(parts.a1, requireSheet(context, sheet));
  };
  const whole = (sheet: SheetModel) => ({ sheet, area: sheet.area() });
  return {
    getRange: [
      onSheet(text).gives((sheet, a1) => range(sheet, named(sheet, a1))),
      onSheet(integer, integer).gives(at),
      onSheet(integer, integer, integer).gives(at),
      onSheet(integer, integer, integer, integer).gives(at),
    ],
    getRangeList: onSheet(list).gives((sheet, notations) => {
      const areas = notations.map((a1) => {
        if (typeof a1 !== 'string') throw refusals.cannotConvert(a1, 'String');
        return { sheet, area: named(sheet, a1) };
      });
      if (areas.length === 0) throw refusals.rangeNotFound();
      return rangeLists.wrap(areas);
    }),
    getDataRange: onSheet().gives((sheet) => {
      requireSheet(context, sheet);
      context.pending.settle();
      return at(sheet, 1, 1, Math.max(1, sheet.lastRow()), Math.max(1, sheet.lastColumn()));
    }),
    clear: [
      onSheet().chains((sheet) => clearRange(context, whole(sheet), {})),
      onSheet(plainObject).chains((sheet, options) => clearRange(context, whole(sheet), options)),
    ],
  } satisfies Members<Sheet>;
}
