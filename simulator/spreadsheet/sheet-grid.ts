/** The members of `Sheet` that have to do with its rows and columns. */
import { integer, type Members } from '../signature';
import { type Area, lastColumnOf, lastRowOf } from './area';
import { changeSheet, type Context, onSheet, requireSheet } from './context';
import { LIMITS } from '../limits';
import { checkEditable } from './protection';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';

type Side = 'rows' | 'columns';

export function gridMembers(context: Context) {
  const insert = (sheet: SheetModel, side: Side, after: number, count: number): void =>
    changeSheet(context, sheet, () => insertLines(context, sheet, side, after, count));
  const remove = (sheet: SheetModel, side: Side, from: number, count: number): void =>
    changeSheet(context, sheet, () => deleteLines(context, sheet, side, from, count));
  const freeze = (sheet: SheetModel, side: Side, count: number): void =>
    changeSheet(context, sheet, () => {
      if (count < 0) throw refusals.invalidArgument(side);
      if (count >= sizeOf(sheet, side)) throw refusals.freezingAll(side);
      if (sheet.merges.some((merged) => isCut(merged, side, count))) throw refusals.freezingPart(side);
      if (side === 'rows') sheet.frozenRows = count;
      else sheet.frozenColumns = count;
    });
  const resize = (sheet: SheetModel, side: Side, from: number, count: number, pixels: number): void =>
    changeSheet(context, sheet, () => {
      checkLines(sheet, side, from, count);
      if (pixels < 1) throw refusals.invalidArgument(side === 'rows' ? 'height' : 'width');
      const sizes = side === 'rows' ? sheet.rowHeights : sheet.columnWidths;
      for (let index = from; index < from + count; index += 1) sizes[index] = pixels;
    });
  const size = (sheet: SheetModel, side: Side, index: number): number => {
    checkLines(requireSheet(context, sheet), side, index, 1);
    return side === 'rows'
      ? (sheet.rowHeights[index] ?? LIMITS.rowHeightPixels)
      : (sheet.columnWidths[index] ?? LIMITS.columnWidthPixels);
  };
  const settled = (sheet: SheetModel, count: () => number): number => {
    requireSheet(context, sheet);
    context.pending.settle();
    return count();
  };
  return {
    getMaxRows: onSheet().gives((sheet) => settled(sheet, () => sheet.maxRows)),
    getMaxColumns: onSheet().gives((sheet) => settled(sheet, () => sheet.maxColumns)),
    getLastRow: onSheet().gives((sheet) => settled(sheet, () => sheet.lastRow())),
    getLastColumn: onSheet().gives((sheet) => settled(sheet, () => sheet.lastColumn())),
    insertRowsAfter: onSheet(integer, integer).chains((sheet, after, count) =>
      insert(sheet, 'rows', after, count),
    ),
    insertColumnsAfter: onSheet(integer, integer).chains((sheet, after, count) =>
      insert(sheet, 'columns', after, count),
    ),
    deleteRows: onSheet(integer, integer).gives((sheet, from, count) => remove(sheet, 'rows', from, count)),
    deleteColumns: onSheet(integer, integer).gives((sheet, from, count) =>
      remove(sheet, 'columns', from, count),
    ),
    getFrozenRows: onSheet().gives((sheet) => settled(sheet, () => sheet.frozenRows)),
    setFrozenRows: onSheet(integer).gives((sheet, count) => freeze(sheet, 'rows', count)),
    getFrozenColumns: onSheet().gives((sheet) => settled(sheet, () => sheet.frozenColumns)),
    setFrozenColumns: onSheet(integer).gives((sheet, count) => freeze(sheet, 'columns', count)),
    getColumnWidth: onSheet(integer).gives((sheet, column) => size(sheet, 'columns', column)),
    setColumnWidth: onSheet(integer, integer).chains((sheet, column, pixels) =>
      resize(sheet, 'columns', column, 1, pixels),
    ),
    setColumnWidths: onSheet(integer, integer, integer).chains((sheet, from, count, pixels) =>
      resize(sheet, 'columns', from, count, pixels),
    ),
    getRowHeight: onSheet(integer).gives((sheet, row) => size(sheet, 'rows', row)),
    setRowHeight: onSheet(integer, integer).chains((sheet, row, pixels) =>
      resize(sheet, 'rows', row, 1, pixels),
    ),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
}

const sizeOf = (sheet: SheetModel, side: Side): number =>
  side === 'rows' ? sheet.maxRows : sheet.maxColumns;

/** Whether a line after so many rows or columns goes through the area. */
const isCut = (area: Area, side: Side, after: number): boolean =>
  side === 'rows'
    ? area.row <= after && lastRowOf(area) > after
    : area.column <= after && lastColumnOf(area) > after;

function checkLines(sheet: SheetModel, side: Side, from: number, count: number): void {
  if (from < 1 || count < 1 || from + count - 1 > sizeOf(sheet, side)) throw refusals.outOfBounds(side);
}

function insertLines({ book }: Context, sheet: SheetModel, side: Side, after: number, count: number): void {
  if (after < 0 || after > sizeOf(sheet, side) || count < 1) throw refusals.outOfBounds(side);
  if (side === 'columns' && sheet.maxColumns + count > LIMITS.sheetColumns) throw refusals.cellLimit();
  book.checkCellCount(count * sizeOf(sheet, side === 'rows' ? 'columns' : 'rows'));
  if (side === 'rows') sheet.insertRows(after, count);
  else sheet.insertColumns(after, count);
}

function deleteLines({ user }: Context, sheet: SheetModel, side: Side, from: number, count: number): void {
  checkLines(sheet, side, from, count);
  const size = sizeOf(sheet, side);
  if (count === size) throw refusals.deletingAll(side);
  const frozen = side === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
  if (from <= frozen + 1 && from + count - 1 === size) throw refusals.deletingAllUnfrozen(side);
  const area: Area =
    side === 'rows'
      ? { ...sheet.area(), row: from, rows: count }
      : { ...sheet.area(), column: from, columns: count };
  checkEditable(sheet, area, user);
  if (side === 'rows') sheet.deleteRows(from, count);
  else sheet.deleteColumns(from, count);
}
