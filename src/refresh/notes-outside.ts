/** The notes of invoices that no report shows, brought to a sheet of their own. Called under the lock of refreshes. */
import { NotesSheet } from '../memory/NotesSheet';
import { outsideOf } from '../notes/KeptNotes';
import type { Platform } from '../platform/platform';
import { HiddenSheet } from '../sheets/HiddenSheet';
import { makeNotesSheet } from '../sheets/notes-sheet';
import type { DocumentState } from '../state/DocumentState';
import { notesTexts } from '../texts/status-texts';

/** Where the notes of a spreadsheet are kept. `isSeen`: whether a person waits for this execution. */
export const noteKeeper = (platform: Platform, spreadsheetId: string, isSeen: boolean): NotesSheet =>
  new NotesSheet(new HiddenSheet(platform.workbook(), 'notes', isSeen), spreadsheetId, platform.codec);

/** What a page gets that wants to see them. */
export interface NotesAnswer {
  readonly ok: boolean;
  readonly message: string;
}

/** The name of the sheet on which they are now; null where there are none. */
interface ShownNotes {
  readonly sheet: string | null;
}

/** On a sheet of their own, which is the person's from then on. */
export function showNotesOutside(
  platform: Platform,
  { spreadsheetId }: { readonly spreadsheetId: string },
  state: Pick<DocumentState, 'isHalfWritten'>,
): ShownNotes {
  const { spreadsheets } = platform;
  const kept = noteKeeper(platform, spreadsheetId, true).read();
  if (kept === null) return { sheet: null };
  // What a write that was cut short was to bring back may be nowhere else.
  const outside = state.isHalfWritten() ? kept.parked : outsideOf(kept);
  if (outside.length === 0) return { sheet: null };
  const sheet = makeNotesSheet(platform.workbook(), spreadsheets, outside);
  spreadsheets.flush();
  return { sheet };
}

/** @param shown null where somebody else is at work */
export function notesAnswer(shown: ShownNotes | null): NotesAnswer {
  if (shown === null) return { ok: false, message: notesTexts.busy };
  return { ok: true, message: shown.sheet === null ? notesTexts.none : notesTexts.shown(shown.sheet) };
}

/**
 * With the connection all goes that is kept, but for the people's words: those come to stand on a sheet first. Nothing is
 * removed before they do.
 */
export function handOutNotes(...parts: Parameters<typeof showNotesOutside>): void {
  const [platform] = parts;
  showNotesOutside(...parts);
  new HiddenSheet(platform.workbook(), 'notes').remove();
  platform.spreadsheets.flush();
}
