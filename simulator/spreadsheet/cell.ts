/** What one cell holds. Dates are numbers (days since 1899-12-30) whose format says so, as in Sheets. */
import type { CellStyle } from './StyleTable';

/** `''` is empty. */
export type CellValue = string | number | boolean;

/** What a run of rich text sets itself; a missing property is the cell's. */
export interface RunStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly fontFamily?: string;
  /** Points. */
  readonly fontSize?: number;
  /** `#rrggbb`. */
  readonly color?: string;
}

/** A stretch of a text, `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly style: RunStyle;
  readonly link: string | null;
}

export interface Cell {
  value: CellValue;
  /** With its `=`; `''` where there is none. */
  formula: string;
  style: CellStyle;
  note: string;
  /** Empty where the text has no look or link of its own. */
  runs: readonly TextRun[];
}

/** Formulas are not computed: this is what such a cell shows unless its writer said what it would show. */
export const UNCOMPUTED = '#SIMULATED!';

export const hasContent = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.value !== '' || cell.formula !== '');

export function clearContent(cell: Cell): void {
  cell.value = '';
  cell.formula = '';
  cell.runs = [];
}
