/** What an execution is, seen from outside: how it is asked for, what it leaves behind, who may interfere. */
import type { AuthorizationMode } from './access';
import type { Ledger } from './Ledger';

/** What started it: it decides the authorization mode, the time allowed and whether there is a person to talk to. */
export type Via = 'menu' | 'page' | 'simpleTrigger' | 'timeTrigger' | 'editor';

export interface RunRequest {
  readonly function: string;
  readonly args?: readonly unknown[];
  /** The person at the keyboard, or the creator of the trigger. */
  readonly user?: string;
  readonly via: Via;
  /** FULL, for a simple trigger LIMITED, unless told otherwise. */
  readonly authMode?: AuthorizationMode;
}

export interface LogEntry {
  readonly severity: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';
  readonly message: string;
}

export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export interface Execution {
  readonly function: string;
  readonly user: string;
  readonly via: Via;
  readonly outcome: 'returned' | 'threw' | 'killed';
  /** What the function returned, in the guest's own objects. */
  readonly value: unknown;
  /** What the platform reports of a run that threw or was killed. */
  readonly error: ThrownError | null;
  readonly log: readonly LogEntry[];
  readonly ledger: Ledger;
  /** Reasons of rejected promises that nobody handled: the platform keeps silent about them. */
  readonly unhandledRejections: readonly unknown[];
  /** How often a lock was released while writes to the spreadsheet were still pending. */
  readonly unflushedReleases: number;
  /** Whether the platform refused it, or a call of it, for want of the user's consent. */
  readonly lackedAuthorization: boolean;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** One call of a platform member, shown to a hook. */
export interface PlatformCall {
  readonly member: string;
  readonly args: readonly unknown[];
  /** 1 for the execution's first call. */
  readonly index: number;
  readonly function: string;
  readonly user: string;
  /** Ends the execution as the platform does it: none of its code runs again, what it did so far stays. */
  kill(reason?: string): void;
  /** Has what is written next refused with that text; where writes wait, when Google comes to apply them. */
  refuseWrite(message: string): void;
}

/** Look in on every platform call; a hook may change the spreadsheet or start other executions. */
export interface Hooks {
  before?(call: PlatformCall): void;
  after?(call: PlatformCall): void;
}

/** Everything that leaves the script where somebody may read it. */
export interface Disclosure {
  readonly channel: 'log' | 'error' | 'alert' | 'toast' | 'page' | 'failure mail';
  readonly text: string;
}
