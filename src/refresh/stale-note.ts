/**
 * Tells on the report's own sheets that they have grown old: nobody looks at the status of what runs unattended.
 * The next report writes its notes anew.
 */
import { despiteFailure } from '../despite-failure';
import type { Platform } from '../platform';
import { withFailure } from '../report/note';
import { ReportSheets } from '../sheets/ReportSheets';
import { rewriteNotes } from '../sheets/report-notes';
import type { DocumentState } from '../state/DocumentState';
import { isUnattended, unattendedFailures, type Run } from '../state/run';
import { noteTexts } from '../texts/sheet-texts';

/** One failure may be the portal's bad hour; the next refresh may mend it before anybody looks. */
const FAILURES_TO_TELL = 2;
const SHOWN_TIME = 'dd.MM.yyyy HH:mm';

/** Called under the lock, after the failed run was remembered. Notes that cannot be set are none the worse. */
export function tellStaleness(platform: Platform, state: DocumentState, run: Run): void {
  const since = state.lastSuccess.get();
  if (since === null || !isUnattended(run) || unattendedFailures(state.history()) < FAILURES_TO_TELL) return;
  try {
    const workbook = platform.workbook();
    const shownSince = platform.formatTime(Date.parse(since), workbook.getSpreadsheetTimeZone(), SHOWN_TIME);
    const line = noteTexts.staleSince(shownSince, run.message);
    rewriteNotes(new ReportSheets(workbook).existing(), (note) => withFailure(note, line));
  } catch {
    platform.log.warn('the notes could not be set');
  }
  despiteFailure(platform.log, 'the flush', () => platform.spreadsheets.flush());
}
