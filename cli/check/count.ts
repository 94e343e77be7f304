/** What a step that has ended counts for. */
import { NOT_RUN } from '../not-run';
import type { Step } from './steps';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** True where the step could not be run on this machine: neither passed nor failed. */
  readonly notRun: boolean;
}

/** Of what `jest --json` writes. */
export interface JestCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that did not even load; their tests are in no count. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * `status`: the exit code, null where the process was killed. `jest`: what jest counted, null where it left nothing.
 * Tests that end well without one that passed have failed: nothing was tried.
 */
export function countOf(step: Pick<Step, 'counts'>, status: number | null, jest: JestCounts | null): Count {
  if (status === NOT_RUN) return { passed: 0, failed: 0, notRun: true };
  if (step.counts === 'preparation') return { passed: 0, failed: 0, notRun: status !== 0 };
  if (step.counts === 'step')
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, notRun: false };
  const passed = jest?.numPassedTests ?? 0;
  const failed = (jest?.numFailedTests ?? 0) + (jest?.numRuntimeErrorTestSuites ?? 0);
  const failedUnsaid = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: failedUnsaid ? 1 : failed, notRun: false };
}
