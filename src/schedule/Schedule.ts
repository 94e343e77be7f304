/** When the schedule refreshes next: by the settings, and by what the day's quotas leave. */
import { HOUR_MILLISECONDS } from '../domain/durations';
import type { Platform } from '../platform/platform';
import { expectedOf, leavesRoom, paceOf } from '../quota/quota-policy';
import type { QuotaLedger } from '../quota/QuotaLedger';
import { repeatDueAt } from '../refresh/repeats';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import type { Run } from '../state/run';
import { tickMilliseconds, tickTolerance } from '../state/tick-interval';

export class Schedule {
  constructor(
    private readonly platform: Pick<Platform, 'clock' | 'isPublished'>,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
  ) {}

  /** When the next unattended refresh comes, milliseconds since 1970; null where none does. */
  dueAt(): number | null {
    if (this.settings.people.owner() === null) return null;
    const repeatAt = repeatDueAt(this.state.run());
    const times = [this.wantedAt(), repeatAt === null ? null : this.tickAfter(repeatAt)];
    const known = times.filter((time) => time !== null);
    return known.length === 0 ? null : Math.max(Math.min(...known), this.putOffUntil());
  }

  /**
   * What a tick is to begin, if anything: the schedule's own turn makes up for a repeat.
   * @param run the last one
   */
  due(run: Run): 'schedule' | 'repeat' | null {
    if (this.isReached(this.wantedAt())) return 'schedule';
    return this.isReached(repeatDueAt(run)) ? 'repeat' : null;
  }

  /** Whether the next refresh comes later than the settings say, because of the quotas. */
  isPutOff(): boolean {
    const wantedAt = this.wantedAt();
    return wantedAt !== null && this.putOffUntil() > wantedAt;
  }

  /**
   * Notes until when the quotas put the schedule off. Only an execution of the owner knows what he has used; the
   * others read what it noted.
   */
  review(ledger: QuotaLedger): void {
    const wantedAt = this.wantedAt();
    if (wantedAt === null) return;
    const used = ledger.lastDay();
    const expected = expectedOf(this.state.history());
    const startedAt = Date.parse(this.state.lastStart() ?? '') || 0;
    const roomAt = ledger.roomAt((amounts) => leavesRoom(amounts, expected));
    const until = Math.max(startedAt + paceOf(expected, used) - this.tolerance, roomAt);
    if (until > wantedAt) this.state.putOff.set(until);
    else if (this.state.putOff.get() !== null) this.state.putOff.clear();
  }

  /** By the settings alone. What was never refreshed is due at once. */
  private wantedAt(): number | null {
    const { scheduleHours } = this.settings.settings();
    if (scheduleHours === 0 || this.settings.people.owner() === null) return null;
    const startedAt = this.state.lastStart();
    if (startedAt === null) return this.state.tickAt.get() ?? this.platform.clock.now();
    return Date.parse(startedAt) + scheduleHours * HOUR_MILLISECONDS;
  }

  private isReached(time: number | null): boolean {
    return time !== null && this.platform.clock.now() >= Math.max(time - this.tolerance, this.putOffUntil());
  }

  /** The first tick that takes that time for reached, as far as ticks keep their pace. */
  private tickAfter(time: number): number {
    const tickAt = this.state.tickAt.get() ?? time;
    const interval = tickMilliseconds(this.platform.isPublished);
    const ticks = Math.ceil((time - this.tolerance - tickAt) / interval);
    return tickAt + Math.max(ticks, 1) * interval;
  }

  private get tolerance(): number {
    return tickTolerance(this.platform.isPublished);
  }

  private putOffUntil(): number {
    return this.state.putOff.get() ?? 0;
  }
}
