/** A refresh as pages ask for it. */
import type { Run } from './run';

export type Progress = Pick<
  Run,
  'state' | 'phase' | 'done' | 'total' | 'message' | 'startedAt' | 'finishedAt' | 'requests' | 'cacheHits'
>;

export function progressOf(run: Run): Progress {
  const { state, phase, done, total, message, startedAt, finishedAt, requests, cacheHits } = run;
  return { state, phase, done, total, message, startedAt, finishedAt, requests, cacheHits };
}
