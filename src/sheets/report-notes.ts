/** The notes of B2 by themselves: they can be set without a report. */
import { NEW_TABLE, type SheetKind } from './planned-area';
import type { ReportSheet } from './ReportSheets';

export function rewriteNotes(
  reports: readonly ReportSheet[],
  change: (note: string, kind: SheetKind) => string,
): void {
  for (const { sheet, record } of reports) {
    const cell = sheet.getRange(NEW_TABLE.row, NEW_TABLE.column, 1, 1);
    cell.setNote(change(cell.getNote(), record.kind));
  }
}
