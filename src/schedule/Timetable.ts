/** When the schedule refreshes next: by the settings, and by what the day's quotas leave. */
import type { Platform } from '../platform';
import { expectedOf, leavesRoom, paceOf } from '../quota/quota-sense';
import type { Usage } from '../quota/Usage';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import { tickTolerance } from './tick-interval';

const HOUR_MILLISECONDS = 60 * 60 * 1000;

export class Timetable {
  constructor(
    private readonly platform: Pick<Platform, 'clock' | 'isPublished'>,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
  ) {}

  /** When the next refresh is due, milliseconds since 1970; null where the schedule is off. */
  dueAt(): number | null {
    const wantedAt = this.wantedAt();
    return wantedAt === null ? null : Math.max(wantedAt, this.putOffUntil());
  }

  /** Whether this tick is the one to refresh. */
  isDue(): boolean {
    const wantedAt = this.wantedAt();
    if (wantedAt === null) return false;
    return this.now() >= Math.max(wantedAt - this.tolerance, this.putOffUntil());
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
  review(usage: Usage): void {
    const wantedAt = this.wantedAt();
    if (wantedAt === null) return;
    const used = usage.lastDay();
    const expected = expectedOf(this.state.history());
    const startedAt = Date.parse(this.state.lastStart() ?? '') || 0;
    const roomAt = usage.roomAt((amounts) => leavesRoom(amounts, expected));
    const until = Math.max(startedAt + paceOf(expected, used) - this.tolerance, roomAt);
    if (until > wantedAt) this.state.putOff.set(until);
    else if (this.state.putOff.get() !== null) this.state.putOff.clear();
  }

  /** By the settings alone. What was never refreshed is due at once. */
  private wantedAt(): number | null {
    const { scheduleHours } = this.settings.settings();
    if (scheduleHours === 0 || this.settings.owner() === null) return null;
    const startedAt = this.state.lastStart();
    if (startedAt === null) return this.state.tickAt.get() ?? this.now();
    return Date.parse(startedAt) + scheduleHours * HOUR_MILLISECONDS;
  }

  private get tolerance(): number {
    return tickTolerance(this.platform.isPublished);
  }

  private putOffUntil(): number {
    return this.state.putOff.get() ?? 0;
  }

  private now(): number {
    return this.platform.clock.now();
  }
}
