/** How much of an execution is left: a refresh stops itself well before Google does. */
import { EXECUTION_MILLISECONDS } from '../platform/limits';
import type { Clock } from '../platform/platform';

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
