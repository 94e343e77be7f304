/** How long it is until people begin to work on the first of the next month. */
const HOUR = 3_600_000;
/** The spreadsheet's zone is Moscow's. */
const ZONE_OFFSET = 3 * HOUR;
const MORNING = 9;

/** Milliseconds. */
export function untilNextMonth(now: number): number {
  const local = new Date(now + ZONE_OFFSET);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1, MORNING) - ZONE_OFFSET - now;
}
