/** Where a plan lies on its sheet, from its header's first cell to its last row, and how that area is named. */
import { COLUMN_COUNT, type PlannedRow, type SheetPlan } from '../report/SheetPlan';

export type SheetKind = SheetPlan['sheet'];

/** The header's first cell. Both count from 1. */
export interface Origin {
  readonly row: number;
  readonly column: number;
}

/** Where a new sheet gets its table: B2, below an empty row and beside an empty column. */
export const NEW_TABLE: Origin = { row: 2, column: 2 };

const LETTERS = 26;
const CODE_OF_A = 65;

export const plannedRows = (plan: SheetPlan): readonly PlannedRow[] => [
  plan.header,
  ...plan.body,
  ...plan.footer,
];

export const lastPlannedRow = (plan: SheetPlan, { row }: Origin): number =>
  row + plan.body.length + plan.footer.length;

export const lastColumn = ({ column }: Origin): number => column + COLUMN_COUNT - 1;

/** 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(CODE_OF_A + ((column - 1) % LETTERS));
  return column <= LETTERS ? letter : columnName(Math.floor((column - 1) / LETTERS)) + letter;
}

/** The table's columns, such as `B:I`. */
export const columnsName = (origin: Origin): string =>
  `${columnName(origin.column)}:${columnName(lastColumn(origin))}`;

/** The A1 name of a cell by its zero-based place in the table. */
export const cellName = ({ row, column }: Origin, rowIndex: number, columnIndex: number): string =>
  `${columnName(column + columnIndex)}${row + rowIndex}`;

/** The A1 name of the table's columns from one of its zero-based rows to another, both inclusive. */
export const rowsName = (origin: Origin, fromIndex: number, toIndex: number): string =>
  `${cellName(origin, fromIndex, 0)}:${cellName(origin, toIndex, COLUMN_COUNT - 1)}`;
