/** Reads an `.xlsx` file back as pictures of its sheets, by name. */
import ExcelJS from '@protobi/exceljs';
import { at, type CellPicture, type SheetPicture } from '../../../oracle/picture';

/** The widest sheet takes A to N. */
const COLUMNS = 14;
const BLACK = 'FF000000';
const MIDNIGHT = 'T00:00:00.000Z';

export interface ReadSheet extends SheetPicture {
  /** By `row:column`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Paper (9 is A4), orientation, pages across and down (0: as many as it takes), repeated rows, footer. */
  readonly print: readonly unknown[];
}

export async function readWorkbook(file: string): Promise<Map<string, ReadSheet>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return new Map(workbook.worksheets.map((sheet) => [sheet.name, readSheet(sheet)]));
}

function readSheet(sheet: ExcelJS.Worksheet): ReadSheet {
  const cells = new Map<string, CellPicture>();
  const under = new Map<string, string>();
  const right = new Map<string, string>();
  const notes = new Map<string, string>();
  sheet.eachRow({ includeEmpty: true }, (_, row) => {
    sheet.getRow(row).eachCell({ includeEmpty: true }, (cell, column) => {
      cells.set(at(row, column), readCell(cell));
      const note = noteOf(cell);
      if (note !== '') notes.set(at(row, column), note);
      const { top, left, bottom, right: end } = (cell.border as Partial<ExcelJS.Borders> | undefined) ?? {};
      draw(under, at(row - 1, column), top);
      draw(under, at(row, column), bottom);
      draw(right, at(row, column - 1), left);
      draw(right, at(row, column), end);
    });
  });
  const { paperSize, orientation, fitToWidth, fitToHeight, printTitlesRow } = sheet.pageSetup;
  // null where a sheet has none, whatever its type says.
  const footer = (sheet.headerFooter as Partial<ExcelJS.HeaderFooter> | null)?.oddFooter;
  const [view] = sheet.views as { xSplit?: number; ySplit?: number }[];
  return {
    ...{ cells, under, right, notes },
    print: [paperSize, orientation, fitToWidth, fitToHeight, printTitlesRow, footer],
    // 7 pixels a character and 5 of padding (ECMA-376 part 1, 18.3.1.13).
    widths: Array.from({ length: COLUMNS }, (_, index) =>
      Math.round((sheet.getColumn(index + 1).width ?? 0) * 7 + 5),
    ),
    frozenRows: view?.ySplit ?? 0,
    frozenColumns: view?.xSplit ?? 0,
  };
}

/** Both neighbours carry the line between them. */
function draw(lines: Map<string, string>, key: string, line: Partial<ExcelJS.Border> | undefined): void {
  if (line?.style === undefined) return;
  const style = line.color?.argb === BLACK ? line.style : `${line.style} ${String(line.color?.argb)}`;
  const other = lines.get(key) ?? style;
  lines.set(key, other === style ? style : `${other} and ${style}`);
}

function readCell(cell: ExcelJS.Cell): CellPicture {
  const { font, alignment, fill } = cell.style;
  const { value, link } = valueOf(cell.value);
  const color = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
  return {
    ...{ value, link, hasNote: noteOf(cell) !== '' },
    format: cell.numFmt || 'General',
    fill: color === undefined || color === 'FFFFFFFF' ? null : `#${color.slice(2)}`,
    bold: font?.bold ?? false,
    ...(font?.size === undefined ? {} : { size: font.size }),
    color: `#${(font?.color?.argb ?? BLACK).slice(2)}`,
    horizontal: alignment?.horizontal ?? null,
    wrap: alignment?.wrapText ?? false,
    plain: !font?.italic && !font?.underline && !font?.strike,
  };
}

function valueOf(value: ExcelJS.CellValue): { value: string; link: string | null } {
  if (value === null || value === undefined) return { value: 'empty', link: null };
  if (typeof value === 'string') return { value: `text ${decoded(value)}`, link: null };
  if (value instanceof Date) return { value: `day ${value.toISOString().replace(MIDNIGHT, '')}`, link: null };
  if (typeof value !== 'object') return { value: `${typeof value} ${value}`, link: null };
  if ('hyperlink' in value) return { value: `text ${decoded(value.text)}`, link: value.hyperlink };
  return { value: `formula ${JSON.stringify(value)}`, link: null };
}

/** A file holds what XML cannot as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const decoded = (text: string): string =>
  text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function noteOf(cell: ExcelJS.Cell): string {
  const note = cell.note as string | ExcelJS.Comment | undefined;
  if (note === undefined || typeof note === 'string') return note ?? '';
  return (note.texts ?? []).map(({ text }) => text).join('');
}
