/** A refresh as everybody may see it: its state, how far it is, how it ended. Times are ISO texts in UTC. */
import { cutAtWord } from '../texts/russian';
import { isShapedLike } from './StoredValue';

/** Those members of a record, in this order. */
const pick = <T, K extends keyof T>(record: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, record[key]])) as Pick<T, K>;

export type RunState = 'idle' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
export type Phase = 'list' | 'links' | 'requisites' | 'rows' | 'write';
/** Who set it off: the menu, the sidebar, the schedule, or a colleague's request. */
export type Cause = 'menu' | 'sidebar' | 'schedule' | 'request';

/** An unattended refresh that failed for a reason which may pass, and is tried again. */
export interface Repeat {
  /** When the refresh that failed first was begun, milliseconds since 1970; 0 = nothing is to be repeated. */
  readonly since: number;
  /** How many times it was begun again. */
  readonly begun: number;
  readonly how: Cause;
  readonly briefOnly: boolean;
}

export const NO_REPEAT: Repeat = { since: 0, begun: 0, how: 'schedule', briefOnly: false };

/** The refresh under way, or the last one. */
export interface Run {
  readonly id: string;
  readonly state: RunState;
  readonly phase: Phase | null;
  /** Whether the list that it reads is that of unpaid invoices outside the report; missing where none is read. */
  readonly readsOlder?: boolean;
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
  /** The execution under way, or the last one: of one that is killed no more is known. */
  readonly execution: StartedExecution;
  /** What is to be repeated unless this run makes up for it, and after it unless it did. */
  readonly repeat: Repeat;
  /** It failed because the portal does not take this webhook, or not for this; missing where it did not. */
  readonly isConnectionBroken?: boolean;
}

export interface StartedExecution {
  /** Requests that earlier executions of the run had sent. */
  readonly requestsBefore: number;
  /** Whether it is the trigger's, whoever set the run off. */
  readonly isTriggers: boolean;
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
  execution: { requestsBefore: 0, isTriggers: false },
  repeat: NO_REPEAT,
};

export const isRun = isShapedLike(NO_RUN);

const PROGRESS = [
  'state',
  'phase',
  'done',
  'total',
  'message',
  'startedAt',
  'finishedAt',
  'requests',
  'cacheHits',
] as const;

/** A refresh as pages ask for it while it is under way. */
export type Progress = Pick<Run, (typeof PROGRESS)[number] | 'readsOlder'>;

export const progressOf = (run: Run): Progress => ({
  ...pick(run, PROGRESS),
  ...(run.phase === 'list' && run.readsOlder === true ? { readsOlder: true } : {}),
});

/** What a refresh brought. */
export interface ReportCounts {
  readonly invoices: number;
  readonly rows: number;
}

const FINISHED = [
  'startedAt',
  'finishedAt',
  'by',
  'how',
  'state',
  'message',
  'invoices',
  'rows',
  'requests',
  'hits',
] as const;

/** One of the last runs, for the status page. */
export type FinishedRun = Pick<Run & ReportCounts & { readonly hits: number }, (typeof FINISHED)[number]>;

/** What pages get of a remembered run. @param by who it was, as they may read it */
export const shownRun = (run: FinishedRun, by: string): FinishedRun => ({ ...pick(run, FINISHED), by });

/** The same as the document remembers it. */
export interface RememberedRun extends FinishedRun {
  /** What its executions took, pauses apart. */
  readonly runningMilliseconds: number;
  /** Missing in what earlier versions remembered. */
  readonly briefOnly?: boolean;
  /** As in `Run`. */
  readonly isConnectionBroken?: boolean;
}

const REMEMBERED = [...FINISHED, 'runningMilliseconds'] as const;

/**
 * UTF-16 units of a remembered message: more than any sentence of ours has, quotes included, and little enough for
 * one property whatever the letters are made of (Google, Apps Script quotas: 9 KB a value).
 */
export const REMEMBERED_MESSAGE_LENGTH = 600;

const NOTHING_BROUGHT: ReportCounts = { invoices: 0, rows: 0 };

/**
 * Of the message only the first line: what the others name of invoices is as old as the run.
 * @param counts what it wrote, nothing where it did not come to that
 */
export function finishedRun(run: Run, counts = NOTHING_BROUGHT): RememberedRun {
  const [firstLine = ''] = run.message.split('\n');
  const message = cutAtWord(firstLine, REMEMBERED_MESSAGE_LENGTH);
  return {
    ...pick({ ...run, ...counts, message, hits: run.cacheHits }, REMEMBERED),
    briefOnly: run.briefOnly,
    ...(run.isConnectionBroken === true ? { isConnectionBroken: true } : {}),
  };
}

export const isRememberedRun = isShapedLike<RememberedRun>(
  pick({ ...NO_RUN, ...NOTHING_BROUGHT, hits: 0 }, REMEMBERED),
);

/** After this many refused refreshes in a row the connection counts as broken. */
const REFUSALS_TO_TELL = 3;

/**
 * Since when the portal has refused the connection, where it did so at the last three refreshes; those that somebody
 * cancelled tell nothing, and those before the connection was saved are another's.
 * @returns an ISO time, null where the connection may work
 */
export function connectionBrokenSince(
  newestFirst: readonly RememberedRun[],
  connectedAt: string | null,
): string | null {
  const since = Date.parse(connectedAt ?? '') || 0;
  const told = newestFirst.filter(
    ({ state, startedAt }) => state !== 'cancelled' && Date.parse(startedAt ?? '') >= since,
  );
  const works = told.findIndex(({ isConnectionBroken }) => isConnectionBroken !== true);
  const refused = works < 0 ? told : told.slice(0, works);
  return refused.length < REFUSALS_TO_TELL ? null : (refused[refused.length - 1]?.startedAt ?? null);
}

/** Nobody looks on while the owner's trigger carries them out. */
const UNATTENDED: readonly Cause[] = ['schedule', 'request'];

export const isUnattended = ({ how }: Pick<Run, 'how'>): boolean => UNATTENDED.includes(how);
