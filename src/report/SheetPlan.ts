/**
 * A sheet as data: everything the writer has to put into the table of one sheet. Pure; the writer, the tests and
 * the preview read the same plan.
 */
import type { SheetKind } from '../domain/sheet-kind';

/** Where a new sheet gets its table: B2, below an empty row and beside an empty column. Both count from 1. */
export const NEW_TABLE = { row: 2, column: 2 } as const;

/**
 * A cell: text is written as text, a number as a number (dates are day numbers), null is an empty cell. Only what people
 * have put into their own columns may be true or false.
 */
export type CellValue = string | number | boolean | null;

export type HorizontalAlignment = 'left' | 'center' | 'right';

/** Points of the font of a new spreadsheet. */
export const FONT_SIZE = 10;

/** `#rrggbb` in lower case. */
export type Color = `#${string}`;

/**
 * What the cells of a column hold in the body: a short text, a long text that may take several lines, a number as it
 * is, in the middle or on the right, a whole number, money, VAT (money that may be «нет»), a day, a month by its first
 * day; a long text or a bar of signs, or in some rows a number, which those rows then say how to show; or whatever people
 * write, in the last columns.
 */
export type ColumnKind =
  | 'text'
  | 'wrapped'
  | 'number'
  | 'amount'
  | 'whole'
  | 'money'
  | 'vat'
  | 'day'
  | 'month'
  | 'mixed'
  | 'bar'
  | 'note';

export interface PlannedColumn {
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** Whether its cells lead where their rows' links say; at most one column of a sheet. */
  readonly hasLinks: boolean;
  /** What a row of totals shows in it. */
  readonly total: 'label' | 'sum' | null;
}

/** How the cells of one row look, column by column. Rows that look alike share one object. */
export interface RowStyle {
  readonly formats: readonly string[];
  readonly alignments: readonly HorizontalAlignment[];
  readonly fills: readonly (Color | null)[];
  readonly weights: readonly ('bold' | 'normal')[];
  readonly colors: readonly Color[];
  /** Points; those of a new spreadsheet where they are left out. */
  readonly sizes?: readonly number[];
}

export interface PlannedRow {
  readonly values: readonly CellValue[];
  readonly style: RowStyle;
  /** Where the cell of the column with links leads, null for no link. */
  readonly link: string | null;
  /** A medium line under this row closes a group (the last row of an invoice on the detail sheet). */
  readonly endsGroup: boolean;
}

/**
 * Texts of the report's own that make a row of a sheet known, by how they begin: those of earlier reports too, in
 * whatever currency.
 */
export interface OwnTexts {
  /** Of totals under the body, in the column of their labels: nothing but totals follows them. */
  readonly totals: readonly string[];
  /** In any column, of rows of the body that hold no amount. */
  readonly body: readonly string[];
  /** Whole rows of the body that are titles of those below them. */
  readonly titles?: readonly (readonly CellValue[])[];
}

/** Rows of a table, from the header's, which is 0; both inclusive. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** Cells of a table: its header's first cell is row 0, column 0. */
export interface PlannedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A chart beside a table. It shows cells, so it is made once and goes on by itself. */
export interface PlannedChart {
  /** Tells it from the others of its sheet, for good: a short word. */
  readonly key: string;
  readonly title: string;
  readonly type: 'column' | 'bar';
  /** The first holds the labels, the others the figures; all are of the same rows, and the first row is their header. */
  readonly ranges: readonly PlannedArea[];
  /** The cell that its upper left corner is put into, counted as the cells of ranges are. */
  readonly anchor: { readonly row: number; readonly column: number };
  readonly isStacked: boolean;
  /** One for each column of figures. */
  readonly colors: readonly Color[];
  readonly hasLegend: boolean;
}

export interface SheetPlan {
  readonly sheet: SheetKind;
  readonly title: string;
  /** The table's columns, from its first one on. Every row has a cell for each. */
  readonly columns: readonly PlannedColumn[];
  /** So many of them every table of this sheet begins with; those of one's choice stand right of them. */
  readonly fixedColumns: number;
  readonly ownTexts: OwnTexts;
  /** The table's first row. */
  readonly header: PlannedRow;
  /** The bordered table below it. */
  readonly body: readonly PlannedRow[];
  /**
   * Of a body that always has so many rows, be they empty, those that have lines: thin ones round each cell, a medium one
   * round each block. Left out where the body is as long as what stands in it, and all of it has lines, group by group.
   */
  readonly blocks?: readonly RowSpan[];
  /** Unbordered rows directly below the body: blank rows and totals. */
  readonly footer: readonly PlannedRow[];
  /** The first lines of the note of the header's first cell: what the sheet itself has to say. */
  readonly noteLines: readonly string[];
  /** Google's own, where it can draw them. */
  readonly charts?: readonly PlannedChart[];
}

/** Whether the cells of the body hold text, so that they are `@` cells. */
export const isTextual = ({ kind }: Pick<PlannedColumn, 'kind'>): boolean =>
  kind === 'text' || kind === 'wrapped' || isMixed({ kind });

/** Whether some rows hold a number there. */
export const isMixed = ({ kind }: Pick<PlannedColumn, 'kind'>): boolean => kind === 'mixed' || kind === 'bar';

/** How many of a plan's columns are the report's; the rest are the people's. */
export function ownWidth({ columns }: Pick<SheetPlan, 'columns'>): number {
  const first = columns.findIndex(({ kind }) => kind === 'note');
  return first === -1 ? columns.length : first;
}

const LETTERS = 26;
const CODE_OF_A = 65;

/** 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(CODE_OF_A + ((column - 1) % LETTERS));
  return column <= LETTERS ? letter : columnName(Math.floor((column - 1) / LETTERS)) + letter;
}
