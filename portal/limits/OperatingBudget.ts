/** The cloud's execution time limit per method: ten one-minute buckets (Bitrix24 source, rest, loadlimiter.php). */
import type { Clock } from '../clock';

export interface OperatingLimit {
  readonly limitSeconds: number;
  /** What one call of a method (lower case) costs. */
  secondsOf(method: string): number;
}

/** Bitrix24 docs, limits: 480 seconds of work in ten minutes. */
export const STANDARD_OPERATING: OperatingLimit = { limitSeconds: 480, secondsOf: () => 0.05 };

/** Shorter calls are not added up (loadlimiter.php). */
const LEAST_SECONDS = 0.1;
const BUCKET_SECONDS = 60;
const WINDOW_SECONDS = 600;

interface Bucket {
  readonly firstCallAt: number;
  seconds: number;
}

export class OperatingBudget {
  private readonly buckets = new Map<string, Bucket[]>();

  constructor(
    readonly limit: OperatingLimit,
    private readonly clock: Clock,
  ) {}

  isSpent(method: string): boolean {
    return this.spent(method) > this.limit.limitSeconds;
  }

  /** Adds one call and gives the envelope's figures. */
  charge(method: string): { operating_reset_at: number; operating: number } {
    const now = this.seconds();
    const cost = this.limit.secondsOf(method);
    const buckets = this.live(method);
    if (cost >= LEAST_SECONDS) {
      const last = buckets.at(-1);
      if (last && now < last.firstCallAt + BUCKET_SECONDS) last.seconds += cost;
      else buckets.push({ firstCallAt: now, seconds: cost });
    }
    this.buckets.set(method, buckets);
    const oldest = buckets[0]?.firstCallAt ?? now;
    return { operating_reset_at: oldest + WINDOW_SECONDS, operating: this.spent(method) };
  }

  private spent(method: string): number {
    return this.live(method).reduce((sum, bucket) => sum + bucket.seconds, 0);
  }

  private live(method: string): Bucket[] {
    const oldest = this.seconds() - WINDOW_SECONDS;
    return (this.buckets.get(method) ?? []).filter((bucket) => bucket.firstCallAt > oldest);
  }

  private seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }
}
