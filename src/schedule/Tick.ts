/** What the recurring trigger does: go on, carry out, mend, refresh when it is time, or nothing. */
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { RefreshService } from '../refresh/RefreshService';
import { dutyOf, isOpen } from '../refresh/run-standing';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import { unlessSomebodySaves, type Locking } from '../state/locks';
import type { Run } from '../state/run';
import { disconnect } from './disconnect';
import type { OwnerTrigger } from './OwnerTrigger';
import type { Schedule } from './Schedule';

export class Tick {
  constructor(
    private readonly platform: Locking,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly refreshes: RefreshService,
    private readonly trigger: OwnerTrigger,
    private readonly schedule: Schedule,
    private readonly ledger: QuotaLedger,
  ) {}

  run(): void {
    const startedAt = this.platform.clock.now();
    const hasRefreshed = this.act(startedAt);
    const triggerMilliseconds = this.platform.clock.now() - startedAt;
    if (!hasRefreshed) {
      this.ledger.addIdle(triggerMilliseconds);
      return;
    }
    this.ledger.add({ requests: 0, triggerMilliseconds });
    this.schedule.review(this.ledger);
  }

  /** @returns whether there was something to do */
  private act(now: number): boolean {
    if (!this.settings.people.isOwner()) {
      this.leave();
      return false;
    }
    this.state.tickAt.set(now);
    const run = this.state.run();
    if (!isOpen(run) && run.drafted) this.refreshes.tidyUp();
    const waiting = { request: this.state.request.get(), isHalfWritten: this.state.isHalfWritten() };
    const duty = dutyOf(run, waiting);
    if (duty === 'keepTime') return this.keepTime(run);
    if (duty === 'mend') this.refreshes.start('schedule', false);
    else this.refreshes.unattended(duty);
    return true;
  }

  /** He may be saving a webhook at this moment: then he is the owner once he has the lock of the settings, or next time. */
  private leave(): void {
    const { settings, state, refreshes, trigger } = this;
    unlessSomebodySaves(this.platform, () => {
      if (!settings.people.isOwner()) disconnect({ settings, state, refreshes, trigger });
    });
  }

  /** Asked twice: what was used since the last refresh may put this one off. */
  private keepTime(run: Run): boolean {
    if (this.schedule.due(run) === null) return false;
    this.schedule.review(this.ledger);
    const due = this.schedule.due(run);
    if (due === 'schedule') this.refreshes.start('schedule', false);
    else if (due === 'repeat') this.refreshes.unattended('repeated');
    return due !== null;
  }
}
