/** What the two sheets show, as a person sees it and as a whole. */
import type { World } from './make-world';
import { plainStyle } from '../simulator/spreadsheet/StyleTable';
import type { Cell, SheetModel } from '../simulator/spreadsheet';

export const BRIEF = 'Краткий';
export const DETAIL = 'Полный';
export const DRAFT = 'Bitrix24 (черновик)';

/** Values of the lines from row 3 to the first empty one, columns B to I. */
export function lines({ spreadsheet }: World, name: string): unknown[][] {
  const sheet = spreadsheet.sheetNamed(name);
  if (sheet === undefined) return [];
  const area = { row: 3, column: 2, rows: sheet.lastRow(), columns: 8 };
  const rows = sheet.map(area, (cell) => cell?.value ?? '');
  const end = rows.findIndex((row) => row.every((value) => value === ''));
  return end < 0 ? rows : rows.slice(0, end);
}

/** One column of the lines, by its letter. */
export const column = (world: World, name: string, letter: string): unknown[] =>
  lines(world, name).map((row) => row[letter.charCodeAt(0) - 'B'.charCodeAt(0)]);

/** Everything kept of both sheets but the notes, which tell times: one text for each cell that is not plain. */
export function picture({ spreadsheet }: World): Record<string, readonly string[]> {
  const shown = [BRIEF, DETAIL].map((name) => [name, sheetPicture(spreadsheet.sheetNamed(name))] as const);
  return Object.fromEntries(shown);
}

function sheetPicture(sheet: SheetModel | undefined): readonly string[] {
  if (sheet === undefined) return [];
  const { hidden, frozenRows, frozenColumns, columnWidths } = sheet;
  const texts = [JSON.stringify({ hidden, frozenRows, frozenColumns, columnWidths })];
  sheet.forEachCell((cell, row, place) => {
    const text = cellText(cell);
    if (text !== PLAIN) texts.push(`${String.fromCharCode(64 + place)}${row} ${text}`);
  });
  return texts;
}

/** A blanked cell is `General`, in black Arial of 10 points; one never touched has none of it. Both look the same. */
function cellText({ value, formula, style, runs }: Cell): string {
  const numberFormat = style.numberFormat === 'General' ? null : style.numberFormat;
  const { fontColor, fontFamily, fontSize } = style;
  const font = {
    fontColor: fontColor ?? '#000000',
    fontFamily: fontFamily ?? 'Arial',
    fontSize: fontSize ?? 10,
  };
  return JSON.stringify([value, formula, { ...style, ...font, numberFormat }, runs]);
}

const PLAIN = cellText({ value: '', formula: '', style: plainStyle, note: '', runs: [] });
