/** By when a request that is left now is carried out: never sooner than the ticks and the portal let it be. */
import { tickMilliseconds } from '../state/tick-interval';
import type { RememberedRun, Run } from '../state/run';
import { EXECUTION_MILLISECONDS } from '../platform/limits';
import { WORKING_MILLISECONDS } from './Deadline';
import { isOpen } from './run-standing';

export interface Situation {
  /** The refresh under way or the last one. */
  readonly run: Run;
  /** Newest first. */
  readonly history: readonly RememberedRun[];
  /** Whether the portal is known to answer for many invoices at once. */
  readonly takesLists: boolean;
  readonly isPublished: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Requests that a report may take where nothing goes together that could: its lists, and the rows of each invoice. Those
 * outside the report that are listed too count among them: they take a page of the list and a buyer each at most.
 */
const requestsAtMost = (invoices: number, takesLists: boolean): number =>
  20 + Math.ceil(invoices * (takesLists ? 0.5 : 1.2));

/**
 * Milliseconds since 1970, null where nobody can tell: a refresh is paused that does not know yet how much it has to
 * read. A fault of the portal or of Google may still come between.
 */
export function doneAtLatest(situation: Situation): number | null {
  const { run, isPublished, now } = situation;
  const every = tickMilliseconds(isPublished);
  const open = isOpen(run) ? timeLeftOf(situation) : 0;
  if (open === null) return null;
  const own = timeOfOwn(situation);
  // An execution that uses its time up to the end is still at work when the next tick comes.
  const stride = Math.ceil(EXECUTION_MILLISECONDS / every) * every;
  const pauses = fullExecutions(own) + fullExecutions(open);
  const turns = isOpen(run) ? every : 0;
  return now + every + turns + pauses * stride + Math.min(own, WORKING_MILLISECONDS);
}

const fullExecutions = (milliseconds: number): number =>
  Math.max(0, Math.ceil(milliseconds / WORKING_MILLISECONDS) - 1);

/** What the open refresh still takes, by its pace so far. */
function timeLeftOf(situation: Situation): number | null {
  const { run, takesLists } = situation;
  const worked = timeWorked(situation);
  if (run.state === 'running' && worked < WORKING_MILLISECONDS && run.runningMilliseconds === 0) return 0;
  if (run.total === 0 || run.requests === 0) return null;
  const left = Math.max(1, requestsAtMost(run.total, takesLists) - run.requests);
  return (left * worked) / run.requests;
}

/** A refresh that goes by the memory asks so many more than a full one at most, where the memory turns out wrong. */
const REQUESTS_MORE_THAN_FULL = 6;

/** What a whole refresh takes: somewhat more than the longest of the last ones, or what the open one will have taken. */
function timeOfOwn(situation: Situation): number {
  const done = situation.history.filter(({ state, briefOnly }) => state === 'done' && briefOnly !== true);
  const times = done.map(({ runningMilliseconds, requests }) =>
    requests === 0 ? runningMilliseconds : runningMilliseconds * (1 + REQUESTS_MORE_THAN_FULL / requests),
  );
  const longest = Math.max(0, ...times);
  if (!isOpen(situation.run)) return longest;
  return Math.max(longest, timeWorked(situation) + (timeLeftOf(situation) ?? 0));
}

function timeWorked({ run, now }: Situation): number {
  if (run.state !== 'running') return run.runningMilliseconds;
  const sinceStart = now - Date.parse(run.startedAt ?? '') || 0;
  return Math.min(sinceStart, run.runningMilliseconds + WORKING_MILLISECONDS);
}
