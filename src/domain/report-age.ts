/** How old a report may be before it is told as old: over the tables, at opening and in the panel. */

const DAY_HOURS = 24;
const GRACE_HOURS = 2;

/**
 * How old the last report may be under a schedule: it may miss one refresh; of a daily one nobody waits for a second.
 * Without a schedule, 0, a report is as good as a daily one.
 */
export const allowedHours = (scheduleHours: number): number =>
  (scheduleHours === 0 || scheduleHours === DAY_HOURS ? DAY_HOURS : 2 * scheduleHours) + GRACE_HOURS;
