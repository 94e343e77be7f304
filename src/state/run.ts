/** A refresh as everybody may see it: its state, how far it is, how it ended. Times are ISO texts in UTC. */
import { isShapedLike } from './StoredValue';

export type RunState = 'idle' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
export type Phase = 'list' | 'links' | 'requisites' | 'rows' | 'write';
/** Who set it off: the menu, the sidebar, the schedule, or a colleague's request. */
export type Cause = 'menu' | 'sidebar' | 'schedule' | 'request';

/** The refresh under way, or the last one. */
export interface Run {
  readonly id: string;
  readonly state: RunState;
  readonly phase: Phase | null;
  readonly done: number;
  readonly total: number;
  /** One or more sentences for the user. */
  readonly message: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Requests sent, over all executions of the refresh. */
  readonly requests: number;
  readonly cacheHits: number;
  /** The identity of the person whose execution it is. */
  readonly by: string;
  readonly how: Cause;
  readonly briefOnly: boolean;
  /** A draft of it may lie in the spreadsheet. */
  readonly drafted: boolean;
  /** What it works with: a fingerprint of connection and settings. */
  readonly scope: string;
  /** Last sign of life, milliseconds since 1970. */
  readonly heartbeatAt: number;
  /** When the portal last told it anything new, milliseconds since 1970. */
  readonly advancedAt: number;
  /** Executions in a row that came to a bad end, of this run and those before it; one under way counts as such. */
  readonly setbacks: number;
  /** What its finished executions took, pauses apart. */
  readonly runningMilliseconds: number;
}

export const NO_RUN: Run = {
  id: '',
  state: 'idle',
  phase: null,
  done: 0,
  total: 0,
  message: '',
  startedAt: null,
  finishedAt: null,
  requests: 0,
  cacheHits: 0,
  by: '',
  how: 'menu',
  briefOnly: false,
  drafted: false,
  scope: '',
  heartbeatAt: 0,
  advancedAt: 0,
  setbacks: 0,
  runningMilliseconds: 0,
};

export const isRun = isShapedLike(NO_RUN);

/** One of the last runs, for the status page. */
export interface FinishedRun {
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly by: string;
  readonly how: Cause;
  readonly state: RunState;
  readonly message: string;
  readonly invoices: number;
  readonly rows: number;
  readonly requests: number;
  readonly hits: number;
}

/** The same as the document remembers it. */
export interface RememberedRun extends FinishedRun {
  /** What its executions took, pauses apart. */
  readonly runningMilliseconds: number;
}

/** What a refresh brought. */
export type ReportCounts = Pick<FinishedRun, 'invoices' | 'rows'>;

/** @param counts null where no report was written */
export function finishedRun(run: Run, counts: ReportCounts | null = null): RememberedRun {
  const { startedAt, finishedAt, by, how, state, message, requests, cacheHits: hits } = run;
  const { invoices, rows } = counts ?? { invoices: 0, rows: 0 };
  const { runningMilliseconds } = run;
  return {
    startedAt,
    finishedAt,
    by,
    how,
    state,
    message,
    invoices,
    rows,
    requests,
    hits,
    runningMilliseconds,
  };
}

const REMEMBERED_RUN: RememberedRun = {
  startedAt: null,
  finishedAt: null,
  by: '',
  how: 'menu',
  state: 'done',
  message: '',
  invoices: 0,
  rows: 0,
  requests: 0,
  hits: 0,
  runningMilliseconds: 0,
};

const isRememberedRun = isShapedLike(REMEMBERED_RUN);
export const isHistory = (value: unknown): value is RememberedRun[] =>
  Array.isArray(value) && value.every(isRememberedRun);

export const HISTORY_LENGTH = 20;
/** UTF-16 units that a message in the history has at most. */
export const HISTORY_MESSAGE_LENGTH = 120;
/** Bytes of a property's value (Google, Apps Script quotas: 9 KB). */
const PROPERTY_BYTES = 9 * 1024;
const SHORTER_BY = 20;

/** Nobody looks on while the owner's trigger carries them out. */
const UNATTENDED: readonly Cause[] = ['schedule', 'request'];

export const isUnattended = ({ how }: Pick<Run, 'how'>): boolean => UNATTENDED.includes(how);

/** How many unattended runs have failed since the last one that was done. */
export function unattendedFailures(newestFirst: readonly FinishedRun[]): number {
  const success = newestFirst.findIndex(({ state }) => state === 'done');
  const since = success < 0 ? newestFirst : newestFirst.slice(0, success);
  return since.filter((run) => run.state === 'failed' && isUnattended(run)).length;
}

/** The newest runs, with messages short enough for one property: twenty long ones do not fit at full length. */
export function fittingHistory(newestFirst: readonly RememberedRun[]): RememberedRun[] {
  const runs = newestFirst.slice(0, HISTORY_LENGTH);
  for (let length = HISTORY_MESSAGE_LENGTH; ; length -= SHORTER_BY) {
    const fitting = runs.map((run) => ({ ...run, message: run.message.slice(0, length) }));
    if (length === 0 || bytesOf(JSON.stringify(fitting)) <= PROPERTY_BYTES) return fitting;
  }
}

const bytesOf = (json: string): number => encodeURIComponent(json).replace(/%../g, '%').length;
