/** The notes over the tables by themselves: they can be set without a report. */
import { anchorOn } from './anchor';
import type { SheetKind } from './planned-area';
import type { ReportSheet } from './ReportSheets';
import type { Workbook } from '../platform/spreadsheet';

/** A table that nothing says the place of gets none. */
export function rewriteNotes(
  workbook: Workbook,
  reports: readonly ReportSheet[],
  change: (note: string, kind: SheetKind) => string,
): void {
  for (const { sheet, record } of reports) {
    const anchor = anchorOn(workbook, sheet, record.kind);
    if (anchor === null) continue;
    const cell = sheet.getRange(anchor.row, anchor.column, 1, 1);
    cell.setNote(change(cell.getNote(), record.kind));
  }
}
