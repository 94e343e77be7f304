/** One sheet as Sheets draws it. Rows are grids of their own, so that the browser may skip those out of sight. */
import type { CellView, SheetView } from '../sheet-protocol';
import { Charts } from './Charts';
import { fontCss, styleSheetOf } from './cell-styles';
import { element } from './dom';

/** Pixels, as in Sheets. */
const DEFAULT_WIDTH = 100;
const ROW_HEADER_WIDTH = 46;
/** What is drawn beyond the last cell with something in it, so that there is room to type. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 8;
const LEAST_COLUMNS = 26;
/** Rows that the browser lays out or skips together. */
const BLOCK = 50;

export interface GridEvents {
  onSelected(cell: SelectedCell): void;
  onEdited(cell: string, text: string): void;
}

export interface SelectedCell {
  readonly name: string;
  readonly entry: string;
  readonly link: string | null;
  readonly box: HTMLElement;
}

export class Grid {
  readonly root = element('div', { class: 'grid', 'data-testid': 'grid', tabindex: '0' });
  private readonly styles = element('style');
  private readonly selection = element('div', { class: 'selection', 'data-testid': 'selection', hidden: '' });
  private readonly charts = new Charts();
  private readonly cells = new Map<string, CellView>();
  private selected = '';
  private isReadOnly = false;
  private shownId: number | null = null;

  constructor(private readonly events: GridEvents) {
    this.root.addEventListener('mousedown', (event) => this.press(event));
    this.root.addEventListener('dblclick', () => this.edit(null));
    this.root.addEventListener('keydown', (event) => this.type(event));
  }

  setReadOnly(isReadOnly: boolean): void {
    this.isReadOnly = isReadOnly;
  }

  show(view: SheetView): void {
    if (view.id !== this.shownId) this.leave();
    this.shownId = view.id;
    const { scrollTop, scrollLeft } = this.root;
    this.cells.clear();
    for (const cell of view.cells) this.cells.set(nameOf(cell.row, cell.column), cell);
    this.styles.textContent = styleSheetOf(view.looks);
    const lastColumn = lastOf(view.cells, 'column') + SPARE_COLUMNS;
    const columns = Math.min(view.columns, Math.max(LEAST_COLUMNS, lastColumn));
    const rows = Math.min(view.rows, SPARE_ROWS + lastOf(view.cells, 'row'));
    const widths = Array.from({ length: columns }, (_, index) => view.widths[index + 1] ?? DEFAULT_WIDTH);
    this.root.style.setProperty(
      '--columns',
      [ROW_HEADER_WIDTH, ...widths].map((width) => `${width}px`).join(' '),
    );
    this.root.style.setProperty('--lines', linesOf(widths));
    const make = rowMaker(view);
    const frozen = Array.from({ length: Math.min(view.frozenRows, rows) }, (_, index) => make(index + 1));
    const blocks: HTMLElement[] = [];
    for (let first = view.frozenRows + 1; first <= rows; first += BLOCK) {
      const last = Math.min(rows, first + BLOCK - 1);
      const block = Array.from({ length: last - first + 1 }, (_, index) => make(first + index));
      blocks.push(element('div', { class: 'block' }, ...block));
    }
    const head = element(
      'div',
      { class: 'row letters' },
      element('div', { class: 'corner' }),
      ...letters(columns),
    );
    const top = element('div', { class: 'top' }, head, element('div', { class: 'frozen' }, ...frozen));
    this.root.replaceChildren(this.styles, top, ...blocks, this.charts.root, this.selection);
    this.charts.show(view.charts, view.frozenRows, (row, column) => ({
      top: this.topOf(row),
      left: leftOf(widths, column),
    }));
    this.root.scrollTo(scrollLeft, scrollTop);
    if (this.selected !== '') this.select(this.selected);
  }

  private topOf(row: number): number {
    const line = this.root.querySelector(`.row[data-row="${row}"]`);
    if (line === null) return 0;
    return line.getBoundingClientRect().top - this.root.getBoundingClientRect().top + this.root.scrollTop;
  }

  /** What is shown next is another sheet: nothing is selected, and it begins at its top. */
  leave(): void {
    this.shownId = null;
    this.selected = '';
    this.selection.hidden = true;
    this.root.scrollTo(0, 0);
  }

  private press({ target, clientX }: MouseEvent): void {
    if (!(target instanceof Element) || target.closest('input')) return;
    const row = target.closest<HTMLElement>('.row');
    const number = row?.dataset['row'];
    if (row && number !== undefined) this.select(nameOf(Number(number), this.columnAt(row, clientX)));
    if (target.matches('.box')) this.tick();
  }

  private columnAt(row: HTMLElement, clientX: number): number {
    const widths = getComputedStyle(row).gridTemplateColumns.split(' ').map(parseFloat);
    let edge = row.getBoundingClientRect().left;
    const column = widths.findIndex((width) => clientX < (edge += width));
    return Math.max(1, column);
  }

  private select(name: string): void {
    const place = /^([A-Z]+)(\d+)$/.exec(name);
    const row = this.root.querySelector<HTMLElement>(`.row[data-row="${place?.[2] ?? ''}"]`);
    if (!row || !place) return;
    this.selected = name;
    const column = columnNumber(place[1] ?? '');
    const cell = this.cells.get(name);
    this.selection.hidden = false;
    this.selection.style.gridColumn = String(column + 1);
    row.append(this.selection);
    const link = cell?.runs?.find((run) => run.link !== null)?.link ?? null;
    this.events.onSelected({ name, entry: cell?.entry ?? cell?.text ?? '', link, box: this.selection });
  }

  /** With a click on it or the space bar, as in Sheets. @returns whether there is a checkbox */
  private tick(): boolean {
    const isTicked = this.cells.get(this.selected)?.isTicked;
    if (isTicked === undefined) return false;
    if (!this.isReadOnly) this.events.onEdited(this.selected, isTicked ? 'FALSE' : 'TRUE');
    return true;
  }

  /** `typed`: what takes the place of the cell's entry; null keeps it. */
  private edit(typed: string | null): void {
    if (this.isReadOnly || this.selection.hidden || this.selection.firstChild) return;
    const cell = this.cells.get(this.selected);
    const input = element('input', { 'data-testid': 'cell-input' });
    input.value = typed ?? cell?.entry ?? cell?.text ?? '';
    let isLeft = false;
    // Removing the input makes it lose the focus, which would leave it once more.
    const leave = (isDone: boolean): void => {
      if (isLeft) return;
      isLeft = true;
      input.remove();
      this.root.focus({ preventScroll: true });
      if (isDone) this.events.onEdited(this.selected, input.value);
    };
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter') leave(true);
      if (event.key === 'Escape') leave(false);
    });
    input.addEventListener('blur', () => leave(true));
    this.selection.append(input);
    input.focus();
  }

  private type(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' && !this.isReadOnly) this.events.onEdited(this.selected, '');
    if (event.key === 'Enter') this.edit(null);
    if (event.key.length === 1) {
      event.preventDefault();
      if (event.key !== ' ' || !this.tick()) this.edit(event.key);
    }
  }
}

/** Makes rows by their numbers; has to be asked in their order. */
function rowMaker({ cells, heights }: SheetView): (row: number) => HTMLElement {
  let next = 0;
  return (row) => {
    const made = element('div', { class: 'row', 'data-row': String(row) });
    const height = heights[row];
    if (height !== undefined) made.style.height = `${height}px`;
    made.append(element('div', { class: 'number' }, String(row)));
    for (let cell = cells[next]; cell?.row === row; cell = cells[next]) {
      next += 1;
      const follower = cells[next];
      const isHemmed = follower?.row === row && follower.column === cell.column + 1 && follower.text !== '';
      made.append(cellBox(cell, isHemmed));
    }
    return made;
  };
}

/** `isHemmed`: a text that is too long ends at the neighbour's. */
function cellBox(cell: CellView, isHemmed: boolean): HTMLElement {
  const name = nameOf(cell.row, cell.column);
  const texts = cell.runs?.map(({ text, font, link }) => {
    const run = element(
      'span',
      { style: fontCss(font), ...(link === null ? {} : { 'data-link': link }) },
      text,
    );
    return run;
  }) ?? [
    cell.isTicked === undefined ? cell.text : element('span', { class: 'box' }, cell.isTicked ? '✓' : ''),
  ];
  const look = `cell look-${cell.look}${isHemmed ? ' hemmed' : ''}${cell.note === undefined ? '' : ' noted'}`;
  const box = element('div', { class: look, 'data-testid': `cell-${name}` }, element('div', {}, ...texts));
  box.style.gridColumn = String(cell.column + 1);
  if (cell.note !== undefined) box.dataset['note'] = cell.note;
  return box;
}

function letters(columns: number): HTMLElement[] {
  return Array.from({ length: columns }, (_, index) =>
    element('div', { class: 'letter' }, lettersOf(index + 1)),
  );
}

const leftOf = (widths: readonly number[], column: number): number =>
  widths.slice(0, column - 1).reduce((edge, width) => edge + width, ROW_HEADER_WIDTH);

/** Lines between columns, as one background. */
function linesOf(widths: readonly number[]): string {
  let edge = ROW_HEADER_WIDTH;
  const stops = widths.map((width) => {
    const from = edge;
    edge += width;
    return `transparent ${from}px ${edge - 1}px, #e1e3e6 ${edge - 1}px ${edge}px`;
  });
  return `linear-gradient(to right, ${stops.join(', ')}, transparent ${edge}px)`;
}

const lastOf = (cells: readonly CellView[], side: 'row' | 'column'): number =>
  cells.reduce((last, cell) => Math.max(last, cell[side]), 0);

const nameOf = (row: number, column: number): string => `${lettersOf(column)}${row}`;

function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

const columnNumber = (name: string): number =>
  Array.from(name).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
