/** Where a plan lies on its sheet: B2:I down to its last row, and how that area is named. */
import { COLUMN_COUNT, type PlannedRow, type SheetPlan } from '../report/SheetPlan';

export type SheetKind = SheetPlan['sheet'];

/** The header's row; row 1 stays empty. */
export const FIRST_ROW = 2;
/** Column B; column A is a margin. */
export const FIRST_COLUMN = 2;
export const LAST_COLUMN = FIRST_COLUMN + COLUMN_COUNT - 1;

const COLUMN_LETTERS = 'ABCDEFGHI';

export const plannedRows = (plan: SheetPlan): readonly PlannedRow[] => [
  plan.header,
  ...plan.body,
  ...plan.footer,
];

export const lastPlannedRow = (plan: SheetPlan): number => FIRST_ROW + plan.body.length + plan.footer.length;

/** The A1 name of a cell by its zero-based place in the area. */
export const cellName = (rowIndex: number, columnIndex: number): string =>
  `${COLUMN_LETTERS.charAt(FIRST_COLUMN + columnIndex - 1)}${rowIndex + FIRST_ROW}`;

/** The A1 name of B:I from one zero-based row of the area to another, both inclusive. */
export const rowsName = (fromIndex: number, toIndex: number): string =>
  `${cellName(fromIndex, 0)}:${cellName(toIndex, COLUMN_COUNT - 1)}`;
