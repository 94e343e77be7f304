/** Keeps texts within what a cell can hold. */
import { CELL_TEXT_MAX_CHARS } from '../platform/limits';

/** The text itself if a cell can hold it, else its beginning and «…», together exactly as long as a cell can be. */
export function cutText(text: string): string {
  return text.length > CELL_TEXT_MAX_CHARS ? `${text.slice(0, CELL_TEXT_MAX_CHARS - 1)}…` : text;
}
