/** Where a plan lies on its sheet and how that area is named, the area as a range, and the grid that it lies in. */
import { columnName, type PlannedRow, type SheetPlan } from '../report/SheetPlan';
import type { Range, Sheet } from '../platform/spreadsheet';

/** The header's first cell. Both count from 1. */
export interface Origin {
  readonly row: number;
  readonly column: number;
}

/** A table's columns on its sheet. */
export interface TableColumns {
  readonly origin: Origin;
  /** How many there are. */
  readonly width: number;
}

/** A table where it lies. */
export interface PlacedTable extends TableColumns {
  readonly sheet: Sheet;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** A whole column is as high as the grid and a whole row as wide: ranges know their size without a call. */
export const gridOf = (sheet: Sheet): Grid => ({
  rows: sheet.getRange('A:A').getNumRows(),
  columns: sheet.getRange('1:1').getNumColumns(),
});

/** What both sheets and tabs can say. */
interface Typed {
  getType(): unknown;
}

const WITHOUT_GRID: readonly string[] = ['OBJECT', 'DATASOURCE'];

/**
 * Whether a sheet has cells. A chart on its own sheet and a connected data source have none, and refuse to be
 * asked for any ("The action is not supported for OBJECT sheet").
 */
export const hasGrid = (sheet: Typed): boolean => !WITHOUT_GRID.includes(String(sheet.getType()));

/** How many of the table's columns a grid has. */
export const columnsIn = ({ columns }: Grid, { origin, width }: TableColumns): number =>
  Math.max(0, Math.min(width, columns - origin.column + 1));

/** The table's columns from one row to another, both inclusive; fewer columns where the grid ends before. */
export const areaBetween = (
  { sheet, origin: { column }, width }: PlacedTable,
  firstRow: number,
  lastRow: number,
  columns = width,
): Range => sheet.getRange(firstRow, column, lastRow - firstRow + 1, columns);

/** The same from the header on. */
export const areaDownTo = (table: PlacedTable, lastRow: number, columns = table.width): Range =>
  areaBetween(table, table.origin.row, lastRow, columns);

export const plannedRows = (plan: SheetPlan): readonly PlannedRow[] => [
  plan.header,
  ...plan.body,
  ...plan.footer,
];

export const lastPlannedRow = (plan: SheetPlan, { row }: Origin): number =>
  row + plan.body.length + plan.footer.length;

export const lastColumn = ({ origin, width }: TableColumns): number => origin.column + width - 1;

/** The table's columns, such as `B:I`. */
export const columnsName = (table: TableColumns): string =>
  `${columnName(table.origin.column)}:${columnName(lastColumn(table))}`;

/** The A1 name of a cell by its zero-based place in the table. */
export const cellName = ({ row, column }: Origin, rowIndex: number, columnIndex: number): string =>
  `${columnName(column + columnIndex)}${row + rowIndex}`;

/** The A1 name of the table's columns from one of its zero-based rows to another, both inclusive. */
export const rowsName = ({ origin, width }: TableColumns, fromIndex: number, toIndex: number): string =>
  `${cellName(origin, fromIndex, 0)}:${cellName(origin, toIndex, width - 1)}`;
