/** Whether the platform still fires the owner's trigger, and what brings it back: any click of the owner. */
import type { Platform } from '../platform/platform';
import type { DocumentState } from '../state/DocumentState';
import type { Schedule } from './Schedule';
import { isSilent } from '../state/tick-interval';

export class Heartbeat {
  constructor(
    private readonly platform: Pick<Platform, 'clock' | 'isPublished'>,
    private readonly schedule: Schedule,
    private readonly state: DocumentState,
  ) {}

  /** Makes sure that there is one trigger, and that it fires. @throws where the platform refuses */
  ensure(): void {
    if (this.isSilent()) this.schedule.renew();
    else if (!this.schedule.turnOn()) return;
    this.state.tickAt.set(this.platform.clock.now());
  }

  /** Whether nothing unattended happens any more. The owner sees at once that the trigger is gone. */
  hasStopped(isOwner: boolean): boolean {
    return this.isSilent() || (isOwner && !this.mayBeOn());
  }

  private isSilent(): boolean {
    const { clock, isPublished } = this.platform;
    return isSilent(this.state.tickAt.get(), clock.now(), isPublished);
  }

  /** Who has not given consent cannot see his triggers, which may fire all the same. */
  private mayBeOn(): boolean {
    try {
      return this.schedule.isOn();
    } catch {
      return true;
    }
  }
}
