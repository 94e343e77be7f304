/** What the writer reads of a sheet whose table it has to search for: cells and formats, and where the anchor says. */
import type { PlannedRow, SheetPlan } from '../../../src/report/SheetPlan';
import type { Anchor } from '../../../src/sheets/anchor';
import type { Search } from '../../../src/sheets/locate-columns';
import type { RowSearch } from '../../../src/sheets/locate-rows';
import { plannedRows } from '../../../src/sheets/area';
import { TEXT_FORMAT } from '../../../src/sheets/cell-formats';
import { briefPlan, textColumnsOf, WIDTH } from './plans';

export const titlesOf = (plan: SheetPlan): string[] => plan.header.values.map(String);

/** The titles of the brief sheet. */
export const TITLES = titlesOf(briefPlan([]));

/** Columns side by side from one on, as marks tell of them. */
export const sideBySide = (first: number): number[] => TITLES.map((_, index) => first + index);

/** A sheet of forty columns, as many rows as are filled. */
export class Reading {
  readonly cells: unknown[][] = [];
  private readonly formats: string[][] = [];

  /** Cells side by side from a place on, without any format. */
  put(row: number, column: number, values: readonly unknown[]): this {
    for (let at = this.cells.length; at < row; at += 1) {
      this.cells.push(Array.from({ length: 40 }, () => ''));
      this.formats.push(Array.from({ length: 40 }, () => 'General'));
    }
    values.forEach((value, index) => {
      (this.cells[row - 1] ?? []).splice(column - 1 + index, 1, value);
    });
    return this;
  }

  format(row: number, column: number, formats: readonly string[]): this {
    this.put(row, column, []);
    (this.formats[row - 1] ?? []).splice(column - 1, formats.length, ...formats);
    return this;
  }

  /** One row of a plan as the writer leaves it. */
  planned(row: number, column: number, { values, style }: PlannedRow, plan: SheetPlan): this {
    const isBody = plan.body.some(({ style: own }) => own === style);
    const formats = style.formats.map((format, index) =>
      isBody && textColumnsOf(plan).includes(index) ? TEXT_FORMAT : format,
    );
    const cells = values.map((value) => value ?? '');
    return this.put(row, column, cells).format(row, column, formats);
  }

  /** A plan as it was written, with its header in `row`. */
  table(row: number, column: number, plan: SheetPlan): this {
    plannedRows(plan).forEach((planned, index) => this.planned(row + index, column, planned, plan));
    return this;
  }

  /** For the search of columns; nothing but the cells tells of a table unless said otherwise. */
  search(known: Partial<Search> = {}): Search {
    return {
      sheetName: 'Краткий',
      anchor: null,
      marks: TITLES.map(() => null),
      titles: TITLES,
      fixedColumns: WIDTH,
      cells: this.cells,
      isUnfinished: false,
      ...known,
    };
  }

  /** For the search of rows in the columns from `column` on. */
  rowSearch(plan: SheetPlan, column: number, anchor: Anchor | null): RowSearch {
    const titles = titlesOf(plan);
    return {
      ...this.search({ anchor, titles, sheetName: plan.title }),
      signs: plan,
      column,
      formatsOf: (row) => (this.formats[row - 1] ?? []).slice(column - 1, column - 1 + titles.length),
    };
  }
}

/** A name over rows and columns. */
export const named = (row: number, lastRow: number, column = 2, columns = WIDTH): Anchor => ({
  row,
  column,
  columns,
  lastRow,
});
