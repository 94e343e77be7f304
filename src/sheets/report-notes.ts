/** The notes of B2 by themselves: they can be set without a report. */
import { NEW_TABLE } from './planned-area';
import type { ReportSheet } from './ReportSheets';

export function rewriteNotes(reports: readonly ReportSheet[], change: (note: string) => string): void {
  for (const { sheet } of reports) {
    const cell = sheet.getRange(NEW_TABLE.row, NEW_TABLE.column, 1, 1);
    cell.setNote(change(cell.getNote()));
  }
}
