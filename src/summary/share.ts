/** A share as a bar of text: it stays a picture in print, in a file and on a phone. */
import { shareOf } from '../report/money';
import { summaryTexts as TEXTS } from '../texts/summary-texts';

/** Blocks of a whole. */
const BLOCKS = 20;
/** Where refunds have left next to nothing of the whole, a part is many times as much; its figure tells how many. */
const MOST_BLOCKS = 100;
const PERCENT = 100;

/** null where the whole is not above 0, or the part is below it. Blocks and per cents are rounded half up. */
export function shareText(part: number, whole: number): string | null {
  if (whole <= 0 || part < 0) return null;
  if (part === 0) return TEXTS.noShare;
  const blocks = Math.min(shareOf(part, whole, 0, BLOCKS), MOST_BLOCKS);
  return TEXTS.share(blocks, shareOf(part, whole, 0, PERCENT));
}
