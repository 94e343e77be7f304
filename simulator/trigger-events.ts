/** The event objects that triggers hand to their functions (Google, "Event objects"). */
import type { AuthorizationMode } from './access';
import { AUTH_MODE } from './services/script-app';

export const simpleTriggerEvent = (mode: AuthorizationMode): object => ({
  authMode: AUTH_MODE.constant(mode),
});

const DAY = 86_400_000;

/** Of a clock trigger that fires at `time`, in UTC. */
export function clockEvent(time: number, triggerUid: string): object {
  const date = new Date(time);
  const monday1 = ((date.getUTCDay() + 6) % 7) + 1;
  return {
    authMode: AUTH_MODE.constant('FULL'),
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': monday1,
    'week-of-year': isoWeek(date, monday1),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid,
  };
}

/** The week belongs to the year that has its Thursday (ISO 8601). */
function isoWeek(date: Date, dayOfWeek: number): number {
  const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 4 - dayOfWeek);
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - newYear) / DAY / 7) + 1;
}
