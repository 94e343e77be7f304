/** What no workbook holds, and the way past it. */
import path from 'node:path';
import type { SpreadsheetModel } from '../../simulator/spreadsheet';

/** Of one sheet (Microsoft, "Excel specifications and limits"). */
const SHEET_ROWS = 1_048_576;

export type WorkbookLimit = 'rows' | 'cells';

const LIMITS: Readonly<Record<WorkbookLimit, string>> = {
  rows: 'на листе Excel бывает не больше 1\u00a0048\u00a0576 строк',
  cells: 'он собирается как Google Таблица, а в ней бывает не больше 10\u00a0000\u00a0000 ячеек',
};

/** @param out the workbook that was wanted */
export function pastLimit(limit: WorkbookLimit, out: string): string {
  const name = path.join(path.dirname(out), path.basename(out, path.extname(out)));
  return `Отчёт не помещается в .xlsx: ${LIMITS[limit]}. Сохраните его таблицами: --out ${name}.parquet или --out ${name}.duckdb.`;
}

/** Whether a sheet that goes into the workbook has been made longer than it may be there. */
export const isTooLong = ({ sheets }: SpreadsheetModel, rows = SHEET_ROWS): boolean =>
  sheets.some(({ hidden, maxRows }) => !hidden && maxRows > rows);
