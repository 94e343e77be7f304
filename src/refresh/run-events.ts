/** What may happen to a run, what is to be known of it, and what may have to be done: the words of run-machine.ts. */
import type { Amounts } from '../quota/QuotaLedger';
import type { RefreshRequest } from '../state/DocumentState';
import type { Cause, RememberedRun, ReportCounts, Run } from '../state/run';
import type { PauseReason } from '../texts/ending-texts';

export interface Wish {
  readonly how: Cause;
  readonly briefOnly: boolean;
}

/** How an execution ended. */
export interface Ending extends Pick<Run, 'state' | 'message' | 'isConnectionBroken'> {
  /** Of a failure: whether the same may succeed within the hour. */
  readonly mayPass?: boolean;
  /** Of a report: when the portal was asked last, ISO time. Everybody is told this moment, and not that of the end. */
  readonly checkedAt?: string;
  /** Of a pause. */
  readonly reason?: PauseReason;
}

export interface EndedExecution {
  readonly ending: Ending;
  /** Whether the portal has told it anything new. */
  readonly hasAdvanced: boolean;
  readonly milliseconds: number;
  /** What it wrote, if it came to that. */
  readonly counts: ReportCounts | undefined;
}

/** Everything that may happen, with what is known of it. */
export interface Happenings {
  /** Somebody, or the schedule, wants a refresh. */
  readonly wished: Wish;
  /** An open page wants to go on with the run that began at that time. */
  readonly resumed: { readonly startedAt: string };
  /** The trigger fires. */
  readonly ticked: null;
  /** The trigger fires while a colleague's request waits. */
  readonly requested: null;
  /** The trigger fires when what has failed is to be tried again. */
  readonly repeated: null;
  /** Somebody wants it to end, or the connection goes. */
  readonly cancelled: null;
  /** What a run that is over has left behind is to go. */
  readonly tidied: null;
  /** Its execution comes to an end. */
  readonly ended: EndedExecution;
}

/** What else the decisions go by, looked up when it is asked for. */
export interface Facts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The identity of the person whose execution it is. */
  readonly by: string;
  /** Fingerprint of connection and report settings. */
  readonly scope: string;
  /** What a colleague has left. */
  readonly request: RefreshRequest | null;
  /** Whether a writing was broken off, so that the sheets are neither old nor new. */
  readonly isHalfWritten: boolean;
  /** What this person has used of the day's quotas. */
  readonly used: Amounts;
  /** Newest first. */
  readonly history: readonly RememberedRun[];
  readonly newId: () => string;
}

/** What may have to be done, and with what. */
export interface Effects {
  /** By one call, so that no end is lost or remembered twice. */
  readonly save: { readonly run: Run; readonly over: RememberedRun | null };
  /** The same, in some way or other. */
  readonly saveSurely: { readonly run: Run; readonly over: RememberedRun | null };
  /** Counts what was used of the day's quotas. */
  readonly count: { readonly used: Amounts };
  /** Forgets a colleague's request, whose refresh everybody can see by now. */
  readonly clearRequest: { readonly request: RefreshRequest };
  readonly forgetCancel: object;
  readonly removeDraft: object;
  /** Removes the draft if it can be done now, and then notes that it is gone. */
  readonly tidyDraft: { readonly run: Run };
  readonly tellStaleness: { readonly run: Run };
}

export type Effect<K extends keyof Effects = keyof Effects> = {
  [Do in K]: { readonly do: Do } & Effects[Do];
}[K];

export interface Step {
  /** The run as it is then. Where it is `running`, an execution of it begins. */
  readonly run: Run;
  /** To be done in this order. Where one fails, those after it are left: what happens next finds a state that it knows. */
  readonly effects: readonly Effect[];
  /** Whether each may fail by itself, without harm to the answer: the next tick makes up for it. */
  readonly mayFail?: boolean;
}
