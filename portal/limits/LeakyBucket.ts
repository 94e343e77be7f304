/** The cloud's request limit: a counter that grows with each request and drains evenly (Bitrix24 docs, limits). */
import type { Clock } from '../clock';

export interface RateLimit {
  /** Requests that may come at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** Bitrix24 docs, limits: all plans but Enterprise. */
export const STANDARD_RATE: RateLimit = { burst: 50, perSecond: 2 };

export class LeakyBucket {
  private level = 0;
  private drainedAt: number;

  constructor(
    private readonly limit: RateLimit,
    private readonly clock: Clock,
  ) {
    this.drainedAt = clock.now();
  }

  /** Counts one request; false: it is refused and not counted. */
  admit(): boolean {
    const now = this.clock.now();
    this.level = Math.max(0, this.level - ((now - this.drainedAt) / 1000) * this.limit.perSecond);
    this.drainedAt = now;
    if (this.level + 1 > this.limit.burst) return false;
    this.level += 1;
    return true;
  }
}
