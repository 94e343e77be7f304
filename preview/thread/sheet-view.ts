/** A sheet as the browser draws it: texts as Sheets shows them, looks once each. */
import { columnLetters, contains } from '../../simulator/spreadsheet/area';
import { Display } from '../../simulator/spreadsheet/Display';
import { hasContent } from '../../simulator/spreadsheet/cell';
import { cellAsShown, rulesHolding } from '../../simulator/spreadsheet/conditional-rules';
import { lookOf } from '../../simulator/spreadsheet/rich-text';
import type { Cell, CellStyle, SheetModel, SpreadsheetModel } from '../../simulator/spreadsheet';
import type { CellLook, CellView, SheetView } from '../sheet-protocol';
import { chartView } from './chart-view';

type Align = CellLook['align'];

export function sheetView(book: SpreadsheetModel, sheet: SheetModel): SheetView {
  const display = new Display(book.locale);
  const looks = new Looks();
  const cells: CellView[] = [];
  const now = book.calendar.currentSerial();
  sheet.forEachCell((kept, row, column) => {
    const cell = cellAsShown(sheet, kept, [row, column], now);
    const text = hasContent(cell) ? display.textOf(cell) : '';
    const look = looks.place(cell);
    const isBox = isCheckbox(sheet, cell, [row, column]);
    if (text === '' && cell.note === '' && !isBox && looks.isPlain(look)) return;
    cells.push({
      ...{ row, column, text, look },
      ...(cell.note === '' ? {} : { note: cell.note }),
      ...(isBox ? { isTicked: cell.value === true } : {}),
      ...(cell.runs.length === 0 ? {} : { runs: runsOf(cell) }),
      ...entryOf(cell, text, display),
    });
  });
  const { id, frozenRows, frozenColumns, maxRows: rows, maxColumns: columns } = sheet;
  return {
    ...{ id, rows, columns, frozenRows, frozenColumns, looks: looks.all, cells },
    widths: sizes(sheet.columnWidths),
    heights: sizes(sheet.rowHeights),
    charts: sheet.charts.map((chart) => chartView(sheet, display, chart)),
  };
}

/** An empty cell shows an unticked one; a text there is no checkbox. */
const isCheckbox = (sheet: SheetModel, { value }: Cell, [row, column]: readonly [number, number]): boolean =>
  (value === '' || typeof value === 'boolean') &&
  sheet.validations.some(
    ({ area, criteria }) => criteria === 'CHECKBOX' && contains(area, { row, column, rows: 1, columns: 1 }),
  );

/** What every cell that is not empty shows, by its A1 name. */
export function shownCells(book: SpreadsheetModel, sheet: SheetModel): Record<string, string> {
  const display = new Display(book.locale);
  const shown: Record<string, string> = {};
  sheet.forEachCell((cell, row, column) => {
    if (hasContent(cell)) shown[`${columnLetters(column)}${row}`] = display.textOf(cell);
  });
  return shown;
}

/** Which conditional formats hold, so that one sees when time has changed that. */
export function heldRules(book: SpreadsheetModel): string {
  const now = book.calendar.currentSerial();
  return book.sheets
    .flatMap((sheet) =>
      sheet.conditionalRules.map(({ areas: [area] }) =>
        area === undefined ? 0 : rulesHolding(sheet, area.row, area.column, now).length,
      ),
    )
    .join(' ');
}

function runsOf(cell: Cell): NonNullable<CellView['runs']> {
  const text = String(cell.value);
  return cell.runs.map((run) => ({
    text: text.slice(run.start, run.end),
    font: lookOf(cell, run),
    link: run.link,
  }));
}

/** A formula as it was typed, a number with all its digits. */
function entryOf(cell: Cell, text: string, display: Display): Pick<CellView, 'entry'> {
  const isNumber = typeof cell.value === 'number' && !display.isDate(cell.style.numberFormat);
  const automatic = { ...cell, style: { ...cell.style, numberFormat: null } };
  const entry = cell.formula !== '' ? cell.formula : isNumber ? display.textOf(automatic) : text;
  return entry === text ? {} : { entry };
}

/** The different looks of one sheet. */
class Looks {
  readonly all: CellLook[] = [];
  private readonly places = new Map<CellStyle, Map<Align, number>>();

  place(cell: Cell): number {
    const { style } = cell;
    const align = alignOf(cell);
    const ofStyle = this.places.get(style) ?? new Map<Align, number>();
    this.places.set(style, ofStyle);
    const known = ofStyle.get(align);
    if (known !== undefined) return known;
    const place = this.all.push(lookOfCell(cell, align)) - 1;
    ofStyle.set(align, place);
    return place;
  }

  /** Whether an empty cell of this look shows nothing. */
  isPlain(place: number): boolean {
    const look = this.all[place];
    return look === undefined || (look.background === null && look.bottom === null && look.right === null);
  }
}

function alignOf({ value, style: { horizontalAlignment: set } }: Cell): Align {
  if (set !== null && set !== 'normal') return set;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' ? 'center' : 'left';
}

function lookOfCell(cell: Cell, align: Align): CellLook {
  const { background, verticalAlignment: vertical, wrap, bottom, right } = cell.style;
  return { font: lookOf(cell, undefined), background, align, vertical, wrap, bottom, right };
}

const sizes = (list: readonly (number | undefined)[]): Record<number, number> =>
  Object.fromEntries(list.flatMap((size, index) => (size === undefined ? [] : [[index, size] as const])));
