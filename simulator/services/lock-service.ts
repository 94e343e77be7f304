/** `LockService`: nothing is held until tryLock or waitLock, and holding twice is holding once. */
import type { Clock } from '../clock';
import { PlatformException, type Gate, invalidArgument } from '../service';
import { makeService } from '../service-objects';
import { integer, takes } from '../signature';
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

/** How often a waiting execution tries again: seldom enough to get on, often enough to notice a release. */
const LOOK_MILLISECONDS = 250;

export function makeLockService(gate: Gate, options: LockOptions) {
  const give = (key: string | null) => {
    const lock = key === null ? null : makeLock(gate, options, key);
    return takes().gives(() => lock);
  };
  return makeService<GoogleAppsScript.Lock.LockService>('LockService', gate, {
    getScriptLock: give('script'),
    getUserLock: give(`user:${options.user}`),
    getDocumentLock: give(options.hasDocument ? 'document' : null),
  });
}

function makeLock(gate: Gate, { clock, locks, execution, onRelease }: LockOptions, key: string) {
  const acquire = (milliseconds: number): boolean => {
    if (!(milliseconds >= 0)) throw invalidArgument('timeoutInMillis');
    const until = clock.now() + milliseconds;
    while (!locks.take(key, execution)) {
      const left = until - clock.now();
      if (left <= 0) return false;
      clock.sleep(Math.min(left, LOOK_MILLISECONDS));
    }
    return true;
  };
  return makeService<GoogleAppsScript.Lock.Lock>('LockService.Lock', gate, {
    tryLock: takes(integer).gives(acquire),
    waitLock: takes(integer).gives((milliseconds) => {
      if (!acquire(milliseconds))
        throw new PlatformException('Lock timeout: another process was holding the lock for too long.');
    }),
    hasLock: takes().gives(() => locks.holds(key, execution)),
    releaseLock: takes().gives(() => {
      if (locks.holds(key, execution)) onRelease();
      locks.release(key, execution);
    }),
  });
}
