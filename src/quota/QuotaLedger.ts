/**
 * How much of Google's daily quotas this person has used through the add-on, by the hour. Google counts from the
 * first use for 24 hours and tells nobody how far it is; the sum over the last 24 hours is never less than that.
 */
import { HOUR_MILLISECONDS } from '../domain/durations';
import type { Platform } from '../platform/platform';
import { IDLE_KEY, USAGE_KEY } from '../settings/property-keys';
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

/** Adding takes two calls; who waits for so long has met a failure. */
const LOCK_MILLISECONDS = 2_000;
/** The hour under way and the 24 before it. */
const HOURS = 25;

const areUsedHours = (value: unknown): value is UsedHour[] =>
  Array.isArray(value) &&
  value.every(
    (hour) => Array.isArray(hour) && hour.length === 3 && hour.every((part) => typeof part === 'number'),
  );

export class QuotaLedger {
  private readonly stored: StoredValue<UsedHour[]>;
  /** Of ticks that found nothing to do, which write nothing else: what two of them lose of each other is moments. */
  private readonly idle: StoredValue<UsedHour[]>;

  constructor(private readonly platform: Pick<Platform, 'userProperties' | 'userLock' | 'clock'>) {
    const { userProperties } = platform;
    this.stored = new StoredValue(userProperties, USAGE_KEY, areUsedHours);
    this.idle = new StoredValue(userProperties, IDLE_KEY, areUsedHours);
  }

  lastDay(): Amounts {
    return sumOf(this.all());
  }

  /** Ticks and refreshes of one person may end at the same moment, in any of his spreadsheets: one after the other. */
  add(used: Amounts): void {
    const isAdded = locked(this.platform.userLock, LOCK_MILLISECONDS, () => {
      this.addTo(this.stored, used);
      return true;
    });
    // Better two of them at once than one of them not counted for certain.
    if (isAdded === null) this.addTo(this.stored, used);
  }

  /** Most ticks have nothing to do: they take no lock for it. */
  addIdle(triggerMilliseconds: number): void {
    this.addTo(this.idle, { requests: 0, triggerMilliseconds });
  }

  /** From when on no more is used than lets `isEnough` say yes: milliseconds since 1970, 0 where it does already. */
  roomAt(isEnough: (used: Amounts) => boolean): number {
    const hours = this.all().sort(([one], [other]) => one - other);
    let freeAt = 0;
    for (let forgotten = 0; forgotten < hours.length; forgotten += 1) {
      if (isEnough(sumOf(hours.slice(forgotten)))) return freeAt;
      freeAt = ((hours[forgotten]?.[0] ?? 0) + HOURS) * HOUR_MILLISECONDS;
    }
    return freeAt;
  }

  private all(): UsedHour[] {
    return [...this.recent(this.stored), ...this.recent(this.idle)];
  }

  private addTo(stored: StoredValue<UsedHour[]>, { requests, triggerMilliseconds }: Amounts): void {
    const now = this.hour();
    const hours = this.recent(stored);
    const current = hours.find(([hour]) => hour === now) ?? [now, 0, 0];
    const grown: UsedHour = [now, current[1] + requests, current[2] + triggerMilliseconds];
    stored.set([...hours.filter(([hour]) => hour !== now), grown]);
  }

  private recent(stored: StoredValue<UsedHour[]>): UsedHour[] {
    const now = this.hour();
    return (stored.get() ?? []).filter(([hour]) => hour > now - HOURS && hour <= now);
  }

  private hour(): number {
    return Math.floor(this.platform.clock.now() / HOUR_MILLISECONDS);
  }
}

const sumOf = (hours: readonly UsedHour[]): Amounts => ({
  requests: hours.reduce((sum, [, requests]) => sum + requests, 0),
  triggerMilliseconds: hours.reduce((sum, [, , milliseconds]) => sum + milliseconds, 0),
});
