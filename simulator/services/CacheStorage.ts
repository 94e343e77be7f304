/** One cache as it lies on Google's side between executions. */
import type { Clock } from '../clock';
import { LIMITS } from '../limits';

interface Entry {
  readonly value: string;
  readonly expiresAt: number;
}

/** Says whether the entry of that key has vanished before its time, which the platform allows at any moment. */
export type Vanish = (key: string) => boolean;

export class CacheStorage {
  // A Map keeps the order of creation, by which entries are evicted; a read does not refresh them.
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly clock: Clock,
    private readonly vanish: Vanish = () => false,
  ) {}

  get(key: string): string | null {
    const entry = this.entries.get(key);
    if (!entry) return null;
    if (entry.expiresAt > this.clock.now() && !this.vanish(key)) return entry.value;
    this.entries.delete(key);
    return null;
  }

  put(key: string, value: string, seconds: number): void {
    this.entries.delete(key);
    this.entries.set(key, { value, expiresAt: this.clock.now() + seconds * 1000 });
    if (this.entries.size > LIMITS.cacheItems) this.evict();
  }

  remove(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  /** Entries that have not expired, by key. */
  toRecord(): Record<string, string> {
    const now = this.clock.now();
    const living = [...this.entries].filter(([, entry]) => entry.expiresAt > now);
    return Object.fromEntries(living.map(([key, { value }]) => [key, value]));
  }

  private evict(): void {
    let surplus = this.entries.size - LIMITS.cacheItemsAfterEviction;
    for (const key of this.entries.keys()) {
      if (surplus-- <= 0) return;
      this.entries.delete(key);
    }
  }
}
