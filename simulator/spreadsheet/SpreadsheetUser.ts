/** A person at the open spreadsheet: what users do to sheets between two calls of a script. */
import { fromA1 } from './area';
import { type Cell, clearContent } from './cell';
import { mergeCells } from './merge-members';
import type { SheetModel } from './SheetModel';
import type { Chart, TypedAspect } from './sheet-parts';
import type { SpreadsheetModel } from './SpreadsheetModel';
import { plainStyle } from './StyleTable';
import { readWritable, writeValue } from './write-value';

export class SpreadsheetUser {
  constructor(private readonly book: SpreadsheetModel) {}

  /** Throws RangeError when no sheet has this name. */
  sheet(name: string): SheetModel {
    const found = this.book.sheetNamed(name);
    if (!found) throw new RangeError(`expected a sheet named "${name}"`);
    return found;
  }

  /** The cell as it is kept; a cell that was never touched is made. */
  cell(sheetName: string, a1: string): Cell {
    const sheet = this.sheet(sheetName);
    const { row, column } = fromA1(a1, sheet);
    return sheet.touch(row, column);
  }

  /** Types a value: strings are read as an entry, in a text cell (`@`) as the quirks say. */
  enter(sheetName: string, a1: string, value: string | number | boolean | Date): void {
    writeValue(this.cell(sheetName, a1), readWritable(value), this.book);
  }

  /** `formula` with its `=`; formulas are not computed, so `shows` says what the cell reads as. */
  enterFormula(sheetName: string, a1: string, formula: string, shows: string | number | boolean = ''): void {
    const cell = this.cell(sheetName, a1);
    clearContent(cell);
    cell.formula = formula;
    cell.value = shows;
  }

  note(sheetName: string, a1: string, note: string): void {
    this.cell(sheetName, a1).note = note;
  }

  fill(sheetName: string, a1: string, background: string | null): void {
    const cell = this.cell(sheetName, a1);
    cell.style = this.book.styles.with(cell.style, 'background', background);
  }

  addSheet(name: string, index = this.book.sheets.length): SheetModel {
    return this.book.insertSheet(name, index);
  }

  /** «Переместить на отдельный лист» in a chart's menu, or a connected data source: a sheet without a grid. */
  addSheetWithoutGrid(name: string, type: 'OBJECT' | 'DATASOURCE' = 'OBJECT'): SheetModel {
    const sheet = this.addSheet(name);
    sheet.type = type;
    return sheet;
  }

  rename(sheetName: string, name: string): void {
    this.book.renameSheet(this.sheet(sheetName), name);
  }

  /** «Создать копию листа»: cells, metadata and all, right after the original, under an id of its own. */
  duplicate(sheetName: string, name: string): SheetModel {
    const original = this.sheet(sheetName);
    const made = this.book.insertSheet(name, this.book.sheets.indexOf(original) + 1);
    const copied = original.copy(made.id, name);
    this.book.renewCharts(copied);
    copied.namedAreas = original.namedAreas.map((named) => ({ ...named, ofSheetAlone: true }));
    this.book.sheets.splice(this.book.sheets.indexOf(made), 1, copied);
    this.book.activeSheet = copied;
    return copied;
  }

  merge(sheetName: string, a1: string): void {
    const sheet = this.sheet(sheetName);
    const area = fromA1(a1, sheet);
    mergeCells(sheet, area);
  }

  /** Allows only these values from now on; others are refused, or with `marks` kept and marked. */
  allow(sheetName: string, a1: string, allowed: readonly (string | number)[], marks = false): void {
    const sheet = this.sheet(sheetName);
    const rule = {
      area: fromA1(a1, sheet),
      criteria: 'VALUE_IN_LIST',
      allowed,
      allowsInvalid: marks,
    } as const;
    sheet.validations = [...sheet.validations, rule];
  }

  /** «Вставка» → «Флажок»: unticked ones come to stand in cells that are empty. */
  insertCheckboxes(sheetName: string, a1: string): void {
    const sheet = this.sheet(sheetName);
    const area = fromA1(a1, sheet);
    const rule = { area, criteria: 'CHECKBOX', allowed: [true, false], allowsInvalid: false } as const;
    sheet.validations = [...sheet.validations, rule];
    sheet.touchAll(area, (cell) => {
      if (cell.value === '') cell.value = false;
    });
  }

  /** The font of a cell: `#rrggbb`, and whether it is bold. */
  font(sheetName: string, a1: string, { color, isBold }: { color?: string; isBold?: boolean }): void {
    const cell = this.cell(sheetName, a1);
    const { styles } = this.book;
    if (color !== undefined) cell.style = styles.with(cell.style, 'fontColor', color);
    if (isBold !== undefined) cell.style = styles.with(cell.style, 'fontWeight', isBold ? 'bold' : 'normal');
  }

  /**
   * «Сортировать диапазон»: whole lines change places, contents, looks and cell notes; lines round cells and data
   * validation stay. `order` gives for each row of the area, from 0, the one that comes to stand there.
   */
  sort(sheetName: string, a1: string, order: readonly number[]): void {
    const sheet = this.sheet(sheetName);
    const area = fromA1(a1, sheet);
    const before = sheet.map(area, (_, row, column) => ({ ...sheet.touch(row, column) }));
    sheet.touchAll(area, (cell, row, column) => {
      const from = before[order[row - area.row] ?? row - area.row]?.[column - area.column];
      if (from === undefined) return;
      const { right, bottom } = cell.style;
      const { styles } = this.book;
      const style = styles.with(styles.with(from.style, 'right', right), 'bottom', bottom);
      Object.assign(cell, { ...from, style });
    });
  }

  /** Drags a cell onto another, or cuts and pastes it: contents and looks move, cell notes and lines round cells stay. */
  drag(sheetName: string, from: string, to: string): void {
    const { styles } = this.book;
    const [source, target] = [this.cell(sheetName, from), this.cell(sheetName, to)];
    const put = (cell: Cell, { value, formula, runs, style }: Cell): void => {
      const { right, bottom } = cell.style;
      const lined = styles.with(styles.with(style, 'right', right), 'bottom', bottom);
      Object.assign(cell, { value, formula, runs, style: lined });
    };
    put(target, source);
    put(source, { value: '', formula: '', runs: [], style: plainStyle, note: '' });
  }

  /** «Преобразовать в таблицу»; what its typed columns refuse is not documented, so a test may choose. */
  convertToTable(sheetName: string, a1: string, refuses: readonly TypedAspect[] = ['looks', 'values']): void {
    const sheet = this.sheet(sheetName);
    sheet.tables = [...sheet.tables, { area: fromA1(a1, sheet), refuses }];
  }

  /** «Преобразовать в диапазон», for all tables of the sheet. */
  convertToRange(sheetName: string): void {
    this.sheet(sheetName).tables = [];
  }

  /** «Вставка» → «Диаграмма», or «Дублировать» of one that there is. Gives its id. */
  insertChart(sheetName: string, chart: Omit<Chart, 'id'>): number {
    const sheet = this.sheet(sheetName);
    const id = this.book.nextId();
    sheet.charts = [...sheet.charts, { ...chart, id }];
    return id;
  }

  /** Drags it elsewhere, restyles it, gives it other cells: whatever the editor of charts can. */
  changeChart(sheetName: string, id: number, change: (chart: Chart) => Partial<Omit<Chart, 'id'>>): void {
    const sheet = this.sheet(sheetName);
    sheet.charts = sheet.charts.map((chart) => (chart.id === id ? { ...chart, ...change(chart) } : chart));
  }

  deleteChart(sheetName: string, id: number): void {
    const sheet = this.sheet(sheetName);
    sheet.charts = sheet.charts.filter((chart) => chart.id !== id);
  }

  /** `index` counts from 0. */
  move(sheetName: string, index: number): void {
    this.book.moveSheet(this.sheet(sheetName), index);
  }

  hide(sheetName: string): void {
    this.book.hideSheet(this.sheet(sheetName));
  }

  delete(sheetName: string): void {
    this.book.deleteSheet(this.sheet(sheetName));
  }

  insertRows(sheetName: string, after: number, count: number): void {
    this.sheet(sheetName).insertRows(after, count);
  }

  deleteRows(sheetName: string, from: number, count: number): void {
    this.sheet(sheetName).deleteRows(from, count);
  }

  insertColumns(sheetName: string, after: number, count: number): void {
    this.sheet(sheetName).insertColumns(after, count);
  }

  deleteColumns(sheetName: string, from: number, count: number): void {
    this.sheet(sheetName).deleteColumns(from, count);
  }

  /** Only `editors` (e-mail addresses) may edit from now on; without `a1` the whole sheet is protected. */
  protect(sheetName: string, a1: string | null, editors: readonly string[] = []): void {
    const sheet = this.sheet(sheetName);
    sheet.protections.push({
      id: this.book.nextId(),
      area: a1 === null ? null : fromA1(a1, sheet),
      description: '',
      warningOnly: false,
      editors: new Set(editors),
      unprotected: [],
    });
  }
}
