/** Merged cells: only the first one holds anything (Google, Range.merge reference). */
import type { Members } from '../signature';
import { type Area, contains, intersect } from './area';
import { clearContent } from './cell';
import { type Context, onRange, read, write } from './context';
import type { RangeData } from './range-data';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';

export function mergeMembers(context: Context) {
  const within = ({ sheet, area }: RangeData) => sheet.merges.filter((merged) => intersect(merged, area));
  return {
    merge: onRange().chains((range) => write(context, range, () => mergeCells(range.sheet, range.area))),
    breakApart: onRange().chains((range) =>
      write(context, range, () => separateCells(range.sheet, range.area)),
    ),
    getMergedRanges: onRange().gives((range) =>
      read(context, range, () =>
        within(range).map((area) => context.ranges.wrap({ sheet: range.sheet, area })),
      ),
    ),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Range>;
}

/** Makes one cell of them; what the others held is lost. */
export function mergeCells(sheet: SheetModel, area: Area): void {
  separateCells(sheet, area);
  sheet.merges = [...sheet.merges, area];
  sheet.touchAll(area, (cell, row, column) => {
    if (isCovered(sheet, row, column)) clearContent(cell);
  });
}

function separateCells(sheet: SheetModel, area: Area): void {
  const found = sheet.merges.filter((merged) => intersect(merged, area));
  if (!found.every((merged) => contains(area, merged))) throw refusals.mergeCutsMerge();
  sheet.merges = sheet.merges.filter((merged) => !found.includes(merged));
}

/** Whether the cell lies under another one: what is written there is lost. */
export function isCovered({ merges }: SheetModel, row: number, column: number): boolean {
  const cell: Area = { row, column, rows: 1, columns: 1 };
  return merges.some((merged) => contains(merged, cell) && !(merged.row === row && merged.column === column));
}
