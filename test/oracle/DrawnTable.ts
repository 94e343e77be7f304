/** Draws an expected table cell by cell: contents, fills and the lines between cells. */
import type { TotalLine } from './expected-totals';
import { at, type CellPicture, type SheetPicture } from './picture';

const HEADER_ROW = 2;
const FIRST_COLUMN = 2;
const LAST_COLUMN = 9;
const LABEL_COLUMN = 4;
const BLACK = '#000000';
const RED = '#FF0000';

type Content = Partial<CellPicture> & Pick<CellPicture, 'value'>;

export class DrawnTable {
  private readonly cells = new Map<string, CellPicture>();
  private readonly under = new Map<string, string>();
  private readonly right = new Map<string, string>();
  private lastRow = HEADER_ROW - 1;

  constructor(
    header: readonly string[],
    fill: string,
    private readonly widths: readonly number[],
  ) {
    this.addRow(
      header.map((caption, index) => ({
        ...{ value: `text ${caption}`, bold: true, horizontal: 'center', wrap: true },
        hasNote: index === 0,
      })),
      fill,
    );
    this.closeGroup();
  }

  /** From column B; every cell is black, not bold, without link and note unless it says otherwise. */
  addRow(contents: readonly Content[], fill: string | null): void {
    this.lastRow += 1;
    contents.forEach((content, index) => {
      const key = at(this.lastRow, FIRST_COLUMN + index);
      this.cells.set(key, { ...this.look(content), fill });
      this.under.set(key, 'thin');
      this.right.set(key, 'thin');
    });
  }

  /** The thicker line under the header and under an invoice's last row. */
  closeGroup(): void {
    for (let column = FIRST_COLUMN; column <= LAST_COLUMN; column += 1) {
      this.under.set(at(this.lastRow, column), 'medium');
    }
  }

  /** The thicker line round the table. */
  frame(): void {
    this.closeGroup();
    for (let column = FIRST_COLUMN; column <= LAST_COLUMN; column += 1) {
      this.under.set(at(HEADER_ROW - 1, column), 'medium');
    }
    for (let row = HEADER_ROW; row <= this.lastRow; row += 1) {
      this.right.set(at(row, FIRST_COLUMN - 1), 'medium');
      this.right.set(at(row, LAST_COLUMN), 'medium');
    }
  }

  addTotal(row: number, { label, value, format, red }: TotalLine): void {
    const look = { bold: true, color: red ? RED : BLACK, horizontal: 'right' };
    this.cells.set(at(row, LABEL_COLUMN), this.look({ value: `text ${label}`, ...look }));
    this.cells.set(at(row, LABEL_COLUMN + 1), this.look({ value: `number ${value}`, format, ...look }));
  }

  picture(): SheetPicture {
    const { cells, under, right, widths } = this;
    return { cells, under, right, widths, frozenRows: HEADER_ROW, frozenColumns: 0 };
  }

  private look(content: Content): CellPicture {
    return {
      ...{ bold: false, color: BLACK, plain: true, fill: null, link: null, hasNote: false },
      ...content,
    };
  }
}
