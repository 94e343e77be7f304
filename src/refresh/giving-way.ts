/**
 * A comparison of memory and portal has the lock of refreshes, but nobody waits for it: who finds the lock taken while no
 * run is under way says that it is wanted, and the comparison, which looks for that between its waves, lets go.
 */
import type { Clock } from '../platform/platform';
import type { DocumentState } from '../state/DocumentState';
import { locked } from '../state/locked';
import { refreshLock, type Locking } from '../state/locks';

/** How long a second refresh waits for the first one's lock before it gives up. */
const LOCK_MILLISECONDS = 1_000;
/** A wave under way and writing what was found take some seconds where the portal is well. */
const PATIENCE_MILLISECONDS = 15_000;

/** Gives null where somebody else keeps the lock, and will not let go soon. */
export function alone<T>(platform: Locking, state: DocumentState, act: () => T): T | null {
  const attempt = (): { readonly value: T } | null =>
    locked(refreshLock(platform), LOCK_MILLISECONDS, () => ({ value: act() }));
  let done = attempt();
  const { clock } = platform;
  const giveUpAt = clock.now() + PATIENCE_MILLISECONDS;
  if (done === null && !isRefreshed(state)) state.wantedAt.set(clock.now());
  while (done === null && clock.now() < giveUpAt && !isRefreshed(state)) done = attempt();
  return done && done.value;
}

/** Whether somebody waits for the lock. */
export function isWanted({ wantedAt }: DocumentState, clock: Pick<Clock, 'now'>): boolean {
  const waitsFor = clock.now() - (wantedAt.get() ?? -Infinity);
  return waitsFor >= 0 && waitsFor <= PATIENCE_MILLISECONDS;
}

const isRefreshed = (state: DocumentState): boolean => state.run().state === 'running';
