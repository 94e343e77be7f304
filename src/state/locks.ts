/** Who keeps whom from what. Each call gives a lock of its own, to be taken once and given back. */
import { SentenceError } from '../domain/SentenceError';
import type { Lock, Platform } from '../platform/platform';
import { documentKeys } from '../settings/property-keys';
import { savingTexts } from '../texts/failure-texts';
import { Lease } from './Lease';
import { locked } from './locked';

/** What a lock is made of. */
export type Locking = Pick<
  Platform,
  'isPublished' | 'documentLock' | 'scriptLock' | 'documentProperties' | 'clock' | 'newId'
>;

/**
 * Held by whoever writes the sheets or the state of a run, by a refresh from its beginning to its end: one and the same
 * for everybody at this spreadsheet. In a published add-on it is a lease for all of them, since the clock trigger may
 * get no document lock, and two kinds of lock would not keep each other out. A bound script's is the platform's, which
 * does not outlive an execution that is killed.
 */
export const refreshLock = (platform: Locking): Lock =>
  (platform.isPublished ? null : platform.documentLock) ?? new Lease(platform, documentKeys.refreshLease);

/**
 * Held for moments, by whoever changes settings or leaves a request; a refresh under way does not keep it. A bound
 * script serves one spreadsheet; in a published add-on the script lock would have all its users wait for each other.
 */
export const settingsLock = (platform: Locking): Lock =>
  platform.isPublished ? new Lease(platform, documentKeys.settingsLease) : platform.scriptLock;

/** Saving takes moments; who waits for so long has met a failure. */
const SAVING_MILLISECONDS = 10_000;
/** How long what can be done another time waits for who is saving. */
const PATIENCE_MILLISECONDS = 1_000;

/** @throws SentenceError where somebody else keeps the lock of the settings for too long */
export function whileNobodySaves<T>(platform: Locking, act: () => T): T {
  const done = locked(settingsLock(platform), SAVING_MILLISECONDS, () => ({ value: act() }));
  if (done === null) throw new SentenceError(savingTexts.beingSaved);
  return done.value;
}

/** Who is saving settings may be changing what `act` is about: then it is left to the next time. */
export function unlessSomebodySaves(platform: Locking, act: () => void): void {
  locked(settingsLock(platform), PATIENCE_MILLISECONDS, act);
}
