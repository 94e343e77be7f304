/**
 * How much of Google's daily quotas this person has used through the add-on, by the hour. Google counts from the
 * first use for 24 hours and tells nobody how far it is; the sum over the last 24 hours is never less than that.
 */
import type { Platform } from '../platform';
import { USAGE_KEY } from '../settings/property-keys';
import { locked } from '../state/locked';
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
/** Adding takes two calls; who waits for so long has met a failure. */
const LOCK_MILLISECONDS = 2_000;
/** The hour under way and the 24 before it. */
const HOURS = 25;

const areUsedHours = (value: unknown): value is UsedHour[] =>
  Array.isArray(value) &&
  value.every(
    (hour) => Array.isArray(hour) && hour.length === 3 && hour.every((part) => typeof part === 'number'),
  );

export class Usage {
  private readonly stored: StoredValue<UsedHour[]>;

  constructor(private readonly platform: Pick<Platform, 'userProperties' | 'userLock' | 'clock'>) {
    this.stored = new StoredValue(platform.userProperties, USAGE_KEY, areUsedHours);
  }

  lastDay(): Amounts {
    return sumOf(this.recent());
  }

  /** Ticks and refreshes of one person may end at the same moment, in any of his spreadsheets: one after the other. */
  add(used: Amounts): void {
    const isAdded = locked(this.platform.userLock, LOCK_MILLISECONDS, () => {
      this.addAlone(used);
      return true;
    });
    // Better two of them at once than one of them not counted for certain.
    if (isAdded === null) this.addAlone(used);
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

  private addAlone({ requests, triggerMilliseconds }: Amounts): void {
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
    return Math.floor(this.platform.clock.now() / HOUR_MILLISECONDS);
  }
}

const sumOf = (hours: readonly UsedHour[]): Amounts => ({
  requests: hours.reduce((sum, [, requests]) => sum + requests, 0),
  triggerMilliseconds: hours.reduce((sum, [, , milliseconds]) => sum + milliseconds, 0),
});
