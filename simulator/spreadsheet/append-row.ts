/** `Sheet.appendRow`: below the last content, on a grid that grows where it must (Google, Sheet.appendRow reference). */
import { type Context, requireSheet, write } from './context';
import type { SheetModel } from './SheetModel';
import { readWritable, writeValue } from './write-value';

export function appendRow(context: Context, sheet: SheetModel, values: readonly unknown[]): void {
  const read = values.map(readWritable);
  requireSheet(context, sheet);
  context.pending.settle();
  const row = sheet.lastRow() + 1;
  const missing = {
    rows: Math.max(0, row - sheet.maxRows),
    columns: Math.max(0, read.length - sheet.maxColumns),
  };
  context.book.checkCellCount(
    (sheet.maxRows + missing.rows) * (sheet.maxColumns + missing.columns) - sheet.maxRows * sheet.maxColumns,
  );
  if (missing.rows > 0) sheet.insertRows(sheet.maxRows, missing.rows);
  if (missing.columns > 0) sheet.insertColumns(sheet.maxColumns, missing.columns);
  const area = { row, column: 1, rows: 1, columns: Math.max(1, read.length) };
  write(context, { sheet, area }, () => {
    read.forEach((value, index) => writeValue(sheet.touch(row, index + 1), value, context.book));
  });
}
