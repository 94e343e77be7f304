/** Doing something alone, and giving the lock back whatever comes of it. */
import { SentenceError } from '../domain/SentenceError';
import type { Lock } from '../platform';
import { settingsTexts } from '../texts/settings-texts';

/**
 * @param milliseconds how long to wait for the lock
 * @returns null where somebody else keeps it
 */
export function locked<T>(lock: Lock, milliseconds: number, act: () => T): T | null {
  if (!lock.tryLock(milliseconds)) return null;
  try {
    return act();
  } finally {
    giveBack(lock);
  }
}

/** The platform frees what is not given back when the execution ends. */
function giveBack(lock: Lock): void {
  try {
    lock.releaseLock();
  } catch {
    return;
  }
}

/** Saving takes moments; who waits for so long has met a failure. */
const SAVING_MILLISECONDS = 10_000;

/** @throws SentenceError where somebody else keeps the lock of the settings for too long */
export function whileNobodySaves<T>(settingsLock: Lock, act: () => T): T {
  const done = locked(settingsLock, SAVING_MILLISECONDS, () => ({ value: act() }));
  if (done === null) throw new SentenceError(settingsTexts.beingSaved);
  return done.value;
}
