/**
 * The portal's request limit, modelled: every request fills a bucket by one, the bucket leaks at a steady rate,
 * and a request that would overfill it is refused (Bitrix24 REST documentation, limits.md).
 */
export interface BucketLimits {
  /** Requests at once. */
  readonly capacity: number;
  /** Requests a second. */
  readonly perSecond: number;
}

/** What has to be remembered between executions. */
export interface BucketState {
  readonly level: number;
  /** When `level` held, milliseconds since 1970. */
  readonly at: number;
  /** Share of the nominal rate that is used; lowered when the portal refuses. */
  readonly pace: number;
}

/** A refusal means that someone else shares the limit: slow down by this factor, come back slowly. */
const SLOW_DOWN = 0.8;
const SPEED_UP = 1.01;
const MIN_PACE = 0.25;
/** Between two readings of a clock of whole milliseconds nearly one less may have passed than they say. */
const CLOCK_STEP_MILLISECONDS = 1;

export class LeakyBucket {
  private level: number;
  private at: number;
  private pace: number;

  constructor(
    private readonly limits: BucketLimits,
    state: BucketState = { level: 0, at: 0, pace: 1 },
  ) {
    this.level = Math.min(Math.max(state.level, 0), limits.capacity);
    this.at = state.at;
    this.pace = Math.min(Math.max(state.pace, MIN_PACE), 1);
  }

  /** How many requests may be sent at `now`. */
  room(now: number): number {
    return Math.floor(this.limits.capacity - this.levelAt(now));
  }

  /** Milliseconds from `now` until one more request may be sent; 0 = at once. */
  waitForRoom(now: number): number {
    const excess = this.levelAt(now) + 1 - this.limits.capacity;
    if (excess <= 0) return 0;
    const uncertain = now > this.at ? 0 : CLOCK_STEP_MILLISECONDS;
    return Math.ceil((excess / this.rate()) * 1000) + uncertain;
  }

  /** Counts `requests` that are known to have reached the portal by `now`. */
  add(requests: number, now: number): void {
    this.level = this.levelAt(now) + requests;
    this.at = now;
    this.pace = Math.min(this.pace * SPEED_UP ** requests, 1);
  }

  /** The portal refused a request at `now`: the bucket is full, whatever the model says. */
  refused(now: number): void {
    this.level = this.limits.capacity;
    this.at = now;
    this.pace = Math.max(this.pace * SLOW_DOWN, MIN_PACE);
  }

  state(): BucketState {
    return { level: this.level, at: this.at, pace: this.pace };
  }

  private levelAt(now: number): number {
    const passed = Math.max(now - this.at - CLOCK_STEP_MILLISECONDS, 0);
    return Math.max(this.level - (passed / 1000) * this.rate(), 0);
  }

  private rate(): number {
    return this.limits.perSecond * this.pace;
  }
}
