/** Draws an expected sheet of blocks, cell by cell: columns B to H, titles over lines, figures on top. */
import { neededWidth, type Content } from './DrawnTable';
import { at, type CellPicture, type SheetPicture } from './picture';

/** Column A, then B to H, in pixels. */
const WIDTHS = [20, 240, 90, 130, 130, 130, 130, 190];
const FILL = '#D9EAD3';
const [FIRST, LAST] = [2, 8];

export class DrawnBlocks {
  private readonly cells = new Map<string, CellPicture>();
  private readonly under = new Map<string, string>();
  private readonly right = new Map<string, string>();

  constructor(face: string) {
    const grey = { format: '@', color: '#5F6368', horizontal: 'left', wrap: false, fill: null, bold: false };
    const cell = { value: `text ${face}`, plain: true, link: null, hasNote: false };
    this.cells.set(at(1, FIRST), { ...grey, ...cell });
  }

  heads(row: number, titles: readonly string[]): void {
    titles.forEach((title, index) =>
      this.put(row, FIRST + index, {
        ...{ value: `text ${title}`, format: '@', fill: FILL, bold: true, horizontal: 'center', wrap: true },
        hasNote: index === 0,
      }),
    );
  }

  top(values: readonly (readonly [number | null, string])[]): void {
    values.forEach(([value, format], index) => {
      const isLate = index === 4 && Number(value) > 0;
      this.put(3, FIRST + index, {
        ...{ value: value === null ? 'empty' : `number ${value}`, format, bold: true, size: 16 },
        ...{ horizontal: 'center', wrap: index === 0, color: isLate ? '#CC0000' : '#000000' },
      });
    });
  }

  titles(row: number, titles: readonly string[]): void {
    titles.forEach((title, index) =>
      this.put(row, FIRST + index, {
        ...{ value: title === '' ? 'empty' : `text ${title}`, format: '@', fill: FILL, bold: true },
        ...alignment(index),
      }),
    );
  }

  line(row: number, label: string, figures: readonly (number | null)[], money: string, share: string): void {
    const text = (value: string): Content => ({
      value: value === '' ? 'empty' : `text ${value}`,
      format: '@',
    });
    const number = (value: number | null, index: number): Content =>
      value === null ? { value: 'empty' } : { value: `number ${value}`, format: index === 0 ? '0' : money };
    [text(label), ...figures.map(number), text(share)].forEach((content, index) =>
      this.put(row, FIRST + index, { ...content, ...alignment(index) }),
    );
  }

  /** Thin lines between the cells of these rows, a thicker one round all. */
  frame(from: number, to: number): void {
    for (let row = from - 1; row <= to; row += 1) {
      for (let column = FIRST - 1; column <= LAST; column += 1) {
        const isOuter = row === from - 1 || row === to;
        if (column >= FIRST) this.under.set(at(row, column), isOuter ? 'medium' : 'thin');
        const isSide = column === FIRST - 1 || column === LAST;
        if (row >= from) this.right.set(at(row, column), isSide ? 'medium' : 'thin');
      }
    }
  }

  picture(): SheetPicture {
    const { cells, under, right } = this;
    const widths = WIDTHS.map((width, index) => Math.max(width, neededWidth(cells, index + 1)));
    return { cells, under, right, widths, frozenRows: 2, frozenColumns: 0 };
  }

  private put(row: number, column: number, content: Content): void {
    this.cells.set(at(row, column), {
      ...{ bold: false, size: 10, color: '#000000', plain: true, fill: null, link: null, hasNote: false },
      ...content,
    });
  }
}

function alignment(index: number): Content {
  const horizontal = index === 0 || index === 6 ? 'left' : index === 1 ? 'center' : 'right';
  return { horizontal, wrap: index === 0 } as Content;
}
