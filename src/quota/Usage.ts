/**
 * How much of Google's daily quotas this person has used through the add-on, by the hour. Google counts from the
 * first use for 24 hours and tells nobody how far it is; the sum over the last 24 hours is never less than that.
 */
import type { Clock, PropertyStore } from '../platform';
import { USAGE_KEY } from '../settings/property-keys';
import { StoredValue } from '../state/StoredValue';

export interface Amounts {
  /** UrlFetch calls. */
  readonly requests: number;
  /** Running time of triggers. */
  readonly triggerMilliseconds: number;
}

/** Hours since 1970, requests, milliseconds of triggers. */
type UsedHour = readonly [hour: number, requests: number, triggerMilliseconds: number];

const HOUR_MILLISECONDS = 60 * 60 * 1000;
/** The hour under way and the 24 before it. */
const HOURS = 25;

const areUsedHours = (value: unknown): value is UsedHour[] =>
  Array.isArray(value) &&
  value.every(
    (hour) => Array.isArray(hour) && hour.length === 3 && hour.every((part) => typeof part === 'number'),
  );

export class Usage {
  private readonly stored: StoredValue<UsedHour[]>;

  /** @param properties of the person whose quotas they are */
  constructor(
    properties: PropertyStore,
    private readonly clock: Pick<Clock, 'now'>,
  ) {
    this.stored = new StoredValue(properties, USAGE_KEY, areUsedHours);
  }

  lastDay(): Amounts {
    return sumOf(this.recent());
  }

  add({ requests, triggerMilliseconds }: Amounts): void {
    const now = this.hour();
    const hours = this.recent();
    const current = hours.find(([hour]) => hour === now) ?? [now, 0, 0];
    const grown: UsedHour = [now, current[1] + requests, current[2] + triggerMilliseconds];
    this.stored.set([...hours.filter(([hour]) => hour !== now), grown]);
  }

  /** From when on no more is used than lets `isEnough` say yes: milliseconds since 1970, 0 where it does already. */
  roomAt(isEnough: (used: Amounts) => boolean): number {
    const hours = this.recent().sort(([one], [other]) => one - other);
    let freeAt = 0;
    for (let forgotten = 0; forgotten < hours.length; forgotten += 1) {
      if (isEnough(sumOf(hours.slice(forgotten)))) return freeAt;
      freeAt = ((hours[forgotten]?.[0] ?? 0) + HOURS) * HOUR_MILLISECONDS;
    }
    return freeAt;
  }

  private recent(): UsedHour[] {
    const now = this.hour();
    return (this.stored.get() ?? []).filter(([hour]) => hour > now - HOURS && hour <= now);
  }

  private hour(): number {
    return Math.floor(this.clock.now() / HOUR_MILLISECONDS);
  }
}

const sumOf = (hours: readonly UsedHour[]): Amounts => ({
  requests: hours.reduce((sum, [, requests]) => sum + requests, 0),
  triggerMilliseconds: hours.reduce((sum, [, , milliseconds]) => sum + milliseconds, 0),
});
