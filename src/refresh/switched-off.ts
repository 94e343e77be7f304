/** A sheet that its user has switched off stays as it is; only beside its cells it says that it is no longer refreshed. */
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import { withSwitchedOff } from '../report/note';
import { anchorOn } from '../sheets/anchor';
import type { FaceLines } from '../sheets/face-line';
import type { RetiredSheet } from '../sheets/ReportSheets';
import { encodeRecord } from '../sheets/sheet-record';

/** What Google refuses of it is no reason to lose a report of the others. */
export function retire(
  retired: readonly RetiredSheet[],
  platform: Pick<Platform, 'spreadsheets' | 'workbook' | 'log'>,
  faces: FaceLines,
): void {
  const { spreadsheets, log } = platform;
  for (const { report, isUnfinished } of retired) {
    const { sheet, record, metadata } = report;
    attempt(log, 'the note of a sheet that is off', () => {
      const origin = anchorOn(platform.workbook(), sheet, record.kind);
      if (origin === null) return;
      const cell = sheet.getRange(origin.row, origin.column, 1, 1);
      cell.setNote(withSwitchedOff(cell.getNote()));
      spreadsheets.flush();
      faces.retire({ sheet, origin }, isUnfinished);
    });
    attempt(log, 'the record of a sheet that is off', () => {
      metadata.setValue(encodeRecord({ ...record, isOff: true }));
      spreadsheets.flush();
    });
  }
}
