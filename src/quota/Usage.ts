/**
 * How much of Google's daily quotas this person has used through the add-on, by the hour. Google counts from the
 * first use for 24 hours and tells nobody how far it is; the sum over the last 24 hours is never less than that.
 */
import type { Clock } from '../platform';
import type { StoredValue } from '../state/StoredValue';

export interface Amounts {
  /** UrlFetch calls. */
  readonly requests: number;
  /** Running time of triggers. */
  readonly triggerMilliseconds: number;
}

/** Hours since 1970, requests, milliseconds of triggers. */
export type UsedHour = readonly [hour: number, requests: number, triggerMilliseconds: number];

const HOUR_MILLISECONDS = 60 * 60 * 1000;
/** The hour under way and the 24 before it. */
const HOURS = 25;

export const areUsedHours = (value: unknown): value is UsedHour[] =>
  Array.isArray(value) &&
  value.every(
    (hour) => Array.isArray(hour) && hour.length === 3 && hour.every((part) => typeof part === 'number'),
  );

export class Usage {
  constructor(
    private readonly stored: StoredValue<UsedHour[]>,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  lastDay(): Amounts {
    const hours = this.recent();
    return {
      requests: hours.reduce((sum, [, requests]) => sum + requests, 0),
      triggerMilliseconds: hours.reduce((sum, [, , milliseconds]) => sum + milliseconds, 0),
    };
  }

  add({ requests, triggerMilliseconds }: Amounts): void {
    const now = this.hour();
    const hours = this.recent();
    const current = hours.find(([hour]) => hour === now) ?? [now, 0, 0];
    const grown: UsedHour = [now, current[1] + requests, current[2] + triggerMilliseconds];
    this.stored.set([...hours.filter(([hour]) => hour !== now), grown]);
  }

  private recent(): UsedHour[] {
    const now = this.hour();
    return (this.stored.get() ?? []).filter(([hour]) => hour > now - HOURS && hour <= now);
  }

  private hour(): number {
    return Math.floor(this.clock.now() / HOUR_MILLISECONDS);
  }
}
