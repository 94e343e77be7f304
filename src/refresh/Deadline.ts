/**
 * How much of an execution is left. Google ends an execution after six minutes, without a warning and without
 * running `finally` (Apps Script quotas); a refresh stops itself well before.
 */
import type { Clock } from '../platform';

/** Google, Apps Script quotas. */
export const EXECUTION_MILLISECONDS = 6 * 60 * 1000;

/** The longest wave may still take a minute, and saving the draft some seconds. */
export const WORKING_MILLISECONDS = 270_000;

export class Deadline {
  private readonly endsAt: number;

  constructor(private readonly clock: Clock) {
    this.endsAt = clock.now() + WORKING_MILLISECONDS;
  }

  /** Whether `milliseconds` more would be too long. */
  isBefore(milliseconds: number): boolean {
    return this.clock.now() + milliseconds > this.endsAt;
  }
}
