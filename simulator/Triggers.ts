/** The installed clock triggers of all users. */
import { LIMITS } from './limits';
import { PlatformException } from './service';

export interface ClockTrigger {
  readonly id: string;
  readonly handler: string;
  /** Who made it: it runs as that user and only that user sees it. */
  readonly owner: string;
  /** null for one that fires once. */
  readonly everyMilliseconds: number | null;
  /** When it fires next; null when it has fired and will not again, but still stands in the list. */
  nextAt: number | null;
  /** Runs in succession that failed for want of authorization. */
  authorizationFailures: number;
  /** Why the platform does not fire it any more; null while it does. */
  disabledBecause: string | null;
}

export class Triggers {
  private installed: ClockTrigger[] = [];

  /** `addOn`: one clock trigger per user and document, as for published add-ons. */
  constructor(private readonly addOn: boolean) {}

  of(owner: string): readonly ClockTrigger[] {
    return this.installed.filter((trigger) => trigger.owner === owner);
  }

  all(): readonly ClockTrigger[] {
    return this.installed;
  }

  add(trigger: ClockTrigger): void {
    const own = this.of(trigger.owner).length;
    if (this.addOn && own >= 1) {
      throw new PlatformException(
        'This add-on has created too many time-based triggers in this document for this Google user account.',
      );
    }
    if (own >= LIMITS.triggersPerUserAndScript) {
      throw new PlatformException(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    this.installed.push(trigger);
  }

  remove(id: string): void {
    this.installed = this.installed.filter((trigger) => trigger.id !== id);
  }

  /** The one that fires next, up to that time. */
  due(until: number): ClockTrigger | undefined {
    return this.installed
      .filter((trigger) => trigger.disabledBecause === null && (trigger.nextAt ?? Infinity) <= until)
      .sort((one, other) => (one.nextAt ?? 0) - (other.nextAt ?? 0))[0];
  }
}
