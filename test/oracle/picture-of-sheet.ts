/** A sheet of the simulator as a picture of it, but for A1, which keeps the time of the line over the table. */
import { dayNumber } from '../../src/domain/calendar-day';
import type { IsoDate } from '../../src/domain/ids';
import type { Cell, SheetModel } from '../../simulator/spreadsheet';
import type { Edge } from '../../simulator/spreadsheet/StyleTable';
import { at, type CellPicture, type SheetPicture } from './picture';

const DAY = 86_400_000;
const NUMBER_OF_1970 = dayNumber('1970-01-01' as IsoDate);
const DAY_FORMAT = /yyyy/;
/** Points of the font of a new spreadsheet. */
const ORDINARY = 10;
const BLACK = '#000000';
const NO_FILL = [null, '#ffffff'];
const LINES = { SOLID: 'thin', SOLID_MEDIUM: 'medium' } as const;

export function pictureOfSheet(sheet: SheetModel): SheetPicture {
  const cells = new Map<string, CellPicture>();
  const under = new Map<string, string>();
  const right = new Map<string, string>();
  const [rows, columns] = [sheet.lastRow() + 1, sheet.lastColumn() + 1];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const cell = sheet.peek(row, column);
      if (cell === undefined) continue;
      if (row > 0 && column > 0 && row * column > 1) cells.set(at(row, column), cellPicture(cell));
      if (cell.style.bottom) under.set(at(row, column), lineOf(cell.style.bottom));
      if (cell.style.right) right.set(at(row, column), lineOf(cell.style.right));
    }
  }
  const { columnWidths, frozenRows, frozenColumns } = sheet;
  const widths = Array.from({ length: columns }, (_, index) => columnWidths[index + 1] ?? 0);
  return { cells, under, right, widths, frozenRows, frozenColumns };
}

function lineOf({ style, color }: Edge): string {
  const name = style === 'SOLID' || style === 'SOLID_MEDIUM' ? LINES[style] : style;
  return color === BLACK ? name : `${name} ${color}`;
}

function cellPicture(cell: Cell): CellPicture {
  const { style, note, runs } = cell;
  const fill = style.background;
  return {
    value: valueOf(cell),
    format: style.numberFormat ?? 'General',
    fill: NO_FILL.includes(fill) ? null : (fill ?? '').toUpperCase(),
    bold: style.fontWeight === 'bold',
    size: style.fontSize ?? ORDINARY,
    color: (style.fontColor ?? BLACK).toUpperCase(),
    horizontal: style.horizontalAlignment,
    wrap: style.wrap === 'WRAP',
    plain: style.fontStyle === 'normal' && style.fontLine === 'none',
    link: runs.find(({ link }) => link)?.link ?? null,
    hasNote: note !== '',
  };
}

function valueOf({ value, formula, style }: Cell): string {
  if (formula !== '') return `formula ${formula}`;
  if (value === '') return 'empty';
  if (typeof value === 'string') return `text ${value}`;
  if (typeof value !== 'number' || !DAY_FORMAT.test(style.numberFormat ?? ''))
    return `${typeof value} ${String(value)}`;
  return `day ${new Date((value - NUMBER_OF_1970) * DAY).toISOString().slice(0, 10)}`;
}
