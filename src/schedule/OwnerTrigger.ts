/**
 * The owner's one recurring trigger. It exists exactly as long as the connection does; what a tick then does is
 * decided by the settings, so that changing them never touches triggers.
 */
import type { Triggers } from '../platform/platform';

const HANDLER = 'scheduledRefresh';

export class Schedule {
  constructor(private readonly triggers: Triggers) {}

  /** Leaves exactly one trigger of this person. @returns whether it had to be made */
  turnOn(): boolean {
    const [first, ...others] = this.own();
    for (const extra of others) this.triggers.remove(extra);
    if (first === undefined) this.triggers.create(HANDLER);
    return first === undefined;
  }

  /** Puts a new trigger in the place of one that the platform has disabled, which looks like any other. */
  renew(): void {
    this.turnOff();
    this.triggers.create(HANDLER);
  }

  turnOff(): void {
    for (const trigger of this.own()) this.triggers.remove(trigger);
  }

  isOn(): boolean {
    return this.own().length > 0;
  }

  private own() {
    return this.triggers.list().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
  }
}
