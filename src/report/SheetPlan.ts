/**
 * A sheet as data: everything the writer has to put into B2:I… of one sheet. Pure; the writer, the tests and
 * the preview read the same plan.
 */

/** Columns B…I. */
export const COLUMN_COUNT = 8;

/** A cell: text is written as text, a number as a number (dates are day numbers), null is an empty cell. */
export type CellValue = string | number | null;

export type HorizontalAlignment = 'left' | 'center' | 'right';

/** `#rrggbb` in lower case. */
export type Color = `#${string}`;

/** How one row of eight cells looks. Rows that look alike share one object. */
export interface RowStyle {
  readonly formats: readonly string[];
  readonly alignments: readonly HorizontalAlignment[];
  readonly fills: readonly (Color | null)[];
  readonly weights: readonly ('bold' | 'normal')[];
  readonly colors: readonly Color[];
}

export interface PlannedRow {
  readonly values: readonly CellValue[];
  readonly style: RowStyle;
  /** Where the first cell leads, null for no link. */
  readonly link: string | null;
  /** A medium line under this row closes a group (the last row of an invoice on the detail sheet). */
  readonly endsGroup: boolean;
}

export interface SheetPlan {
  readonly sheet: 'brief' | 'detail';
  readonly title: string;
  /** Pixel widths of the columns B…I. */
  readonly widths: readonly number[];
  /** Zero-based columns of the table that hold text in the body, written as `@` cells. */
  readonly textColumns: readonly number[];
  /** The header, row 2. */
  readonly header: PlannedRow;
  /** The bordered table, from row 3. */
  readonly body: readonly PlannedRow[];
  /** Unbordered rows directly below the body: blank rows and totals. */
  readonly footer: readonly PlannedRow[];
  /** The note of B2. */
  readonly note: string;
}
