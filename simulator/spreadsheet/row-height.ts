/** Sheets fits a row to its wrapped texts by itself; not every reader of `.xlsx` does, so the file says how high. */
import type { Cell } from './cell';
import { LIMITS } from '../limits';
import type { SheetModel } from './SheetModel';

/** Pixels of an average character and of the padding, at the default font size. */
const CHARACTER_WIDTH = 6;
const PADDING = 6;
/** Pixels from one line to the next, at the default font size. */
const LINE_HEIGHT = 17;
/** Pixels: 409 points (Microsoft, "Excel specifications and limits"). */
const MAX_ROW_HEIGHT = 545;

/** Estimated pixels by row from 1, only for rows that need more than one line, or letters larger than usual. */
export function fittedRowHeights(sheet: SheetModel): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  sheet.forEachCell((cell, row, column) => {
    const width = sheet.columnWidths[column] ?? LIMITS.columnWidthPixels;
    const isWrapped = cell.style.wrap === 'WRAP' && typeof cell.value === 'string';
    const height = heightOf(cell, isWrapped ? String(cell.value) : '', width);
    if (height > (heights.get(row) ?? LIMITS.rowHeightPixels)) heights.set(row, height);
  });
  return heights;
}

function heightOf(cell: Cell, text: string, width: number): number {
  const scale = (cell.style.fontSize ?? LIMITS.fontSizePoints) / LIMITS.fontSizePoints;
  const perLine = Math.max(1, Math.floor((width - PADDING) / (CHARACTER_WIDTH * scale)));
  const lines = text
    .split('\n')
    .reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / perLine)), 0);
  if (lines === 1 && scale <= 1) return 0;
  return Math.min(MAX_ROW_HEIGHT, lines * LINE_HEIGHT * scale + PADDING);
}
