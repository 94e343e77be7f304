/** Moments as people read them, in the time zone of their spreadsheet. */
import type { Platform } from './platform';

/** `02.06.2026 19:15`, a pattern of Java's SimpleDateFormat. */
export const MOMENT = 'dd.MM.yyyy HH:mm';

/** Asks for the zone once; what it gives tells any number of moments, milliseconds since 1970. */
export function shownTimes(
  platform: Pick<Platform, 'workbook' | 'formatTime'>,
): (milliseconds: number, pattern?: string) => string {
  const zone = platform.workbook().getSpreadsheetTimeZone();
  return (milliseconds, pattern = MOMENT) => platform.formatTime(milliseconds, zone, pattern);
}
