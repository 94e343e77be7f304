/**
 * Brings the planned values into the area and makes sure that each cell holds what was planned: one setValues, one
 * read-back where it may have gone otherwise, and rich text for the columns whose text changed.
 */
import { type CellValue, isTextual, ownWidth, type PlannedRow, type SheetPlan } from '../report/SheetPlan';
import { writerTexts } from '../texts/writer-texts';
import { type AlteredText, isAlike, withSubstitutes } from './altered-texts';
import { areaBetween, areaDownTo, cellName, lastPlannedRow, type PlacedTable } from './area';
import { tookOver } from './cell-comparison';
import { type LookedRows, withBlank } from './cell-formats';
import { linkColumnOf, writeRichColumn } from './rich-texts';
import { asText, literal } from './text-safety';
import type { Range, SpreadsheetService, Table } from '../platform/spreadsheet';
import { WriterError } from './WriterError';

type Rows = readonly PlannedRow[];

/** A cell that holds something else than planned. */
interface ChangedCell extends Omit<AlteredText, 'text'> {
  readonly text: CellValue;
  readonly isFormula: boolean;
}

type Entry = string | number | boolean;

/** What is handed to Google for the planned rows. */
type Entered = Table<Entry>;

/** Columns right of the planned ones that the report gives back. */
export interface GivenBack {
  readonly columns: number;
  /** Down to this row of the sheet they are the report's. */
  readonly lastRow: number;
}

/**
 * Writes the planned rows, and blanks those below them and the columns right of them that are given back: each row by one
 * call, so that wherever a write ends, a row holds all of its old values or all of its new ones, and nothing else.
 * Formats must stand already, and no cells be merged: only the first of those takes a value.
 */
export function enterValues(table: PlacedTable, looked: LookedRows, givenBack?: GivenBack): Entered {
  const { origin, width } = table;
  const own = ownWidth(looked.plan);
  const values = looked.rows.map((row) => enterableRow(row, own));
  const all = withBlank<Entry>(values, '', looked);
  const { columns, lastRow } = givenBack ?? { columns: 0, lastRow: 0 };
  const wide = columns === 0 ? 0 : Math.min(all.length, lastRow - origin.row + 1);
  const enter = (area: PlacedTable, rows: Entered, from: number): void => {
    if (rows.length > 0) areaBetween(area, from, from + rows.length - 1).setValues(rows);
  };
  const blank = Array.from({ length: columns }, () => '');
  const widened = all.slice(0, wide).map((row) => [...row, ...blank]);
  enter({ ...table, width: width + columns }, widened, origin.row);
  enter(table, all.slice(wide), origin.row + wide);
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
 * Puts the links, and the texts that a cell did not keep as they were entered: once more as they are, then with «�» for
 * what does not stay. What a cell makes of a text in the end is left there.
 * @returns the texts that cells show otherwise
 * @throws WriterError CELL_DIFFERS where a number that was read back is another, or a text has become a formula
 */
export function writeTexts(
  table: PlacedTable,
  { plan, rows, values, readsBack }: EnteredValues,
  app: SpreadsheetService,
): readonly AlteredText[] {
  const linkColumn = linkColumnOf(plan);
  if (linkColumn !== -1) writeRichColumn(table, plan, linkColumn, app);
  if (!readsBack) return [];
  const planned = areaDownTo(table, lastPlannedRow(plan, table.origin));
  // Only a text that needed protection can be a formula now, even one whose result is its own text.
  const own = ownWidth(plan);
  const mayBeFormulas = rows.some((row, r) => isProtected(row, values[r] ?? [], own));
  const changedNow = (): readonly ChangedCell[] => changedCells(planned, rows, mayBeFormulas);
  let changed = changedNow();
  if (changed.length > 0) {
    writeAgain(table, plan, changed, app);
    changed = changedNow();
  }
  const lost = changed.filter(isLost);
  if (lost.length > 0) {
    writeAgain(table, substituted(plan, lost), lost, app);
    changed = changedNow();
  }
  return changed.map((cell) => {
    if (isAltered(cell)) return cell;
    const name = cellName(table.origin, cell.row, cell.column);
    throw new WriterError('CELL_DIFFERS', writerTexts.cellDiffers(table.sheet.getName(), name));
  });
}

/** Whether more of the text is lost than nobody misses, and another form of it may stay. */
const isLost = ({ text, shown }: ChangedCell): boolean =>
  typeof text === 'string' && withSubstitutes(text) !== text && !isAlike({ text, shown });

const isAltered = (cell: ChangedCell): cell is ChangedCell & AlteredText =>
  typeof cell.text === 'string' && !cell.isFormula;

/** Writes the text columns of these cells. */
function writeAgain(
  table: PlacedTable,
  plan: SheetPlan,
  cells: readonly ChangedCell[],
  app: SpreadsheetService,
): void {
  new Set(cells.map(({ column }) => column)).forEach((index) => {
    const column = plan.columns[index];
    if (column !== undefined && isTextual(column)) writeRichColumn(table, plan, index, app);
  });
}

/** The plan with nothing in the texts of these cells that a spreadsheet might not keep. */
function substituted(plan: SheetPlan, cells: readonly ChangedCell[]): SheetPlan {
  const rows = plan.body.map(({ values }) => values);
  for (const { row, column } of cells) {
    rows[row - 1] = (rows[row - 1] ?? []).map((value, c) =>
      c === column && typeof value === 'string' ? withSubstitutes(value) : value,
    );
  }
  return { ...plan, body: plan.body.map((row, r) => ({ ...row, values: rows[r] ?? row.values })) };
}

const enterable = (value: CellValue, isOwn: boolean): Entry => {
  if (typeof value !== 'string') return value ?? '';
  return isOwn ? literal(value) : asText(value);
};

/** The plan's own row where it can be handed over as it is. `own`: how many of the columns are the report's. */
function enterableRow({ values }: PlannedRow, own: number): readonly Entry[] {
  const isEntered = (all: PlannedRow['values']): all is readonly Entry[] =>
    all.every((value, c) => value !== null && enterable(value, c < own) === value);
  return isEntered(values) ? values : values.map((value, c) => enterable(value, c < own));
}

/** Notes are not asked about: the apostrophe of an automatic cell leaves no doubt. */
const isProtected = ({ values }: PlannedRow, entered: readonly Entry[], own: number): boolean =>
  values !== entered &&
  values.some((value, c) => c < own && typeof value === 'string' && value !== entered[c]);

function changedCells(planned: Range, rows: Rows, mayBeFormulas: boolean): readonly ChangedCell[] {
  const values = planned.getValues();
  const formulas = mayBeFormulas ? planned.getFormulas() : [];
  const changed: ChangedCell[] = [];
  rows.forEach((planned, row) => {
    planned.values.forEach((text, column) => {
      const shown = values[row]?.[column];
      const isFormula = (formulas[row]?.[column] ?? '') !== '';
      if (isFormula || !tookOver(shown, text)) changed.push({ row, column, text, shown, isFormula });
    });
  });
  return changed;
}
