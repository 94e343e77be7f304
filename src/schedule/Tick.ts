/** What the recurring trigger does: go on, carry out, mend, refresh when it is time, or nothing. */
import type { Clock } from '../platform';
import type { RefreshService } from '../refresh/RefreshService';
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
  ) {}

  run(): void {
    if (!this.settings.isOwner()) {
      this.schedule.turnOff();
      this.settings.forgetOwnWebhook();
      return;
    }
    const run = this.state.run();
    const request = this.state.request.get();
    if (run.state === 'paused' || (run.state === 'running' && run.drafted)) {
      this.refreshes.start(run.how, run.briefOnly);
    } else if (request !== null) {
      // Taken away first: a refresh that the platform ends must not begin again at every tick.
      this.state.request.clear();
      const { accepted } = this.refreshes.start('request', request.briefOnly);
      if (accepted === 'busy') this.state.request.set(request);
    } else if (this.state.isHalfWritten() || this.isDue(run.startedAt)) {
      this.refreshes.start('schedule', false);
    }
  }

  private isDue(startedAt: string | null): boolean {
    const { scheduleHours } = this.settings.settings();
    if (scheduleHours === 0) return false;
    return (
      startedAt === null || this.clock.now() - Date.parse(startedAt) >= scheduleHours * HOUR_MILLISECONDS
    );
  }
}
