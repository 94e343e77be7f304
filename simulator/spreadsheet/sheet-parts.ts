/** What a sheet holds besides its cells: plain data. */
import type { Area } from './area';
import type { Edge } from './StyleTable';

export interface Metadata {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
}

export interface Protection {
  readonly id: number;
  /** null is the whole sheet. */
  readonly area: Area | null;
  description: string;
  /** People are only asked, nothing is refused. */
  warningOnly: boolean;
  /** E-mail addresses. */
  readonly editors: Set<string>;
  /** Left out of the protection of a whole sheet. */
  unprotected: readonly Area[];
}

/** Alternating colours. */
export interface Banding {
  readonly area: Area;
  readonly theme: string;
}

export interface ConditionalRule {
  readonly areas: readonly Area[];
  /** A formula that says where the rule holds, as it is for the first cell of the first area. */
  readonly formula: string;
  /** `#rrggbb`; null leaves the cell's. */
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
}

/** What a cell takes from a list, or of a checkbox; an empty cell is always taken. */
export interface ValidationRule {
  readonly area: Area;
  readonly criteria: 'VALUE_IN_LIST' | 'CHECKBOX';
  /** Of a checkbox its two values, ticked first. */
  readonly allowed: readonly (string | number | boolean)[];
  /** Whether other values are kept and marked, rather than refused. */
  readonly allowsInvalid: boolean;
}

/** What a script may be refused in the typed columns of a table. */
export type TypedAspect = 'looks' | 'values';

/** «Преобразовать в таблицу»: its columns have types, which refuse what a script writes. */
export interface TypedTable {
  readonly area: Area;
  readonly refuses: readonly TypedAspect[];
}

export interface Chart {
  readonly id: number;
  readonly type: string;
  readonly areas: readonly Area[];
  /** How many rows of the areas are their heads; null leaves that to Google. */
  readonly headers: number | null;
  /** The cell that holds its upper left corner, and pixels from there. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Borders {
  readonly top: Edge | null;
  readonly left: Edge | null;
  readonly bottom: Edge | null;
  readonly right: Edge | null;
}

/** A sheet of cells; a chart on its own sheet; a connected data source. Only the first has a grid. */
export type SheetTypeName = 'GRID' | 'OBJECT' | 'DATASOURCE';

/** A name for cells of a sheet. */
export interface NamedArea {
  readonly name: string;
  /** null once all of its rows or columns are deleted. */
  readonly area: Area | null;
  /** A duplicated sheet brings the names along, which then hold within it alone. */
  readonly ofSheetAlone: boolean;
}
