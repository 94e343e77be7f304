/**
 * What a refresh under way tells the others and hears from them: how far it is, that it is alive, whether it
 * shall end. Properties are slow and counted, so it speaks at most every few seconds.
 */
import type { Method } from '../bitrix24/methods';
import type { Clock } from '../platform/platform';
import type { DocumentState } from '../state/DocumentState';
import type { Phase, Run } from '../state/run';
import type { PauseReason } from '../texts/ending-texts';
import type { Deadline } from './Deadline';
import { CancelSignal, PauseSignal } from './ending';

/** A cancelled refresh ends within five seconds of the last answer; waiting is done in steps of this length. */
const STEP_MILLISECONDS = 3_000;

export class RunProgress {
  private current: Run;
  private saidAt: number;
  /** The requests of this execution. */
  readonly requestsByMethod = new Map<Method, number>();
  private readonly earlierHits: number;

  /** @param run as it is when this execution begins; its counts go on */
  constructor(
    run: Run,
    private readonly state: DocumentState,
    private readonly clock: Clock,
    private readonly deadline: Deadline,
  ) {
    this.current = run;
    this.saidAt = clock.now();
    this.earlierHits = run.cacheHits;
  }

  get run(): Run {
    return this.current;
  }

  /** Takes note of a change, and says it when it is time to. */
  update(
    change: Partial<
      Pick<Run, 'phase' | 'readsOlder' | 'done' | 'total' | 'requests' | 'cacheHits' | 'drafted'>
    >,
  ): void {
    this.current = { ...this.current, ...change };
  }

  /** @param hits of this execution */
  setHits(hits: number): void {
    this.update({ cacheHits: this.earlierHits + hits });
  }

  /** Counts one request that is sent. */
  countRequest(method: Method): void {
    this.update({ requests: this.current.requests + 1 });
    this.requestsByMethod.set(method, (this.requestsByMethod.get(method) ?? 0) + 1);
  }

  /** Called between requests. @throws CancelSignal or PauseSignal */
  checkpoint(): void {
    if (this.clock.now() - this.saidAt >= STEP_MILLISECONDS) this.say();
    if (!this.deadline.leavesTimeFor(0)) throw new PauseSignal('time');
  }

  /** For what must not be begun unless it can be ended. @throws PauseSignal where another execution has more time */
  needs(milliseconds: number): void {
    if (this.deadline.isShortOf(milliseconds)) throw new PauseSignal('writing');
  }

  /** Enters a phase and says so at once. @throws CancelSignal */
  enter(phase: Phase): void {
    this.update({ phase });
    this.say();
  }

  /** Recorded before the draft is written: a kill in between must not leave an orphaned sheet. */
  announceDraft(): void {
    this.update({ drafted: true });
    this.say();
  }

  /** Waits in steps. @throws CancelSignal, or PauseSignal where there is no time left to wait in */
  wait(milliseconds: number, reason: PauseReason): void {
    if (!this.deadline.leavesTimeFor(milliseconds)) throw new PauseSignal(reason);
    for (let left = milliseconds; left > 0; left -= STEP_MILLISECONDS) {
      this.clock.sleep(Math.min(left, STEP_MILLISECONDS));
      if (this.clock.now() - this.saidAt >= STEP_MILLISECONDS) this.say();
    }
  }

  private say(): void {
    this.saidAt = this.clock.now();
    this.current = { ...this.current, heartbeatAt: this.saidAt };
    this.state.saveRun(this.current);
    // Only now: whoever asks after this sees in the run whether it is too late.
    if (this.state.isCancelAsked(this.current.id)) throw new CancelSignal();
  }
}
