/**
 * Brings the planned values into the area and makes sure that each cell holds exactly what was planned: one
 * setValues, one read-back where it may have gone otherwise, and rich text for the columns whose text changed.
 */
import { COLUMN_COUNT, type CellValue, type PlannedRow, type SheetPlan } from '../report/SheetPlan';
import { writerTexts } from '../texts/writer-texts';
import { areaDownTo, type PlacedTable } from './area';
import { tookOver } from './cell-comparison';
import type { LookedRows } from './look';
import { cellName, lastPlannedRow } from './planned-area';
import { LINK_COLUMN, writeRichColumn } from './rich-texts';
import { literal } from './text-safety';
import type { Range, SpreadsheetService, Table } from './workbook-seams';
import { WriterError } from './WriterError';

type Rows = readonly PlannedRow[];

/** A cell by its zero-based place in the area. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is handed to Google for the planned rows. */
type Entered = Table<string | number>;

/**
 * Writes the planned rows and blanks those below them. Formats must stand already, and no cells be merged: only
 * the first of those takes a value.
 */
export function enterValues(table: PlacedTable, { plan, rows, surplusRows }: LookedRows): Entered {
  const values = rows.map(enterableRow);
  const blank = Array.from({ length: COLUMN_COUNT }, () => '');
  areaDownTo(table, lastPlannedRow(plan, table.origin) + surplusRows).setValues([
    ...values,
    ...Array.from({ length: surplusRows }, () => blank),
  ]);
  return values;
}

export interface EnteredValues {
  readonly plan: SheetPlan;
  readonly rows: Rows;
  readonly values: Entered;
  /** Whether to look if every cell took its value. */
  readonly readsBack: boolean;
}

/**
 * Puts the links, and the texts that a cell did not keep as they were entered.
 * @throws WriterError CELL_DIFFERS where a cell that was read back holds something else in the end
 */
export function writeTexts(
  table: PlacedTable,
  { plan, rows, values, readsBack }: EnteredValues,
  app: SpreadsheetService,
): void {
  if (plan.body.some(({ link }) => link !== null)) writeRichColumn(table, plan, LINK_COLUMN, app);
  if (!readsBack) return;
  const planned = areaDownTo(table, lastPlannedRow(plan, table.origin));
  // Only a text that needed protection can be a formula now, even one whose result is its own text.
  const mayBeFormulas = rows.some((row, r) => isProtected(row, values[r] ?? []));
  let changed = changedCells(planned, rows, mayBeFormulas);
  if (changed.length > 0) {
    const columns = new Set(changed.map(({ column }) => column));
    columns.forEach((column) => {
      if (plan.textColumns.includes(column)) writeRichColumn(table, plan, column, app);
    });
    changed = changedCells(planned, rows, mayBeFormulas);
  }
  const [first] = changed;
  if (first === undefined) return;
  const cell = cellName(table.origin, first.row, first.column);
  throw new WriterError('CELL_DIFFERS', writerTexts.cellDiffers(table.sheet.getName(), cell));
}

const enterable = (value: CellValue): string | number =>
  typeof value === 'string' ? literal(value) : (value ?? '');

const isEntered = (values: PlannedRow['values']): values is readonly (string | number)[] =>
  values.every((value) => value !== null && enterable(value) === value);

/** The plan's own row where it can be handed over as it is. */
const enterableRow = ({ values }: PlannedRow): readonly (string | number)[] =>
  isEntered(values) ? values : values.map(enterable);

const isProtected = ({ values }: PlannedRow, entered: readonly (string | number)[]): boolean =>
  values !== entered && values.some((value, c) => typeof value === 'string' && value !== entered[c]);

function changedCells(planned: Range, rows: Rows, mayBeFormulas: boolean): Place[] {
  const values = planned.getValues();
  const formulas = mayBeFormulas ? planned.getFormulas() : [];
  const changed: Place[] = [];
  rows.forEach((row, r) => {
    row.values.forEach((value, c) => {
      const isTaken = tookOver(values[r]?.[c], value) && (formulas[r]?.[c] ?? '') === '';
      if (!isTaken) changed.push({ row: r, column: c });
    });
  });
  return changed;
}
