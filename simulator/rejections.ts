/** Finds promises that nobody handles, at once and without the host process noticing them. */
import { promiseHooks } from 'node:v8';

/**
 * Runs `body` and gives the promises made meanwhile on which nothing was chained, those that `isOurs` accepts.
 * Which of them are rejected shows when a handler is attached.
 */
export function watchRejections(isOurs: (promise: unknown) => boolean, body: () => void): Promise<unknown>[] {
  const made = new Set<Promise<unknown>>();
  const chained = new Set<Promise<unknown>>();
  const stop = promiseHooks.createHook({
    init: (promise, parent) => {
      made.add(promise);
      // A promise made from another one (`then`, `await`) takes over what becomes of it.
      chained.add(parent);
    },
  }) as () => void;
  try {
    body();
  } finally {
    stop();
  }
  return [...made].filter((promise) => isOurs(promise) && !chained.has(promise));
}
