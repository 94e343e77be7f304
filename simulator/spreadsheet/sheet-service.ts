/** `Sheet`: its name, place, ranges and what is known about it. Its rows and columns are in `sheet-grid.ts`. */
import { appendRow } from './append-row';
import { type Area, checkArea, fromA1, splitSheetName } from './area';
import { sheetBandingMembers } from './banding-service';
import { chartMembers } from './chart-service';
import { ruleMembers } from './conditional-format-service';
import { changeSheet, type Context, requireSheet } from './context';
import { metadataMembers } from './metadata-service';
import { protectionMembers } from './protection-service';
import { clearRange, filterOf, makeRangeList } from './range-service';
import { refusals } from './refusals';
import { gridMembers } from './sheet-grid';
import type { SheetModel } from './SheetModel';
import { integer, list, type Members, type Method, plainObject, simulate, takes, text } from './signature';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const makeSheet = (context: Context, sheet: SheetModel): Sheet =>
  simulate<Sheet>('Sheet', context.gate, [
    () => identityMembers(context, sheet),
    () => chartMembers(context, sheet),
    ...[
      () => rangeMembers(context, sheet),
      () => gridMembers(context, sheet),
      () => metadataMembers(context, sheet),
      () => protectionMembers(context, sheet),
      () => sheetBandingMembers(context, sheet),
      () => ruleMembers(context, sheet),
      () => ({ appendRow: takes(list).chains((values) => appendRow(context, sheet, values)) }),
    ].map((members: () => Members<Sheet>) => () => ofGrid(sheet, members())),
  ]);

/**
 * A chart's or a data source's sheet refuses all that is about cells. Whether it refuses metadata and protections
 * as well is undocumented: here it does, so that nobody builds on it.
 */
function ofGrid(sheet: SheetModel, members: Members<Sheet>): Members<Sheet> {
  if (sheet.type === 'GRID') return members;
  const refuse = (): never => {
    throw refusals.noGrid(sheet.type);
  };
  const refused = (method: Method): Method => ({ ...method, run: refuse });
  return Object.fromEntries(
    Object.entries(members).map(([name, forms]) => [name, [forms].flat().map(refused)]),
  );
}

function identityMembers(context: Context, sheet: SheetModel) {
  const { book } = context;
  return {
    getName: takes().gives(() => requireSheet(context, sheet).name),
    getSheetName: takes().gives(() => requireSheet(context, sheet).name),
    setName: takes(text).chains((name) => changeSheet(context, sheet, () => book.renameSheet(sheet, name))),
    getType: takes().gives(() => context.sheetTypes.constant(requireSheet(context, sheet).type)),
    getSheetId: takes().gives(() => sheet.id),
    getIndex: takes().gives(() => book.sheets.indexOf(requireSheet(context, sheet)) + 1),
    getParent: takes().gives(() => context.spreadsheet()),
    isSheetHidden: takes().gives(() => requireSheet(context, sheet).hidden),
    hideSheet: takes().chains(() => changeSheet(context, sheet, () => book.hideSheet(sheet))),
    showSheet: takes().chains(() =>
      changeSheet(context, sheet, () => {
        sheet.hidden = false;
      }),
    ),
    activate: takes().chains(() => {
      book.activeSheet = requireSheet(context, sheet);
    }),
  } satisfies Members<Sheet>;
}

function rangeMembers(context: Context, sheet: SheetModel) {
  const areaAt = (row: number, column: number, rows: number, columns: number): Area =>
    checkArea({ row, column, rows, columns }, requireSheet(context, sheet));
  const range = (area: Area): object => context.ranges.wrap({ sheet, area });
  const named = (a1: string): Area => {
    const parts = splitSheetName(a1);
    if (parts.sheetName !== null && parts.sheetName !== sheet.name) throw refusals.rangeNotFound();
    return fromA1(parts.a1, requireSheet(context, sheet));
  };
  const whole = () => ({ sheet, area: sheet.area() });
  return {
    getRange: [
      takes(text).gives((a1) => range(named(a1))),
      takes(integer, integer).gives((row, column) => range(areaAt(row, column, 1, 1))),
      takes(integer, integer, integer).gives((row, column, rows) => range(areaAt(row, column, rows, 1))),
      takes(integer, integer, integer, integer).gives((...numbers) => range(areaAt(...numbers))),
    ],
    getRangeList: takes(list).gives((notations) => {
      const areas = notations.map((a1) => {
        if (typeof a1 !== 'string') throw refusals.cannotConvert(a1, 'String');
        return { sheet, area: named(a1) };
      });
      if (areas.length === 0) throw refusals.rangeNotFound();
      return makeRangeList(context, areas);
    }),
    getDataRange: takes().gives(() => {
      requireSheet(context, sheet);
      context.pending.settle();
      return range(areaAt(1, 1, Math.max(1, sheet.lastRow()), Math.max(1, sheet.lastColumn())));
    }),
    getFilter: takes().gives(() => filterOf(context, sheet)),
    clear: [
      takes().chains(() => clearRange(context, whole(), {})),
      takes(plainObject).chains((options) => clearRange(context, whole(), options)),
    ],
    clearContents: takes().chains(() => clearRange(context, whole(), { contentsOnly: true })),
    clearFormats: takes().chains(() => clearRange(context, whole(), { formatOnly: true })),
    clearNotes: takes().chains(() => clearRange(context, whole(), { commentsOnly: true })),
  } satisfies Members<Sheet>;
}
