/** What the report's sheets show, as a person sees it and as a whole. */
import type { World } from './make-world';
import { type Area, contains } from '../simulator/spreadsheet/area';
import { plainStyle } from '../simulator/spreadsheet/StyleTable';
import type { Ledger } from '../simulator';
import type { Cell, SheetModel } from '../simulator/spreadsheet';

export const BRIEF = 'Краткий';
export const DETAIL = 'Полный';
export const DEBTS = 'Долги';
export const VAT = 'НДС';
export const SUMMARY = 'Сводка';
export const CHECKS = 'Проверка данных';
export const CHANGES = 'Изменения';
/** All sheets that a report may have but «Изменения», which tells when it was that something was noticed. */
export const REPORT_SHEETS = [BRIEF, DETAIL, DEBTS, VAT, SUMMARY, CHECKS];
export const DRAFT = 'Bitrix24 (черновик)';
export const MEMORY = 'Bitrix24 (память)';

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

/**
 * Everything kept of these sheets, the main two unless others are named, but the notes and the lines over the tables,
 * which tell times: one text for each cell that is not plain, none for a sheet that is not there.
 */
export function picture(
  { spreadsheet }: World,
  names: readonly string[] = [BRIEF, DETAIL],
): Record<string, readonly string[]> {
  const shown = names.map((name) => [name, sheetPicture(spreadsheet.sheetNamed(name))] as const);
  return Object.fromEntries(shown);
}

type Writes = Pick<Ledger, 'toRecord' | 'writes'>;

/** The cells of the line over a table where that is made, which says when the table was last checked, as its note does. */
const FACE = /!(A1|B1|A1:B1)$/;

/** By which members an execution has written cells of the tables, one for each write. */
export const tableWrites = ({ writes }: Pick<Writes, 'writes'>): readonly string[] =>
  writes
    .filter(({ member, place }) => member !== 'Range.setNote' && !FACE.test(place))
    // What a refresh leaves to the next one, with or without a change.
    .filter(({ place }) => !place.includes(MEMORY))
    .map(({ member }) => member);

const CHANGE = /^(Spreadsheet|Sheet|DeveloperMetadata)\.(set(?!Conditional)|add|insert|delete)/;

/** By which members it has changed the spreadsheet, but for what says when it was checked. */
export const changesBy = (ledger: Writes): readonly string[] => [
  ...new Set([
    ...tableWrites(ledger),
    ...Object.keys(ledger.toRecord()).filter((member) => CHANGE.test(member)),
  ]),
];

/** The line over a table as it is kept: its two cells, and the formulas of the conditional formats that hold for it. */
export interface Face {
  readonly left: Cell | undefined;
  readonly cell: Cell | undefined;
  readonly text: string;
  readonly rules: readonly string[];
}

export function faceOf({ spreadsheet }: Pick<World, 'spreadsheet'>, name: string): Face {
  const sheet = spreadsheet.sheetNamed(name);
  if (sheet === undefined) throw new RangeError(`expected a sheet named "${name}"`);
  const table = tableOf(sheet) ?? { row: 2, column: 2 };
  const [row, place] = [table.row - 1, table.column];
  const cell = sheet.peek(row, place);
  const area = { row, column: place, rows: 1, columns: 1 };
  const rules = sheet.conditionalRules.filter(({ areas }) => areas.some((one) => contains(one, area)));
  const left = sheet.peek(row, place - 1);
  return { left, cell, text: String(cell?.value ?? ''), rules: rules.map(({ formula }) => formula) };
}

const tableOf = ({ namedAreas }: SheetModel): Area | undefined =>
  namedAreas.find(({ name }) => name.startsWith('bitrix24_'))?.area ?? undefined;

/** Whether the cell belongs to the line over the sheet's table, wherever that has come to lie. */
export function isFace(sheet: SheetModel, row: number, column: number): boolean {
  const table = tableOf(sheet);
  const isOver = row + 1 === table?.row;
  return isOver && (column === table.column || column + 1 === table.column);
}

function sheetPicture(sheet: SheetModel | undefined): readonly string[] {
  if (sheet === undefined) return [];
  const { hidden, frozenRows, frozenColumns, columnWidths } = sheet;
  const texts = [JSON.stringify({ hidden, frozenRows, frozenColumns, columnWidths })];
  sheet.forEachCell((cell, row, place) => {
    const text = cellText(cell);
    if (text !== PLAIN && !isFace(sheet, row, place))
      texts.push(`${String.fromCharCode(64 + place)}${row} ${text}`);
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
