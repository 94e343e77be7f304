/** What somebody who opens the spreadsheet has to know at once: that its report is not what it seems. */
import { HOUR_MILLISECONDS } from '../domain/durations';
import { allowedHours } from '../domain/report-age';
import { refreshTexts } from '../texts/refresh-texts';
import type { Run } from './run';

export interface Opened {
  /** The refresh under way or the last one. */
  readonly run: Pick<Run, 'state' | 'message'>;
  /** When the last report was finished, ISO time; null for never. */
  readonly lastSuccess: string | null;
  /** 0: no schedule, so that no age is too old. */
  readonly scheduleHours: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @param shown an ISO time as people read it; null where there is nothing to tell */
export function openingNotice(opened: Opened, shown: (time: string) => string): string | null {
  const { run, lastSuccess, scheduleHours, now } = opened;
  if (run.state === 'failed') return refreshTexts.lastFailed(run.message.split('\n', 1).join());
  if (lastSuccess === null || scheduleHours === 0) return null;
  const age = now - Date.parse(lastSuccess);
  return age > allowedHours(scheduleHours) * HOUR_MILLISECONDS
    ? refreshTexts.reportIsOld(shown(lastSuccess))
    : null;
}
