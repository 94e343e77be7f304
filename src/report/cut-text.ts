/** Keeps texts within what a cell can hold. */

/** UTF-16 units in a cell (Google, "Files you can store in Google Drive": 50,000 characters). */
const CELL_TEXT_LIMIT = 50_000;

/** The text itself if a cell can hold it, else its beginning and «…», together exactly as long as a cell can be. */
export function cutText(text: string): string {
  return text.length > CELL_TEXT_LIMIT ? `${text.slice(0, CELL_TEXT_LIMIT - 1)}…` : text;
}
