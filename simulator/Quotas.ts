/** Daily allowances of each user: a window opens with the first use and closes 24 hours later. */
import type { Clock } from './clock';
import { LIMITS } from './limits';

interface Window {
  readonly endsAt: number;
  used: number;
}

export class Quotas {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly clock: Clock) {}

  /** Spends `amount` and says whether it was still within `limit`; what goes over is not spent. */
  spend(user: string, kind: string, amount: number, limit: number): boolean {
    const window = this.window(user, kind);
    if (window.used + amount > limit) return false;
    window.used += amount;
    return true;
  }

  used(user: string, kind: string): number {
    return this.window(user, kind).used;
  }

  private window(user: string, kind: string): Window {
    const key = JSON.stringify([user, kind]);
    const open = this.windows.get(key);
    if (open && this.clock.now() < open.endsAt) return open;
    const window = { endsAt: this.clock.now() + LIMITS.quotaWindowMilliseconds, used: 0 };
    this.windows.set(key, window);
    return window;
  }
}
