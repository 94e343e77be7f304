/** A refresh as pages ask for it. */
import type { Phase, Run, RunState } from './run';

export interface Progress {
  readonly state: RunState;
  readonly phase: Phase | null;
  readonly done: number;
  readonly total: number;
  readonly message: string;
  /** ISO times. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Over all executions of the refresh. */
  readonly requests: number;
  readonly cacheHits: number;
}

export function progressOf(run: Run): Progress {
  const { state, phase, done, total, message, startedAt, finishedAt, requests, cacheHits } = run;
  return { state, phase, done, total, message, startedAt, finishedAt, requests, cacheHits };
}
