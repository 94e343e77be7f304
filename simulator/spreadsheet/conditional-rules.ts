/** Which conditional formats hold, and how cells look by them. */
import { type Area, columnNumber, contains } from './area';
import type { Cell } from './cell';
import type { ConditionalRule } from './sheet-parts';
import type { SheetModel } from './SheetModel';
import type { CellStyle } from './StyleTable';

type Place = readonly [row: number, column: number];

const oneCell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** The only formulas that are computed: whether a time lies more than so many hours back. */
const HOURS_SINCE = /^=\(NOW\(\)-(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)\)\*24>(\d+(?:\.\d+)?)$/i;

/**
 * The rules that give a cell its look, the first one first.
 * @param now as a day number of the spreadsheet
 */
export function rulesHolding(
  sheet: SheetModel,
  row: number,
  column: number,
  now: number,
): readonly ConditionalRule[] {
  return sheet.conditionalRules.filter(({ areas, formula }) => {
    const [first] = areas;
    if (first === undefined || !areas.some((area) => contains(area, oneCell(row, column)))) return false;
    const parts = HOURS_SINCE.exec(formula.replaceAll(' ', ''));
    if (parts === null) return false;
    const [, fixedColumn, letters = '', fixedRow, digits, hours] = parts;
    const value = sheet.peek(
      Number(digits) + (fixedRow === '' ? row - first.row : 0),
      columnNumber(letters) + (fixedColumn === '' ? column - first.column : 0),
    )?.value;
    const since = value === '' || value === undefined ? 0 : value;
    return typeof since === 'number' && (now - since) * 24 > Number(hours);
  });
}

/** The cell with the look that rules give it now: of two that hold the first has its way. */
export function cellAsShown(sheet: SheetModel, cell: Cell, [row, column]: Place, now: number): Cell {
  const held = rulesHolding(sheet, row, column, now);
  if (held.length === 0) return cell;
  const first = <K extends 'background' | 'fontColor' | 'bold'>(key: K): ConditionalRule[K] =>
    held.map((rule) => rule[key]).find((value) => value !== null) ?? null;
  const [background, fontColor, bold] = [first('background'), first('fontColor'), first('bold')];
  const style: CellStyle = {
    ...cell.style,
    ...(background === null ? {} : { background }),
    ...(fontColor === null ? {} : { fontColor }),
    ...(bold === null ? {} : { fontWeight: bold ? 'bold' : 'normal' }),
  };
  return { ...cell, style };
}
