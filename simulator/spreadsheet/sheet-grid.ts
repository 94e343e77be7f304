/** The members of `Sheet` that have to do with its rows and columns. */
import { type Area, lastColumnOf, lastRowOf } from './area';
import { changeSheet, type Context, requireSheet } from './context';
import { LIMITS } from '../limits';
import { checkEditable } from './protection';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import { integer, type Members, takes } from './signature';

type Side = 'rows' | 'columns';

export function gridMembers(context: Context, sheet: SheetModel) {
  const insert = (side: Side, after: number, count: number): void =>
    changeSheet(context, sheet, () => insertLines(context, sheet, side, after, count));
  const remove = (side: Side, from: number, count: number): void =>
    changeSheet(context, sheet, () => deleteLines(context, sheet, side, from, count));
  const freeze = (side: Side, count: number): void =>
    changeSheet(context, sheet, () => {
      if (count < 0) throw refusals.invalidArgument(side);
      if (count >= sizeOf(sheet, side)) throw refusals.freezingAll(side);
      if (sheet.merges.some((merged) => isCut(merged, side, count))) throw refusals.freezingPart(side);
      if (side === 'rows') sheet.frozenRows = count;
      else sheet.frozenColumns = count;
    });
  const resize = (side: Side, from: number, count: number, pixels: number): void =>
    changeSheet(context, sheet, () => {
      checkLines(sheet, side, from, count);
      if (pixels < 1) throw refusals.invalidArgument(side === 'rows' ? 'height' : 'width');
      const sizes = side === 'rows' ? sheet.rowHeights : sheet.columnWidths;
      for (let index = from; index < from + count; index += 1) sizes[index] = pixels;
    });
  const size = (side: Side, index: number): number => {
    checkLines(requireSheet(context, sheet), side, index, 1);
    return side === 'rows'
      ? (sheet.rowHeights[index] ?? LIMITS.rowHeightPixels)
      : (sheet.columnWidths[index] ?? LIMITS.columnWidthPixels);
  };
  const settled = (count: () => number): number => {
    requireSheet(context, sheet);
    context.pending.settle();
    return count();
  };
  return {
    getMaxRows: takes().gives(() => settled(() => sheet.maxRows)),
    getMaxColumns: takes().gives(() => settled(() => sheet.maxColumns)),
    getLastRow: takes().gives(() => settled(() => sheet.lastRow())),
    getLastColumn: takes().gives(() => settled(() => sheet.lastColumn())),
    insertRowsAfter: takes(integer, integer).chains((after, count) => insert('rows', after, count)),
    insertRowsBefore: takes(integer, integer).chains((before, count) => insert('rows', before - 1, count)),
    insertRowAfter: takes(integer).chains((after) => insert('rows', after, 1)),
    insertRowBefore: takes(integer).chains((before) => insert('rows', before - 1, 1)),
    insertColumnsAfter: takes(integer, integer).chains((after, count) => insert('columns', after, count)),
    insertColumnsBefore: takes(integer, integer).chains((before, count) =>
      insert('columns', before - 1, count),
    ),
    insertColumnAfter: takes(integer).chains((after) => insert('columns', after, 1)),
    insertColumnBefore: takes(integer).chains((before) => insert('columns', before - 1, 1)),
    deleteRow: takes(integer).chains((row) => remove('rows', row, 1)),
    deleteRows: takes(integer, integer).gives((from, count) => remove('rows', from, count)),
    deleteColumn: takes(integer).chains((column) => remove('columns', column, 1)),
    deleteColumns: takes(integer, integer).gives((from, count) => remove('columns', from, count)),
    getFrozenRows: takes().gives(() => settled(() => sheet.frozenRows)),
    setFrozenRows: takes(integer).gives((count) => freeze('rows', count)),
    getFrozenColumns: takes().gives(() => settled(() => sheet.frozenColumns)),
    setFrozenColumns: takes(integer).gives((count) => freeze('columns', count)),
    getColumnWidth: takes(integer).gives((column) => size('columns', column)),
    setColumnWidth: takes(integer, integer).chains((column, pixels) => resize('columns', column, 1, pixels)),
    setColumnWidths: takes(integer, integer, integer).chains((from, count, pixels) =>
      resize('columns', from, count, pixels),
    ),
    getRowHeight: takes(integer).gives((row) => size('rows', row)),
    setRowHeight: takes(integer, integer).chains((row, pixels) => resize('rows', row, 1, pixels)),
    setRowHeights: takes(integer, integer, integer).chains((from, count, pixels) =>
      resize('rows', from, count, pixels),
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
