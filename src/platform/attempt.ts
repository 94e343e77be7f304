/** Steps that may fail without harm to the report: a failure is logged, and what follows goes on. */
import type { Log } from './platform';

/** @returns whether the step was carried out */
export function attempt(log: Pick<Log, 'warn'>, step: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    log.warn(`a step has failed: ${step}`);
    return false;
  }
}
