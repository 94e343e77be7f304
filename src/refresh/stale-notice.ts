/**
 * Tells on the report's own sheets that they have grown old: nobody looks at the status of what runs unattended.
 * The next report writes its notes anew.
 */
import type { Platform } from '../platform/platform';
import { shownTimes } from '../platform/shown-time';
import { withFailure } from '../report/note';
import { ReportSheets } from '../sheets/ReportSheets';
import type { DocumentState } from '../state/DocumentState';
import { isUnattended, unattendedFailures, type Run } from '../state/run';
import { noteTexts } from '../texts/sheet-texts';

/** One failure may be the portal's bad hour; the next refresh may mend it before anybody looks. */
const FAILURES_TO_TELL = 2;

/** Called under the lock, after the failed run was remembered. @throws where Google refuses */
export function tellStaleness(platform: Platform, state: DocumentState, run: Run): void {
  const since = state.lastSuccess.get();
  if (since === null || run.briefOnly || !isUnattended(run)) return;
  if (unattendedFailures(state.history()) < FAILURES_TO_TELL) return;
  // What was refreshed alone since then is not as old as the report.
  const sinceOf = { brief: latest(since, state.lastBrief.get()), detail: since };
  try {
    const workbook = platform.workbook();
    const shown = shownTimes(platform);
    new ReportSheets(workbook).rewriteNotes((note, kind) => {
      const since = shown(Date.parse(sinceOf[kind]));
      return withFailure(note, noteTexts.staleSince(since, run.message));
    });
  } finally {
    platform.spreadsheets.flush();
  }
}

const latest = (time: string, other: string | null): string =>
  other !== null && Date.parse(other) > Date.parse(time) ? other : time;
