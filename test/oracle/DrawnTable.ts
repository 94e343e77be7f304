/** Draws an expected table cell by cell: contents, fills and the lines between cells. */
import type { TotalLine } from './expected-totals';
import { at, type CellPicture, type SheetPicture } from './picture';

const HEADER_ROW = 2;
const FIRST_COLUMN = 2;
const LABEL_COLUMN = 4;
const BLACK = '#000000';
const RED = '#FF0000';
const GREY = '#5F6368';
const AMOUNT = '#,##0.00';
/** Pixels of the characters of Arial 10, whose em is 40/3 pixels, and of what a cell keeps free at its sides. */
const [DIGIT, SEPARATOR, SIGN, LETTER] = [0.556, 0.278, 0.333, 0.722].map((em) => (em * 40) / 3) as Widths;
const SIDES = 8;
/** Points of the font of a new spreadsheet. */
const ORDINARY = 10;
type Widths = [digit: number, separator: number, sign: number, letter: number];

export type Content = Partial<CellPicture> & Pick<CellPicture, 'value'>;

export class DrawnTable {
  private readonly cells = new Map<string, CellPicture>();
  private readonly under = new Map<string, string>();
  private readonly right = new Map<string, string>();
  private lastRow = HEADER_ROW - 1;
  private readonly lastColumn: number;

  constructor(
    header: readonly string[],
    fill: string,
    private readonly widths: readonly number[],
  ) {
    this.lastColumn = FIRST_COLUMN + header.length - 1;
    this.addRow(
      header.map((caption, index) => ({
        ...{ value: `text ${caption}`, bold: true, horizontal: 'center', wrap: true },
        hasNote: index === 0,
      })),
      fill,
    );
    this.closeGroup();
  }

  /** The line over the table, in the cell over its first one. */
  addFace(text: string): void {
    const look = { format: '@', color: GREY, horizontal: 'left', wrap: false };
    this.cells.set(at(HEADER_ROW - 1, FIRST_COLUMN), this.look({ value: `text ${text}`, ...look }));
  }

  /** From column B; every cell is black, not bold, without link and note, and has the row's fill unless it says otherwise. */
  addRow(contents: readonly Content[], fill: string | null): void {
    this.lastRow += 1;
    contents.forEach((content, index) => {
      const key = at(this.lastRow, FIRST_COLUMN + index);
      this.cells.set(key, { ...this.look(content), fill: content.fill ?? fill });
      this.under.set(key, 'thin');
      this.right.set(key, 'thin');
    });
  }

  /** The thicker line under the header and under an invoice's last row. */
  closeGroup(): void {
    for (let column = FIRST_COLUMN; column <= this.lastColumn; column += 1) {
      this.under.set(at(this.lastRow, column), 'medium');
    }
  }

  /** The thicker line round the table. */
  frame(): void {
    this.closeGroup();
    for (let column = FIRST_COLUMN; column <= this.lastColumn; column += 1) {
      this.under.set(at(HEADER_ROW - 1, column), 'medium');
    }
    for (let row = HEADER_ROW; row <= this.lastRow; row += 1) {
      this.right.set(at(row, FIRST_COLUMN - 1), 'medium');
      this.right.set(at(row, this.lastColumn), 'medium');
    }
  }

  addTotal(row: number, { label, value, format, red }: TotalLine): void {
    const look = { bold: true, color: red ? RED : BLACK, horizontal: 'right' };
    this.put(row, LABEL_COLUMN, { value: `text ${label}`, ...look });
    this.put(row, LABEL_COLUMN + 1, { value: `number ${value}`, format, ...look });
  }

  /** One cell outside the bordered table. */
  put(row: number, column: number, content: Content): void {
    this.cells.set(at(row, column), this.look(content));
  }

  picture(): SheetPicture {
    const { cells, under, right } = this;
    const widths = this.widths.map((width, index) => Math.max(width, neededWidth(cells, index + 1)));
    return { cells, under, right, widths, frozenRows: HEADER_ROW, frozenColumns: 0 };
  }

  private look(content: Content): CellPicture {
    return {
      ...{ bold: false, color: BLACK, plain: true, fill: null, link: null, hasNote: false },
      ...content,
    };
  }
}

/** What the widest amount of a column takes, in tens of pixels: Google shows one that does not fit as «###». */
export function neededWidth(cells: ReadonlyMap<string, CellPicture>, column: number): number {
  const amounts = [...cells].filter(
    ([key, { format }]) => key.endsWith(`:${column}`) && format?.startsWith(AMOUNT),
  );
  const needed = amounts.map(([, { value, format = '', size = ORDINARY }]) => {
    const text = Number(value.slice('number '.length)).toFixed(2);
    const digits = text.replace(/\D/g, '').length;
    const groups = Math.ceil((digits - 2) / 3) - 1;
    const currency = /\[\$(\w+)\]/.exec(format)?.[1] ?? '';
    const gap = currency === '' ? 0 : SEPARATOR;
    const sign = text.startsWith('-') ? SIGN : 0;
    const letters = digits * DIGIT + (groups + 1) * SEPARATOR + sign + gap + currency.length * LETTER;
    return (letters * size) / ORDINARY + SIDES;
  });
  return Math.ceil(Math.max(0, ...needed) / 10) * 10;
}
