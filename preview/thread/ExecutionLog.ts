/** What ran and what runs: functions, times, log lines, requests to the portal. */
import type { Execution, RunRequest } from '../../simulator';
import type { ExecutionView } from '../protocol';
import { personOf } from './people';

/** How many executions are kept; polls and idle ticks go first. */
const KEPT = 100;

type Entry = { -readonly [K in keyof ExecutionView]: ExecutionView[K] } & {
  requests: { method: string; answer: string }[];
};

export class ExecutionLog {
  private readonly entries: Entry[] = [];
  private readonly running: Entry[] = [];
  private lastId = 0;

  /** How many executions are under way, one inside the other. */
  get depth(): number {
    return this.running.length;
  }

  /** Whether somebody sits before what runs: a clock trigger has nobody. */
  get isAttended(): boolean {
    return this.running.at(-1)?.via !== 'timeTrigger';
  }

  get shown(): readonly ExecutionView[] {
    return this.entries;
  }

  isRunning(via: string, email: string): boolean {
    return this.running.some((entry) => entry.via === via && entry.person === personOf(email));
  }

  begin({ function: name, via }: RunRequest, email: string, startedAt: number): void {
    this.lastId += 1;
    const entry: Entry = {
      ...{ id: this.lastId, function: name, person: personOf(email), via, startedAt },
      ...{ finishedAt: null, outcome: null, error: null, log: [], requests: [] },
    };
    this.running.push(entry);
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.forgetOne();
  }

  /** Of the execution that began last. */
  finish({
    outcome,
    error,
    log,
    finishedAt,
  }: Pick<Execution, 'outcome' | 'error' | 'log' | 'finishedAt'>): void {
    const entry = this.running.pop();
    if (entry) Object.assign(entry, { outcome, error: error?.message ?? null, log, finishedAt });
  }

  /** A request of the execution that began last. */
  asked(method: string, answer: string): void {
    this.running.at(-1)?.requests.push({ method, answer });
  }

  private forgetOne(): void {
    const uneventful = this.entries.findIndex(
      ({ finishedAt, error, requests }) => finishedAt !== null && error === null && requests.length === 0,
    );
    this.entries.splice(Math.max(0, uneventful), 1);
  }
}
