/**
 * Brings the planned values into the area and makes sure that each cell holds exactly what was planned: one
 * setValues, one read-back, and rich text for the columns whose text the platform changed.
 */
import type { CellValue, SheetPlan } from '../report/SheetPlan';
import { writerTexts } from '../texts/writer-texts';
import { areaDownTo } from './area';
import { tookOver } from './cell-comparison';
import { cellName, COLUMN_COUNT, lastPlannedRow, plannedRows } from './planned-area';
import { LINK_COLUMN, writeRichColumn } from './rich-texts';
import { literal } from './text-safety';
import type { Range, Sheet, SpreadsheetService } from './workbook-seams';
import { WriterError } from './WriterError';

/** A cell by its zero-based place in the area. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Writes the planned rows and blanks the `surplusRows` below them. Formats must stand already.
 * @throws WriterError CELL_DIFFERS where a cell holds something else in the end
 */
export function writeValues(
  sheet: Sheet,
  plan: SheetPlan,
  surplusRows: number,
  app: SpreadsheetService,
): void {
  const planned = areaDownTo(sheet, lastPlannedRow(plan));
  enterValues(sheet, plan, surplusRows, app);
  let changed = changedCells(planned, plan);
  if (changed.length > 0 && breakMerges(planned)) {
    enterValues(sheet, plan, surplusRows, app);
    changed = changedCells(planned, plan);
  }
  if (changed.length > 0) {
    const columns = new Set(changed.map(({ column }) => column));
    columns.forEach((column) => {
      if (plan.textColumns.includes(column)) writeRichColumn(sheet, plan, column, app);
    });
    changed = changedCells(planned, plan);
  }
  const [first] = changed;
  if (first === undefined) return;
  const cell = cellName(first.row, first.column);
  throw new WriterError('CELL_DIFFERS', writerTexts.cellDiffers(sheet.getName(), cell));
}

function enterValues(sheet: Sheet, plan: SheetPlan, surplusRows: number, app: SpreadsheetService): void {
  areaDownTo(sheet, lastPlannedRow(plan) + surplusRows).setValues([
    ...plannedRows(plan).map(({ values }) => values.map(enterable)),
    ...Array.from({ length: surplusRows }, () => Array.from({ length: COLUMN_COUNT }, () => '')),
  ]);
  if (plan.body.some(({ link }) => link !== null)) writeRichColumn(sheet, plan, LINK_COLUMN, app);
}

/** Cells that a user has merged take no values; tells whether there were any. */
function breakMerges(range: Range): boolean {
  const merged = range.getMergedRanges();
  merged.forEach((cells) => cells.breakApart());
  return merged.length > 0;
}

const enterable = (value: CellValue): string | number =>
  typeof value === 'string' ? literal(value) : (value ?? '');

function changedCells(planned: Range, plan: SheetPlan): Place[] {
  const rows = plannedRows(plan);
  const values = planned.getValues();
  // Only a text that needed protection can be a formula now, even one whose result is its own text.
  const protectedTexts = rows.some((row) => row.values.some((value) => enterable(value) !== (value ?? '')));
  const formulas = protectedTexts ? planned.getFormulas() : [];
  return rows.flatMap((row, r) =>
    row.values.flatMap((value, c) => {
      const kept = tookOver(values[r]?.[c], value) && (formulas[r]?.[c] ?? '') === '';
      return kept ? [] : [{ row: r, column: c }];
    }),
  );
}
