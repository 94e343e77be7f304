/** A sheet of notes whose invoices no report shows: made when somebody wants to see them, and theirs from then on. */
import type { ParkedNotes } from '../notes/KeptNotes';
import { inColumns, type NoteCell } from '../notes/NoteCell';
import { noteTitle, NOTES_TITLE, NOTES_SHEET_TITLES } from '../texts/sheet-texts';
import { PLAIN_FORMAT, TEXT_FORMAT, textStyle } from './cell-formats';
import { sameName } from './same-name';
import { asText } from './text-safety';
import type { Sheet, SpreadsheetService, Workbook } from '../platform/spreadsheet';

/** Id, number, buyer. */
const NAMES = NOTES_SHEET_TITLES.length;
const FONT_SIZE = 10;
const WIDTHS = [80, 110, 280] as const;
const NOTE_WIDTH = 200;

/** @returns the name of the sheet */
export function makeNotesSheet(
  workbook: Workbook,
  app: SpreadsheetService,
  notes: readonly ParkedNotes[],
): string {
  const sheets = workbook.getSheets();
  const sheet = workbook.insertSheet(freeName(sheets), sheets.length);
  const columns = Math.max(...notes.map(({ cells }) => cells.length));
  const lines = [...notes]
    .sort((a, b) => a.id - b.id)
    .map((one) => ({ ...one, cells: inColumns(one.cells, columns) }));
  const rows = lines.length + 1;
  const needed = rows - sheet.getMaxRows();
  if (needed > 0) sheet.insertRowsAfter(sheet.getMaxRows(), needed);
  const area = sheet.getRange(1, 1, rows, NAMES + columns);
  const titles = [...NOTES_SHEET_TITLES, ...Array.from({ length: columns }, (_, index) => noteTitle(index))];
  const each = <T>(head: T, names: T, of: (cell: NoteCell) => T): T[][] => [
    titles.map(() => head),
    ...lines.map(({ cells }) => [...NOTES_SHEET_TITLES.map(() => names), ...cells.map(of)]),
  ];
  area.setNumberFormats(each<string>(TEXT_FORMAT, PLAIN_FORMAT, ({ format }) => format || PLAIN_FORMAT));
  area.setValues([
    titles,
    ...lines.map(({ id, number, buyer, cells }) => [
      id,
      asText(number),
      asText(buyer),
      ...cells.map(({ value }) => (typeof value === 'string' ? asText(value) : value)),
    ]),
  ]);
  area.setBackgrounds(each<string | null>(null, null, ({ fill }) => fill));
  const style = (bold: boolean, color: string | null) =>
    textStyle(app, { bold, color: color ?? '#000000', size: FONT_SIZE });
  area.setTextStyles(
    each(style(true, null), style(false, null), ({ isBold, color }) => style(isBold, color)),
  );
  area.setNotes(each<string>('', '', ({ comment }) => comment));
  WIDTHS.forEach((width, index) => sheet.setColumnWidths(index + 1, 1, width));
  sheet.setColumnWidths(NAMES + 1, columns, NOTE_WIDTH);
  sheet.setFrozenRows(1);
  return sheet.getName();
}

function freeName(sheets: readonly Sheet[]): string {
  const names = sheets.map((sheet) => sheet.getName());
  let name: string = NOTES_TITLE;
  for (let number = 2; names.some((other) => sameName(name, other)); number += 1)
    name = `${NOTES_TITLE} ${number}`;
  return name;
}
