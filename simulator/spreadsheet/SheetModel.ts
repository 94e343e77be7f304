/** One sheet as it is kept between executions: a sparse grid of cells and what surrounds them. */
import { type Area, lastColumnOf, lastRowOf } from './area';
import { type Cell, hasContent } from './cell';
import { LIMITS } from '../limits';
import { afterDeleting, afterInserting, type Side, splice } from './moved-areas';
import { movedCharts } from './moved-charts';
import { movedRules } from './moved-rules';
import type {
  Banding,
  Borders,
  Chart,
  ConditionalRule,
  Metadata,
  NamedArea,
  Protection,
  SheetTypeName,
  TypedTable,
  ValidationRule,
} from './sheet-parts';
import { plainStyle } from './StyleTable';

type Row = (Cell | undefined)[];

export class SheetModel {
  type: SheetTypeName = 'GRID';
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  maxRows: number = LIMITS.newSheetRows;
  maxColumns: number = LIMITS.newSheetColumns;
  filter: Area | null = null;
  merges: readonly Area[] = [];
  bandings: readonly Banding[] = [];
  conditionalRules: readonly ConditionalRule[] = [];
  validations: readonly ValidationRule[] = [];
  tables: readonly TypedTable[] = [];
  charts: readonly Chart[] = [];
  metadata: Metadata[] = [];
  /** By column from 1: what hangs on the column and goes where it goes. */
  columnMetadata: (readonly Metadata[] | undefined)[] = [];
  namedAreas: readonly NamedArea[] = [];
  protections: Protection[] = [];
  /** Pixels, by column from 1; the rest have the default. */
  columnWidths: (number | undefined)[] = [];
  /** Pixels, by row from 1; the rest have the default. */
  rowHeights: (number | undefined)[] = [];
  // Row 0 and column 0 hold nothing but the lines over the first row and left of the first column.
  private rows: (Row | undefined)[] = [];

  constructor(
    readonly id: number,
    public name: string,
  ) {}

  peek(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  touch(row: number, column: number): Cell {
    const cells = (this.rows[row] ??= []);
    return (cells[column] ??= { value: '', formula: '', style: plainStyle, note: '', runs: [] });
  }

  /** Visits every cell of an area, made where missing, row by row. */
  touchAll(area: Area, visit: (cell: Cell, row: number, column: number) => void): void {
    for (let row = area.row; row <= lastRowOf(area); row += 1) {
      for (let column = area.column; column <= lastColumnOf(area); column += 1) {
        visit(this.touch(row, column), row, column);
      }
    }
  }

  /** The area as rows of answers; cells that were never touched come as undefined. */
  map<T>(area: Area, read: (cell: Cell | undefined, row: number, column: number) => T): T[][] {
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => {
        const [row, column] = [area.row + r, area.column + c];
        return read(this.peek(row, column), row, column);
      }),
    );
  }

  /** Visits the cells that exist, row by row. */
  forEachCell(visit: (cell: Cell, row: number, column: number) => void): void {
    this.rows.forEach((cells, row) => {
      if (row === 0) return;
      cells?.forEach((cell, column) => {
        if (cell && column > 0) visit(cell, row, column);
      });
    });
  }

  borders(row: number, column: number): Borders {
    const own = this.peek(row, column)?.style;
    return {
      top: this.peek(row - 1, column)?.style.bottom ?? null,
      left: this.peek(row, column - 1)?.style.right ?? null,
      bottom: own?.bottom ?? null,
      right: own?.right ?? null,
    };
  }

  /** The last row with a value or formula; 0 when empty. Looks alone do not count. */
  lastRow(): number {
    for (let row = this.rows.length - 1; row > 0; row -= 1) {
      if (this.rows[row]?.some(hasContent)) return row;
    }
    return 0;
  }

  lastColumn(): number {
    let last = 0;
    this.forEachCell((cell, _, column) => {
      if (column > last && hasContent(cell)) last = column;
    });
    return last;
  }

  /** Everything on it: under the same id as in a copy of the file, or under another as in a duplicate. */
  copy(id = this.id, name = this.name): SheetModel {
    const copied = Object.assign(new SheetModel(id, name), this, { id, name });
    copied.rows = this.rows.map((cells) => cells?.map((cell) => cell && { ...cell }));
    copied.metadata = this.metadata.map((metadata) => ({ ...metadata }));
    copied.columnMetadata = this.columnMetadata.map((all) => all?.map((metadata) => ({ ...metadata })));
    copied.protections = this.protections.map((protection) => ({
      ...protection,
      editors: new Set(protection.editors),
    }));
    copied.columnWidths = [...this.columnWidths];
    copied.rowHeights = [...this.rowHeights];
    return copied;
  }

  /** Cells of its grid, empty ones included. */
  gridCells(): number {
    return this.type === 'GRID' ? this.maxRows * this.maxColumns : 0;
  }

  area(): Area {
    return { row: 1, column: 1, rows: this.maxRows, columns: this.maxColumns };
  }

  insertRows(after: number, count: number): void {
    splice(this.rows, after + 1, 0, count);
    splice(this.rowHeights, after + 1, 0, count);
    this.maxRows += count;
    this.moveAreas((area) => afterInserting(area, 'rows', after, count));
  }

  deleteRows(from: number, count: number): void {
    splice(this.rows, from, count, 0);
    splice(this.rowHeights, from, count, 0);
    this.maxRows -= count;
    this.removeFromAreas('rows', from, count);
    this.frozenRows -= Math.max(0, Math.min(this.frozenRows, from + count - 1) - from + 1);
  }

  insertColumns(after: number, count: number): void {
    for (const cells of this.rows) if (cells) splice(cells, after + 1, 0, count);
    splice(this.columnWidths, after + 1, 0, count);
    splice(this.columnMetadata, after + 1, 0, count);
    this.maxColumns += count;
    this.moveAreas((area) => afterInserting(area, 'columns', after, count));
  }

  deleteColumns(from: number, count: number): void {
    for (const cells of this.rows) if (cells) splice(cells, from, count, 0);
    splice(this.columnWidths, from, count, 0);
    splice(this.columnMetadata, from, count, 0);
    this.maxColumns -= count;
    this.removeFromAreas('columns', from, count);
    this.frozenColumns -= Math.max(0, Math.min(this.frozenColumns, from + count - 1) - from + 1);
  }

  private removeFromAreas(side: Side, from: number, count: number): void {
    this.moveAreas((area) => afterDeleting(area, side, from, count));
  }

  /** Everything that refers to cells; names stay, without cells in the end. */
  private moveAreas(move: (area: Area) => Area | null): void {
    const kept = <T extends { readonly area: Area }>(all: readonly T[]): T[] =>
      all.flatMap((one) => {
        const area = move(one.area);
        return area === null ? [] : [{ ...one, area }];
      });
    this.namedAreas = this.namedAreas.map((named) => ({ ...named, area: named.area && move(named.area) }));
    this.filter &&= move(this.filter);
    this.merges = kept(this.merges.map((area) => ({ area }))).map(({ area }) => area);
    this.bandings = kept(this.bandings);
    this.validations = kept(this.validations);
    this.conditionalRules = movedRules(this.conditionalRules, move);
    this.charts = movedCharts(this.charts, move);
  }
}
