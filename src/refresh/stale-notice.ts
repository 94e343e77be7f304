/**
 * Tells on the report's own sheets that they are not as fresh as they look, and why: nobody else reaches those who only
 * read. The next report says anew what is true.
 */
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import { shownTimes } from '../platform/shown-time';
import { withFailure } from '../report/note';
import { FaceLines } from '../sheets/face-line';
import { ReportSheets } from '../sheets/ReportSheets';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import type { Run } from '../state/run';
import { causeOf } from '../texts/refresh-texts';
import { faceTexts } from '../texts/sheet-texts';
import { isSwitchedOn } from './wanted-sheets';

/** Called under the lock, after the failed run was remembered. What Google refuses changes nothing of that. */
export function tellStaleness(
  platform: Platform,
  store: Pick<SettingsStore, 'settings'>,
  state: DocumentState,
  run: Run,
): void {
  const { log, spreadsheets } = platform;
  attempt(log, 'the failure on the sheets', () => {
    const shown = shownTimes(platform);
    const faces = new FaceLines(spreadsheets, log);
    const last = state.lastSuccess.get();
    // What was refreshed alone since then is not as old as the report.
    const lastBrief = latest(last, state.lastBrief.get());
    const settings = store.settings();
    const told = new ReportSheets(platform.workbook())
      .tables()
      .filter(({ kind }) => kind === 'brief' || (!run.briefOnly && isSwitchedOn(kind, settings)))
      .map(({ kind, ...table }) => {
        const known = kind === 'brief' ? lastBrief : last;
        const since = known === null ? '' : shown(Date.parse(known));
        return { ...table, since: faces.fail(table, causeOf(run.message), since) };
      });
    for (const { sheet, origin, since } of told) {
      if (since === '') continue;
      const cell = sheet.getRange(origin.row, origin.column, 1, 1);
      cell.setNote(withFailure(cell.getNote(), faceTexts.failed(since, run.message)));
    }
  });
  attempt(log, 'the flush', () => spreadsheets.flush());
}

const latest = (time: string | null, other: string | null): string | null =>
  time !== null && (other === null || Date.parse(time) > Date.parse(other)) ? time : other;
