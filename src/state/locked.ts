/** Doing something alone, and giving the lock back whatever comes of it. */
import type { Lock } from '../platform/platform';

/**
 * @param milliseconds how long to wait for the lock
 * @returns null where somebody else keeps it
 */
export function locked<T>(lock: Lock, milliseconds: number, act: () => T): T | null {
  if (!lock.tryLock(milliseconds)) return null;
  try {
    return act();
  } finally {
    try {
      lock.releaseLock();
    } catch {
      // The platform frees what is not given back when the execution ends.
    }
  }
}
