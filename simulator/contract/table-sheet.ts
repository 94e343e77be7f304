/** The sheet that shows how the claims fared. */
import { stackedChart } from './chart-claims';
import type { Checked } from './check';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const TABLE_NAME = 'Проверка платформы';
const HEADER = ['Утверждение', 'Ожидалось', 'Получено', 'Расходится'];
const COLUMNS = HEADER.length;

/** In place of the table of an earlier run. */
export function showTable(spreadsheet: Spreadsheet, checked: readonly Checked[]): void {
  const earlier = spreadsheet.getSheetByName(TABLE_NAME);
  const sheet = spreadsheet.insertSheet();
  if (earlier) spreadsheet.deleteSheet(earlier);
  sheet.setName(TABLE_NAME);
  writeRows(sheet, 1, [HEADER, ...checked.map(rowOf)]);
  sheet.getRange(1, 1, 1, COLUMNS).setFontWeight('bold');
  sheet.setFrozenRows(1);
}

/** Adds what was found out later, if the table is still there. */
export function addToTable(spreadsheet: Spreadsheet, checked: Checked): void {
  const sheet = spreadsheet.getSheetByName(TABLE_NAME);
  if (sheet) writeRows(sheet, sheet.getLastRow() + 1, [rowOf(checked)]);
}

/** Right of the table, if it is still there. */
export function showChart(spreadsheet: Spreadsheet, charts: typeof GoogleAppsScript.Charts.ChartType): void {
  const sheet = spreadsheet.getSheetByName(TABLE_NAME);
  if (sheet === null) return;
  sheet.insertChart(stackedChart({ sheet, charts }, 2, COLUMNS + 2));
  SpreadsheetApp.flush();
}

function writeRows(sheet: Sheet, row: number, rows: string[][]): void {
  sheet.getRange(row, 1, rows.length, COLUMNS).setNumberFormat('@').setValues(rows);
}

/** JSON, so that no cell begins like a formula; claims are our own words, held off by the same mark. */
const rowOf = ({ claim, expected, got, differs }: Checked): string[] => [
  `«${claim}»`,
  JSON.stringify(expected),
  JSON.stringify(got),
  differs ? 'да' : 'нет',
];
