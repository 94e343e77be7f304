/**
 * How much of an execution is left. Google ends an execution after six minutes, without a warning and without
 * running `finally` (Apps Script quotas); a refresh stops itself well before.
 */
import type { Clock } from '../platform/platform';

/** Google, Apps Script quotas. */
export const EXECUTION_MILLISECONDS = 6 * 60 * 1000;

/** The longest wave may still take a minute, and saving the draft some seconds. */
export const WORKING_MILLISECONDS = 270_000;

/** An execution that has lasted no longer has as much time left as any other would have. */
const FRESH_MILLISECONDS = 60_000;

export class Deadline {
  private readonly beganAt: number;
  private readonly endsAt: number;

  constructor(private readonly clock: Clock) {
    this.beganAt = clock.now();
    this.endsAt = this.beganAt + WORKING_MILLISECONDS;
  }

  /** Whether Google would end the execution before `milliseconds` have passed, though another would have more time. */
  isShortOf(milliseconds: number): boolean {
    const passed = this.clock.now() - this.beganAt;
    return passed >= FRESH_MILLISECONDS && EXECUTION_MILLISECONDS - passed < milliseconds;
  }

  /** Whether the working time covers `milliseconds` more. */
  leavesTimeFor(milliseconds: number): boolean {
    return this.clock.now() + milliseconds <= this.endsAt;
  }
}
