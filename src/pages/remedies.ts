/** What helps against a failure. A page knows of it only the sentence, so it is told by how that begins. */
import type { Viewer } from './refresh-view';
import type { Watched } from './RefreshWatch';
import { AFTER_MANY, OPENINGS, type SentenceRemedy } from './remedies.computed';

/**
 * Beside what a sentence tells: `own`: a webhook of the reader's own in the place of a broken one of somebody else's;
 * `trigger`: one that Google has stopped is to be made anew.
 */
export type Remedy = 'own' | 'trigger' | SentenceRemedy;

/** Those that are something to enter. */
export type EnteredRemedy = Extract<Remedy, 'own' | 'webhook' | 'settings'>;

/** @returns null where no other button helps than the one that refreshes */
export function remedyOf(message: string): Remedy | null {
  const sentence = message.startsWith(AFTER_MANY) ? message.slice(AFTER_MANY.length) : message;
  return OPENINGS.find(([begin]) => sentence.startsWith(begin))?.[1] ?? null;
}

/** What helps where nothing is under way: a colleague is asked for a webhook only where the owner's is known to be broken. */
export function remedyFor(
  { progress, notice, answer }: Pick<Watched, 'progress' | 'notice' | 'answer'>,
  {
    isConnected,
    isOwner,
    waiting,
    refusal,
    stopped,
  }: Pick<Viewer, 'isConnected' | 'isOwner' | 'waiting' | 'refusal' | 'stopped'>,
): Remedy | null {
  if (!isConnected) return 'settings';
  if (!isOwner && (refusal !== null || answer === 'refused')) return 'own';
  if (stopped !== null && notice === null) return isOwner ? 'trigger' : null;
  const remedy = remedyOf(notice ?? (progress?.state === 'failed' ? progress.message : ''));
  if (remedy === 'again' && isOwner && waiting !== null) return null;
  return remedy === 'webhook' && !isOwner ? null : remedy;
}
