/** Steps that may fail without harm to the report: the failure is logged, and what follows goes on. */
import type { Log } from './platform';

/** @returns whether it was done */
export function despiteFailure(log: Pick<Log, 'warn'>, step: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    log.warn(`a step has failed: ${step}`);
    return false;
  }
}
