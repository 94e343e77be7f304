/** Formulas of a table, and of the cells over it that bear its line, by one call. */
import { ownWidth, type SheetPlan } from '../report/SheetPlan';
import { lastPlannedRow, type PlacedTable } from './area';

export interface FormulasRead {
  /** Whether none stands in the table. */
  readonly hasNone: boolean;
  /** Of the cells over it, as far as there are any; `''` where a cell has none. */
  readonly over: readonly string[];
}

export function readFormulas({ sheet, origin: { row, column } }: PlacedTable, plan: SheetPlan): FormulasRead {
  const [above, left] = [Math.min(1, row - 1), Math.min(1, column - 1)];
  const rows = lastPlannedRow(plan, { row, column }) - row + 1;
  const area = sheet.getRange(row - above, column - left, rows + above, ownWidth(plan) + left);
  const formulas = area.getFormulas();
  const own = formulas.slice(above).map((cells) => cells.slice(left));
  return {
    hasNone: own.every((cells) => cells.every((formula) => formula === '')),
    over: formulas.slice(0, above).flatMap((cells) => cells.slice(0, left + 1)),
  };
}
