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

const FINISHED_RUN: FinishedRun = {
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
};

const isFinishedRun = isShapedLike(FINISHED_RUN);
export const isHistory = (value: unknown): value is FinishedRun[] =>
  Array.isArray(value) && value.every(isFinishedRun);

export const HISTORY_LENGTH = 20;
/** UTF-16 units that a message in the history has at most. */
export const HISTORY_MESSAGE_LENGTH = 120;
/** Bytes of a property's value (Google, Apps Script quotas: 9 KB). */
const PROPERTY_BYTES = 9 * 1024;
const SHORTER_BY = 20;

/** The newest runs, with messages short enough for one property: twenty long ones do not fit at full length. */
export function fittingHistory(newestFirst: readonly FinishedRun[]): FinishedRun[] {
  const runs = newestFirst.slice(0, HISTORY_LENGTH);
  for (let length = HISTORY_MESSAGE_LENGTH; ; length -= SHORTER_BY) {
    const fitting = runs.map((run) => ({ ...run, message: run.message.slice(0, length) }));
    if (length === 0 || bytesOf(JSON.stringify(fitting)) <= PROPERTY_BYTES) return fitting;
  }
}

const bytesOf = (json: string): number => encodeURIComponent(json).replace(/%../g, '%').length;
