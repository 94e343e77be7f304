/** What the recurring trigger does: go on, carry out, mend, refresh when it is time, compare, or nothing. */
import type { Platform } from '../platform/platform';
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { Comparison, Stored } from '../refresh/Comparison';
import { dutyOf, isOpen } from '../refresh/run-standing';
import { unlessSomebodySaves, type Locking } from '../state/locks';
import type { Run } from '../state/run';
import { disconnect, type ConnectionParts } from './disconnect';
import { Schedule } from './Schedule';

export interface TickParts extends ConnectionParts {
  readonly platform: Locking & Pick<Platform, 'log'>;
  readonly schedule: Schedule;
  readonly ledger: QuotaLedger;
  readonly comparison: Comparison;
  readonly asOfNow: () => Stored;
}

/** What a tick did, or the number of requests by which it compared. */
type Done = 'nothing' | 'refreshed' | number;

export class Tick {
  constructor(private readonly parts: TickParts) {}

  run(): void {
    const { platform, schedule, ledger } = this.parts;
    const startedAt = platform.clock.now();
    const done = this.act(startedAt);
    const triggerMilliseconds = platform.clock.now() - startedAt;
    if (done === 'nothing') {
      ledger.addIdle(triggerMilliseconds);
      return;
    }
    ledger.add({ requests: done === 'refreshed' ? 0 : done, triggerMilliseconds });
    if (done === 'refreshed') schedule.review(ledger);
  }

  /** What it finds is read at once: most ticks find nothing to do. */
  private act(now: number): Done {
    const { refreshes } = this.parts;
    const seen = this.parts.asOfNow();
    if (!seen.settings.people.isOwner()) {
      this.leave();
      return 'nothing';
    }
    seen.state.tickAt.set(now);
    const run = seen.state.run();
    if (!isOpen(run) && run.drafted) refreshes.tidyUp();
    const { request } = seen.state;
    const duty = dutyOf(run, { request: request.get(), isHalfWritten: seen.state.isHalfWritten() });
    if (duty === 'keepTime') return this.keepTime(run, seen);
    if (duty === 'mend') refreshes.start('schedule', false);
    else refreshes.unattended(duty);
    return 'refreshed';
  }

  /** He may be saving a webhook at this moment: then he is the owner once he has the lock of the settings, or next time. */
  private leave(): void {
    unlessSomebodySaves(this.parts.platform, () => {
      if (!this.parts.settings.people.isOwner()) disconnect(this.parts);
    });
  }

  /** Asked twice: what was used since the last refresh may put this one off. */
  private keepTime(run: Run, seen: Stored): Done {
    const { platform, schedule, refreshes, ledger, comparison } = this.parts;
    const planned = new Schedule(platform, seen.settings, seen.state);
    if (planned.due(run) === null) return (planned.isPutOff() ? null : comparison.run(seen)) ?? 'nothing';
    schedule.review(ledger);
    const due = schedule.due(run);
    if (due === 'schedule') refreshes.start('schedule', false);
    else if (due === 'repeat') refreshes.unattended('repeated');
    return due === null ? 'nothing' : 'refreshed';
  }
}
