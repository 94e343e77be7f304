/** The spreadsheet as a real `.xlsx` file: values with their types, looks, notes, links, frozen rows. */
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import type ExcelJS from '@protobi/exceljs';
import { type Cell, hasContent } from './cell';
import { LIMITS } from '../limits';
import { fittedRowHeights } from './row-height';
import type { SheetModel } from './SheetModel';
import type { Borders } from './sheet-parts';
import type { SpreadsheetModel } from './SpreadsheetModel';
import { plainStyle } from './StyleTable';
import { keepCharactersWhole } from './whole-characters';
import { toExcelSheetName, toExcelText } from './workbook-text';
import { fontOf, WorkbookStyles } from './WorkbookStyles';

/** In one sheet (Microsoft, "Excel specifications and limits"); further links stay plain text. */
const MAX_HYPERLINKS = 65_530;
/** Points in a pixel. */
const POINTS = 0.75;

/** Pixels → characters of the default font, 7 pixels each, 5 of padding (ECMA-376 part 1, 18.3.1.13). */
const widthOf = (pixels: number): number => (pixels - 5) / 7;

/** How the sheets come out of a printer: A4 landscape, one page wide, frozen rows on every page. */
export interface Print {
  /** In the middle; `&P` is the page's number, `&N` how many there are (ECMA-376 part 1, 18.3.1.46). */
  readonly footer: string;
}

/** A4 (ECMA-376 part 1, 18.3.1.63). */
const PAPER_A4 = 9;

/**
 * Writes the file under another name and renames it, so that `path` is either the old or the whole new file.
 * Rejects with the file system's error; then nothing is left behind.
 *
 * @param print none: the pages are left to the program that opens the file
 */
export async function saveWorkbook(model: SpreadsheetModel, path: string, print?: Print): Promise<void> {
  // Hundreds of modules, which most who use the simulator never need.
  const { default: library } = await import('@protobi/exceljs');
  const workbook = new library.Workbook();
  // Formulas are not computed here; Excel does it when it opens the file.
  workbook.calcProperties.fullCalcOnLoad = true;
  const styles = new WorkbookStyles();
  const names = new Set<string>();
  for (const sheet of model.sheets) {
    const name = toExcelSheetName(sheet.name, names);
    names.add(name.toLowerCase());
    const worksheet = addSheet(workbook, name, sheet, styles);
    if (print) setUpPages(worksheet, sheet.frozenRows, print);
  }
  const activeTab = Math.max(0, model.sheets.indexOf(model.activeSheet));
  workbook.views = [
    { x: 0, y: 0, width: 20_000, height: 15_000, firstSheet: 0, activeTab, visibility: 'visible' },
  ];

  keepCharactersWhole(workbook);
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await workbook.xlsx.writeFile(draft);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function setUpPages(worksheet: ExcelJS.Worksheet, frozenRows: number, { footer }: Print): void {
  Object.assign(worksheet.pageSetup, {
    ...{ paperSize: PAPER_A4, orientation: 'landscape' },
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(frozenRows > 0 ? { printTitlesRow: `1:${frozenRows}` } : {}),
  });
  worksheet.headerFooter.oddFooter = `&C${footer}`;
}

function addSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  sheet: SheetModel,
  styles: WorkbookStyles,
): ExcelJS.Worksheet {
  const { frozenRows, frozenColumns } = sheet;
  const worksheet = workbook.addWorksheet(name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    // A default height would keep Excel from fitting rows to wrapped texts.
    properties: { defaultColWidth: widthOf(LIMITS.columnWidthPixels) },
    views:
      frozenRows + frozenColumns > 0
        ? [{ state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows }]
        : [{ state: 'normal' }],
  });
  sheet.columnWidths.forEach((pixels, column) => {
    if (pixels !== undefined) worksheet.getColumn(column).width = widthOf(pixels);
  });
  fittedRowHeights(sheet).forEach((pixels, row) => {
    worksheet.getRow(row).height = pixels * POINTS;
  });
  sheet.rowHeights.forEach((pixels, row) => {
    if (pixels !== undefined) worksheet.getRow(row).height = pixels * POINTS;
  });
  let links = 0;
  sheet.forEachCell((cell, row, column) => {
    const borders = sheet.borders(row, column);
    if (isInvisible(cell, borders)) return;
    const target = worksheet.getCell(row, column);
    const link = links < MAX_HYPERLINKS ? linkOf(cell) : null;
    if (link !== null) links += 1;
    target.value = valueOf(cell, link);
    target.style = styles.of(cell, borders);
    if (cell.note !== '') target.note = toExcelText(cell.note);
  });
  return worksheet;
}

const isInvisible = (cell: Cell, { top, left }: Borders): boolean =>
  !hasContent(cell) && cell.note === '' && cell.style === plainStyle && !top && !left;

/** Excel links whole cells; a link on a part of a text becomes the cell's. */
const linkOf = (cell: Cell): string | null => cell.runs.find(({ link }) => link !== null)?.link ?? null;

/** Texts are written as shared strings, so that none of them is ever read as a formula or number. */
function valueOf(cell: Cell, link: string | null): ExcelJS.CellValue {
  if (cell.formula !== '') {
    const formula = cell.formula.slice(1);
    return cell.value === '' ? { formula } : { formula, result: cell.value };
  }
  if (typeof cell.value !== 'string') return cell.value;
  if (cell.value === '') return null;
  const text = toExcelText(cell.value);
  if (link !== null) return { text, hyperlink: link };
  if (cell.runs.length < 2) return text;
  const { value } = cell;
  return {
    richText: cell.runs.map((run) => ({
      text: toExcelText(value.slice(run.start, run.end)),
      font: fontOf(cell, run),
    })),
  };
}
