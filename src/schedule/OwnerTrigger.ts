/**
 * The owner's one recurring trigger. It exists exactly as long as the connection does; what a tick then does is
 * decided by the settings, so that changing them never touches triggers. Any click of the owner brings back a trigger
 * that the platform has stopped firing.
 */
import type { Platform } from '../platform/platform';
import type { DocumentState } from '../state/DocumentState';
import { hasStoppedFiring } from '../state/tick-interval';

const HANDLER = 'scheduledRefresh';

export class OwnerTrigger {
  constructor(
    private readonly platform: Pick<Platform, 'triggers' | 'clock' | 'isPublished'>,
    private readonly state: Pick<DocumentState, 'tickAt'>,
  ) {}

  /** Makes sure that there is one trigger, and that it fires. @throws where the platform refuses */
  ensure(): void {
    if (this.isSilent()) {
      // One that the platform has disabled looks like any other: a new one takes its place.
      this.turnOff();
      this.platform.triggers.create(HANDLER);
    } else if (!this.turnOn()) return;
    this.state.tickAt.set(this.platform.clock.now());
  }

  /** Whether nothing unattended happens any more. The owner sees at once that the trigger is gone. */
  hasStopped(isOwner: boolean): boolean {
    return this.isSilent() || (isOwner && !this.mayBeOn());
  }

  /** Leaves exactly one trigger of this person. @returns whether it had to be made */
  turnOn(): boolean {
    const { triggers } = this.platform;
    const [first, ...others] = this.own();
    for (const extra of others) triggers.remove(extra);
    if (first === undefined) triggers.create(HANDLER);
    return first === undefined;
  }

  turnOff(): void {
    for (const trigger of this.own()) this.platform.triggers.remove(trigger);
  }

  isOn(): boolean {
    return this.own().length > 0;
  }

  private isSilent(): boolean {
    const { clock, isPublished } = this.platform;
    return hasStoppedFiring(this.state.tickAt.get(), clock.now(), isPublished);
  }

  /** Who has not given consent cannot see his triggers, which may fire all the same. */
  private mayBeOn(): boolean {
    try {
      return this.isOn();
    } catch {
      return true;
    }
  }

  private own() {
    return this.platform.triggers.list().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
  }
}
