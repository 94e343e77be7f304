/** One sheet as the thread describes it to the page that draws it. Types only: the page runs in a browser. */

/** One sheet as a grid. Rows and columns count from 1; what is not named is empty and plain. */
export interface SheetView {
  readonly id: number;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels, by column. */
  readonly widths: Readonly<Record<number, number>>;
  /** Pixels, by row. */
  readonly heights: Readonly<Record<number, number>>;
  readonly looks: readonly CellLook[];
  readonly cells: readonly CellView[];
  readonly charts: readonly ChartView[];
}

/** A chart with what it shows just now. */
export interface ChartView {
  readonly id: number;
  /** A name of Google's, such as `COLUMN` and `BAR`. */
  readonly type: string;
  /** The cell that holds its upper left corner, and pixels from there. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Of the series, in their order. */
  readonly colors: readonly string[];
  readonly isStacked: boolean;
  readonly hasLegend: boolean;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Its place in `looks`. */
  readonly look: number;
  readonly note?: string;
  /** Of a checkbox; its text is not drawn. */
  readonly isTicked?: boolean;
  readonly runs?: readonly RunView[];
  /** What stands in the line of formulas where it is not the text. */
  readonly entry?: string;
}

export interface RunView {
  readonly text: string;
  readonly font: FontLook;
  readonly link: string | null;
}

export interface FontLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** Points. */
  readonly fontSize: number;
  /** `#rrggbb` */
  readonly color: string;
  /** null: the spreadsheet's default. */
  readonly fontFamily: string | null;
}

export interface EdgeLook {
  readonly style: 'DOTTED' | 'DASHED' | 'SOLID' | 'SOLID_MEDIUM' | 'SOLID_THICK' | 'DOUBLE';
  readonly color: string;
}

export interface CellLook {
  readonly font: FontLook;
  readonly background: string | null;
  readonly align: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle' | 'bottom';
  readonly wrap: 'OVERFLOW' | 'WRAP' | 'CLIP';
  readonly bottom: EdgeLook | null;
  readonly right: EdgeLook | null;
}
