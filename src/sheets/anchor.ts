/**
 * What the spreadsheet itself keeps of where a table lies: a named range over the whole table, which Google moves,
 * grows and shrinks with inserted and deleted rows and columns, and metadata on each of the table's columns, which
 * tells the one that was inserted, deleted or moved.
 */
import type { SheetKind } from '../domain/sheet-kind';
import { columnName } from '../report/SheetPlan';
import { areaDownTo, type Origin, type PlacedTable, type TableColumns } from './area';
import type { Metadata, Sheet, Workbook } from '../platform/spreadsheet';

const nameOf = (kind: SheetKind): string => `bitrix24_${kind}`;
const COLUMN_KEY = 'bitrix24-invoice-sheets-column';

export interface Anchor extends Origin {
  readonly columns: number;
  readonly lastRow: number;
}

/** Null where the name is lost, or is another sheet's. */
export function anchorOn(workbook: Workbook, sheet: Sheet, kind: SheetKind): Anchor | null {
  const range = rangeNamed(workbook, nameOf(kind));
  if (range === null || range.getSheet().getSheetId() !== sheet.getSheetId()) return null;
  const row = range.getRow();
  return {
    row,
    column: range.getColumn(),
    columns: range.getNumColumns(),
    lastRow: row + range.getNumRows() - 1,
  };
}

/** Whether a name whose cells are deleted is answered with null or refused is undocumented. */
function rangeNamed(workbook: Workbook, name: string): ReturnType<Workbook['getRangeByName']> {
  try {
    return workbook.getRangeByName(name);
  } catch {
    return null;
  }
}

export const sameAnchor = (
  anchor: Anchor | null,
  { origin: { row, column }, width }: TableColumns,
  lastRow: number,
): boolean =>
  anchor !== null &&
  anchor.row === row &&
  anchor.column === column &&
  anchor.columns === width &&
  anchor.lastRow === lastRow;

export function setAnchor(workbook: Workbook, table: PlacedTable, kind: SheetKind, lastRow: number): void {
  workbook.setNamedRange(nameOf(kind), areaDownTo(table, lastRow));
}

const onColumns = (sheet: Sheet): readonly Metadata[] =>
  sheet.createDeveloperMetadataFinder().withKey(COLUMN_KEY).find();

/**
 * Where each of the table's columns is now, in their order; null for one that has no mark. None has where two columns
 * bear the same one, since it cannot be told which is the report's.
 *
 * @param width how many columns the table has
 */
export function markedColumns(sheet: Sheet, width: number): readonly (number | null)[] {
  const found = onColumns(sheet).map((metadata) => [
    metadata.getValue(),
    metadata.getLocation().getColumn()?.getColumn() ?? null,
  ]);
  const isClear = new Set(found.map(([value]) => value)).size === found.length;
  return Array.from({ length: width }, (_, index) => {
    const own = isClear ? found.find(([value]) => value === String(index)) : undefined;
    return typeof own?.[1] === 'number' ? own[1] : null;
  });
}

/** Takes away older marks first: a column bears one, and another column none. */
export function markColumns({ sheet, origin, width }: PlacedTable): void {
  for (const metadata of onColumns(sheet)) metadata.remove();
  for (let index = 0; index < width; index += 1) {
    const name = columnName(origin.column + index);
    sheet.getRange(`${name}:${name}`).addDeveloperMetadata(COLUMN_KEY, String(index));
  }
}
