/**
 * Realms of executions that are over, taken away now and then: left to itself V8 keeps thousands of them, and
 * whatever a process does gets slower with each.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A collection looks through all live objects, so it does not come with each realm. */
const REALMS_BETWEEN_COLLECTIONS = 100;

/** V8 gives its collector only to a context that is made under this flag. */
const collectGarbage = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  try {
    return runInNewContext('gc') as () => void;
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
})();

let made = 0;

/** Called for each new realm. */
export function collectUsedRealms(): void {
  made += 1;
  if (made % REALMS_BETWEEN_COLLECTIONS === 0) collectGarbage();
}
