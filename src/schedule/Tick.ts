/** What the recurring trigger does: go on, carry out, mend, refresh when it is time, or nothing. */
import type { Clock } from '../platform';
import type { Usage } from '../quota/Usage';
import type { RefreshService } from '../refresh/RefreshService';
import { isHopeless, isOpen } from '../refresh/run-course';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import { leaveConnection } from './leave-connection';
import type { Schedule } from './Schedule';
import type { Timetable } from './Timetable';

export class Tick {
  constructor(
    private readonly clock: Clock,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly refreshes: RefreshService,
    private readonly schedule: Schedule,
    private readonly timetable: Timetable,
    private readonly usage: Usage,
  ) {}

  run(): void {
    const startedAt = this.clock.now();
    const hasRefreshed = this.act(startedAt);
    this.usage.add({ requests: 0, triggerMilliseconds: this.clock.now() - startedAt });
    if (hasRefreshed) this.timetable.review(this.usage);
  }

  /** @returns whether there was something to do */
  private act(now: number): boolean {
    if (!this.settings.isOwner()) {
      const { settings, state, refreshes, schedule } = this;
      leaveConnection({ settings, state, refreshes, schedule });
      return false;
    }
    this.state.tickAt.set(now);
    const run = this.state.run();
    if (!isOpen(run) && run.drafted) this.refreshes.tidyUp();
    if (isOpen(run)) {
      this.refreshes.goOn();
    } else if (this.state.request.get() !== null) {
      this.refreshes.carryOutRequest();
    } else if ((this.state.isHalfWritten() && !isHopeless(run)) || this.isTime()) {
      this.refreshes.start('schedule', false);
    } else {
      return false;
    }
    return true;
  }

  /** Asked twice: what was used since the last refresh may put this one off. */
  private isTime(): boolean {
    if (!this.timetable.isDue()) return false;
    this.timetable.review(this.usage);
    return this.timetable.isDue();
  }
}
