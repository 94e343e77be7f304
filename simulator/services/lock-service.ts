/** `LockService`: nothing is held until tryLock or waitLock, and holding twice is holding once. */
import type { Clock } from '../clock';
import { makeService, PlatformException, type Gate } from '../service';
import { methodsOf, typed } from '../signature';
import type { Locks } from './Locks';

export interface LockOptions {
  readonly clock: Clock;
  readonly locks: Locks;
  /** Identity of the execution that holds them. */
  readonly execution: object;
  readonly user: string;
  readonly hasDocument: boolean;
  /** Told when a held lock is given back. */
  readonly onRelease: () => void;
}

/** How often a waiting execution looks again, so that the clock does not stand still or jump past a release. */
const LOOK_MILLISECONDS = 250;

export function makeLockService(gate: Gate, options: LockOptions) {
  const give = (name: string, key: string | null) => {
    const lock = key === null ? null : makeLock(gate, options, key);
    return typed(`LockService.${name}`, [], () => lock);
  };
  return makeService('LockService', gate, {
    getScriptLock: give('getScriptLock', 'script'),
    getUserLock: give('getUserLock', `user:${options.user}`),
    getDocumentLock: give('getDocumentLock', options.hasDocument ? 'document' : null),
  });
}

function makeLock(gate: Gate, { clock, locks, execution, onRelease }: LockOptions, key: string) {
  const acquire = (milliseconds: number): boolean => {
    if (!(milliseconds >= 0)) throw new PlatformException('Invalid argument: timeoutInMillis');
    const until = clock.now() + milliseconds;
    while (!locks.take(key, execution)) {
      const left = until - clock.now();
      if (left <= 0) return false;
      clock.sleep(Math.min(left, LOOK_MILLISECONDS));
    }
    return true;
  };
  const method = methodsOf('LockService.Lock');
  return makeService('Lock', gate, {
    tryLock: method('tryLock', ['integer'], acquire),
    waitLock: method('waitLock', ['integer'], (milliseconds: number) => {
      if (acquire(milliseconds)) return null;
      throw new PlatformException('Lock timeout: another process was holding the lock for too long.');
    }),
    hasLock: method('hasLock', [], () => locks.holds(key, execution)),
    releaseLock: method('releaseLock', [], () => {
      if (locks.holds(key, execution)) onRelease();
      locks.release(key, execution);
      return null;
    }),
  });
}
