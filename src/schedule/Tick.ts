/** What the recurring trigger does: go on, carry out, mend, refresh when it is time, or nothing. */
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import type { QuotaLedger } from '../quota/QuotaLedger';
import { dutyOf, isOpen } from '../refresh/run-standing';
import { unlessSomebodySaves, type Locking } from '../state/locks';
import type { Run } from '../state/run';
import { disconnect, type ConnectionParts } from './disconnect';
import type { Schedule } from './Schedule';

export interface TickParts extends ConnectionParts {
  readonly platform: Locking & Pick<Platform, 'log'>;
  readonly schedule: Schedule;
  readonly ledger: QuotaLedger;
}

export class Tick {
  constructor(private readonly parts: TickParts) {}

  run(): void {
    const { platform, schedule, ledger } = this.parts;
    const startedAt = platform.clock.now();
    const hasRefreshed = this.act(startedAt);
    const triggerMilliseconds = platform.clock.now() - startedAt;
    if (!hasRefreshed) {
      ledger.addIdle(triggerMilliseconds);
      return;
    }
    ledger.add({ requests: 0, triggerMilliseconds });
    schedule.review(ledger);
  }

  /** @returns whether there was something to do */
  private act(now: number): boolean {
    const { settings, state, refreshes } = this.parts;
    if (!settings.people.isOwner()) {
      this.leave();
      return false;
    }
    state.tickAt.set(now);
    const run = state.run();
    if (!isOpen(run) && run.drafted) refreshes.tidyUp();
    const duty = dutyOf(run, { request: state.request.get(), isHalfWritten: state.isHalfWritten() });
    if (duty === 'keepTime') return this.keepTime(run);
    if (duty === 'mend') refreshes.start('schedule', false);
    else refreshes.unattended(duty);
    return true;
  }

  /** He may be saving a webhook at this moment: then he is the owner once he has the lock of the settings, or next time. */
  private leave(): void {
    unlessSomebodySaves(this.parts.platform, () => {
      if (!this.parts.settings.people.isOwner()) disconnect(this.parts);
    });
  }

  /** What cannot be compared now is compared another time. */
  private compare(): boolean {
    const { platform, schedule, refreshes } = this.parts;
    if (schedule.isPutOff()) return false;
    let hasCompared = false;
    attempt(platform.log, 'the comparison', () => (hasCompared = refreshes.reconcile()));
    return hasCompared;
  }

  /** Asked twice: what was used since the last refresh may put this one off. */
  private keepTime(run: Run): boolean {
    const { schedule, refreshes, ledger } = this.parts;
    if (schedule.due(run) === null) return this.compare();
    schedule.review(ledger);
    const due = schedule.due(run);
    if (due === 'schedule') refreshes.start('schedule', false);
    else if (due === 'repeat') refreshes.unattended('repeated');
    return due !== null;
  }
}
