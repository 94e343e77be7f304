/**
 * A lock for the published form, where the platform has none that fits: a clock trigger may get no document lock, and
 * the script lock is one for everybody who uses the add-on, in whatever spreadsheet. So it is written down in the
 * spreadsheet's own properties who is at work, and only looking and noting is done under the script lock, in moments.
 */
import { SURELY_ENDED_MILLISECONDS } from '../platform/limits';
import type { Clock, Lock, Platform } from '../platform/platform';
import { locked } from './locked';
import { isShapedLike, StoredValue } from './StoredValue';

/**
 * Whose lease has run out is dead, and a lease needs no renewal: a shorter one would run out within a single call that
 * takes minutes, and two would write.
 */
export const LEASE_MILLISECONDS = SURELY_ENDED_MILLISECONDS;

/** The script lock is held for two calls; who waits for so long has met a failure. */
const GUARD_MILLISECONDS = 10_000;
/** How often who waits looks again. */
const LOOK_MILLISECONDS = 500;

interface Held {
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const isHeld = isShapedLike<Held>({ holder: '', until: 0 });

export class Lease implements Lock {
  private readonly stored: StoredValue<Held>;
  private readonly guard: Lock;
  private readonly clock: Clock;
  private readonly holder: string;

  /** @param key of the property that says who has it */
  constructor(
    platform: Pick<Platform, 'documentProperties' | 'scriptLock' | 'clock' | 'newId'>,
    key: string,
  ) {
    this.stored = new StoredValue(platform.documentProperties, key, isHeld);
    this.guard = platform.scriptLock;
    this.clock = platform.clock;
    this.holder = platform.newId();
  }

  /** Gives false where somebody else has it to the end of that time, also where it is this execution by another lease. */
  tryLock(timeoutInMillis: number): boolean {
    const giveUpAt = this.clock.now() + timeoutInMillis;
    // Looked at without the script lock first: who waits keeps nobody of another spreadsheet waiting.
    while (!this.isFree() || !this.take()) {
      const left = giveUpAt - this.clock.now();
      if (left <= 0) return false;
      this.clock.sleep(Math.min(left, LOOK_MILLISECONDS));
    }
    return true;
  }

  releaseLock(): void {
    if (this.stored.get()?.holder === this.holder) this.stored.clear();
  }

  private take(): boolean {
    const isTaken = locked(this.guard, GUARD_MILLISECONDS, () => {
      if (!this.isFree()) return false;
      this.stored.set({ holder: this.holder, until: this.clock.now() + LEASE_MILLISECONDS });
      return true;
    });
    return isTaken === true;
  }

  /** One that would last longer than any can was not written by a lease. */
  private isFree(): boolean {
    const left = (this.stored.get()?.until ?? 0) - this.clock.now();
    return left <= 0 || left > LEASE_MILLISECONDS;
  }
}
