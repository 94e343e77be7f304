/** Where one of the sheets' tables really is: kept by what was done to the sheet, and not by what the report knows. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import type { Area } from '../../../simulator/spreadsheet/area';
import type { SheetModel } from '../../../simulator/spreadsheet';

/** Lines of a sheet that were inserted or deleted. */
export interface Change {
  readonly side: 'rows' | 'columns';
  /** The first line that is new or gone, from 1. */
  readonly at: number;
  readonly count: number;
  readonly isInserted: boolean;
}

export const rowsOf = ({ body, footer }: SheetPlan): number => 1 + body.length + footer.length;

export class Truth {
  /** Where a new table of that plan lies. */
  static of(plan: SheetPlan): Truth {
    return new Truth(2, 2, rowsOf(plan), plan.columns.length);
  }

  /** The table's columns from left to right as they stand now; null for one of somebody else's between them. */
  columns: readonly (number | null)[];

  constructor(
    public row: number,
    public column: number,
    public rows: number,
    /** How many columns the report's table has. */
    readonly width: number,
  ) {
    this.columns = Array.from({ length: width }, (_, index) => index);
  }

  get lastRow(): number {
    return this.row + this.rows - 1;
  }

  get area(): Area {
    return { row: this.row, column: this.column, rows: this.rows, columns: this.columns.length };
  }

  get isWhole(): boolean {
    return this.columns.length === this.width && this.columns.every((own, index) => own === index);
  }

  copy(): Truth {
    const copied = new Truth(this.row, this.column, this.rows, this.width);
    copied.columns = this.columns;
    return copied;
  }

  holds(row: number, column: number): boolean {
    const isBeside = column < this.column || column >= this.column + this.columns.length;
    return row >= this.row && row <= this.lastRow && !isBeside;
  }

  apply({ side, at, count, isInserted }: Change): void {
    for (let line = 0; line < count; line += 1) {
      if (side === 'rows') this.changeRow(at, isInserted);
      else this.changeColumn(at, isInserted);
    }
  }

  private changeRow(at: number, isInserted: boolean): void {
    if (at < this.row || (isInserted && at === this.row)) this.row += isInserted ? 1 : -1;
    else if (at <= this.lastRow) this.rows += isInserted ? 1 : -1;
  }

  private changeColumn(at: number, isInserted: boolean): void {
    const index = at - this.column;
    if (index < 0 || (isInserted && index === 0)) this.column += isInserted ? 1 : -1;
    else if (index < this.columns.length) {
      const added = isInserted ? [null] : [];
      this.columns = [
        ...this.columns.slice(0, index),
        ...added,
        ...this.columns.slice(index + (isInserted ? 0 : 1)),
      ];
    }
  }
}

/** Carries the change out, on the sheet and in the truth about it. */
export function change(sheet: SheetModel, truth: Truth, made: Change): void {
  const { side, at, count, isInserted } = made;
  if (side === 'rows') {
    if (isInserted) sheet.insertRows(at - 1, count);
    else sheet.deleteRows(at, count);
  } else if (isInserted) sheet.insertColumns(at - 1, count);
  else sheet.deleteColumns(at, count);
  truth.apply(made);
}
