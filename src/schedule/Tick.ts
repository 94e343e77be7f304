/** What the recurring trigger does: go on, carry out, mend, refresh when it is time, or nothing. */
import type { Clock } from '../platform';
import { expectedOf, shortageOf } from '../quota/quota-sense';
import type { Usage } from '../quota/Usage';
import type { RefreshService } from '../refresh/RefreshService';
import { isHopeless, isOpen } from '../refresh/run-course';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import type { Schedule } from './Schedule';

const HOUR_MILLISECONDS = 60 * 60 * 1000;

export class Tick {
  constructor(
    private readonly clock: Clock,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly refreshes: RefreshService,
    private readonly schedule: Schedule,
    private readonly usage: Usage,
  ) {}

  run(): void {
    const startedAt = this.clock.now();
    this.act();
    this.usage.add({ requests: 0, triggerMilliseconds: this.clock.now() - startedAt });
  }

  private act(): void {
    if (!this.settings.isOwner()) {
      this.schedule.turnOff();
      this.settings.forgetOwnWebhook();
      return;
    }
    const run = this.state.run();
    const request = this.state.request.get();
    if (!isOpen(run) && run.drafted) this.refreshes.tidyUp();
    if (isOpen(run)) {
      this.refreshes.goOn();
    } else if (request !== null) {
      // Taken away first: a refresh that the platform ends must not begin again at every tick.
      this.state.request.clear();
      const { accepted } = this.refreshes.start('request', request.briefOnly);
      if (accepted === 'busy') this.state.request.set(request);
    } else if (
      (this.state.isHalfWritten() && !isHopeless(run)) ||
      (this.isDue(run.startedAt) && this.isAffordable())
    ) {
      this.refreshes.start('schedule', false);
    }
  }

  /** A refresh that the day's quotas would not carry to its end is put off to a later tick. */
  private isAffordable(): boolean {
    return shortageOf(this.usage.lastDay(), expectedOf(this.state.history())) === null;
  }

  private isDue(startedAt: string | null): boolean {
    const { scheduleHours } = this.settings.settings();
    if (scheduleHours === 0) return false;
    return (
      startedAt === null || this.clock.now() - Date.parse(startedAt) >= scheduleHours * HOUR_MILLISECONDS
    );
  }
}
