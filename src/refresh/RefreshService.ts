/** Refreshes as people and the schedule see them: who may start one, who has to wait, who ends one. */
import type { Platform } from '../platform';
import type { Usage } from '../quota/Usage';
import type { SettingsStore } from '../settings/SettingsStore';
import { tellsSecret } from '../settings/tells-secret';
import type { Webhook } from '../settings/webhook';
import type { DocumentState } from '../state/DocumentState';
import type { Cause, Run } from '../state/run';
import { DraftSheet } from '../draft/DraftSheet';
import { refreshTexts } from '../texts/refresh-texts';
import { Deadline } from './Deadline';
import { executionLine } from './execution-line';
import { doneBy, endedBy, errorName, type Ending } from './how-it-ended';
import { RefreshExecution, type ExecutedReport } from './RefreshExecution';
import { RequestQueue, type StartAnswer } from './RequestQueue';
import { isHopeless, isOpen, isSilent } from './run-course';
import { RunProgress } from './RunProgress';
import { Runs } from './Runs';
import { tellStaleness } from './stale-note';

export interface CancelAnswer {
  readonly accepted: boolean;
  readonly message: string;
}

/** How long a second refresh waits for the first one's lock before it gives up. */
const LOCK_MILLISECONDS = 1_000;

export class RefreshService {
  private readonly runs: Runs;
  private readonly queue: RequestQueue;

  constructor(
    private readonly platform: Platform,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly usage: Usage,
  ) {
    this.runs = new Runs(platform, settings, state, usage);
    this.queue = new RequestQueue(platform, settings, state);
  }

  /** Refreshes at once, or leaves a request with the owner, or says why neither is possible. */
  start(how: Cause, briefOnly: boolean): StartAnswer {
    const webhook = this.settings.webhook();
    if (webhook === null) return this.queue.leaveToOwner(briefOnly);
    const lock = this.platform.documentLock;
    if (!lock.tryLock(LOCK_MILLISECONDS)) return this.queue.behind(this.current());
    try {
      const last = this.state.run();
      // An undrafted one has been told as failed, so that whoever starts again may want another one.
      const mayHaveMore = last.state === 'paused' || last.drafted;
      const goingOn = mayHaveMore ? this.runs.goingOn(last, webhook) : null;
      const run = this.execute(goingOn ?? this.runs.begin(how, briefOnly, webhook), webhook);
      return { accepted: 'started', message: run.message };
    } finally {
      lock.releaseLock();
    }
  }

  /** For the tick: goes on with what was paused or ended by the platform, unless that happens time and again. */
  goOn(): void {
    const webhook = this.settings.webhook();
    const lock = this.platform.documentLock;
    if (webhook === null || !lock.tryLock(LOCK_MILLISECONDS)) return;
    try {
      const run = this.state.run();
      if (run.state === 'running' && isHopeless(run)) {
        this.endAtRest(run, { state: 'failed', message: refreshTexts.gaveUp(refreshTexts.interrupted()) });
      } else if (isOpen(run)) {
        const goingOn = this.runs.goingOn(run, webhook);
        this.execute(goingOn ?? this.runs.begin(run.how, run.briefOnly, webhook), webhook);
      }
    } finally {
      lock.releaseLock();
    }
  }

  /** For the tick: removes the draft of a run that is over, where its execution did not come to it. */
  tidyUp(): void {
    const lock = this.platform.documentLock;
    if (!lock.tryLock(LOCK_MILLISECONDS)) return;
    try {
      const run = this.state.run();
      if (!isOpen(run)) this.withoutDraft(run);
      this.platform.spreadsheets.flush();
    } finally {
      lock.releaseLock();
    }
  }

  /** The refresh under way or the last one; a run that the platform has ended is told as failed. */
  current(): Run {
    const run = this.state.run();
    return isSilent(run, this.platform.clock.now())
      ? { ...run, state: 'failed', phase: null, message: refreshTexts.interrupted() }
      : run;
  }

  cancel(): CancelAnswer {
    const run = this.current();
    if (run.state === 'paused') return this.cancelPaused(run);
    if (run.state !== 'running') return { accepted: false, message: refreshTexts.nothingToCancel() };
    if (run.phase === 'write') return { accepted: false, message: refreshTexts.writingAlready() };
    return this.askToCancel(run);
  }

  /** Nothing goes on and no draft is left: the connection is gone. */
  abandon(): void {
    this.cancel();
    if (this.current().state !== 'running') new DraftSheet(this.platform.workbook()).remove();
  }

  private askToCancel(run: Run): CancelAnswer {
    this.state.askToCancel(run.id);
    return { accepted: true, message: refreshTexts.cancelAccepted() };
  }

  /** Nobody is at work, so the draft is removed here and now; unless the run has just been taken up again. */
  private cancelPaused(run: Run): CancelAnswer {
    const lock = this.platform.documentLock;
    if (!lock.tryLock(LOCK_MILLISECONDS)) return this.askToCancel(run);
    try {
      const message = refreshTexts.cancelled();
      this.endAtRest({ ...run, setbacks: 0 }, { state: 'cancelled', message });
      return { accepted: true, message };
    } finally {
      lock.releaseLock();
    }
  }

  /** Ends a run that no execution is at work on. Called under the lock. */
  private endAtRest(run: Run, ending: Ending): void {
    new DraftSheet(this.platform.workbook()).remove();
    const over = { ...this.runs.over(run, ending), drafted: false };
    this.state.saveRun(over);
    this.runs.remember(over, null);
    this.platform.spreadsheets.flush();
  }

  private execute(started: Run, webhook: Webhook): Run {
    const { platform, state } = this;
    const begunAt = platform.clock.now();
    const goesOn = state.run().id === started.id;
    const settings = this.settings.settings();
    const progress = new RunProgress(started, state, platform.clock, new Deadline(platform.clock));
    const execution = new RefreshExecution({ platform, state, settings, webhook, progress, goesOn });
    state.saveRun(started);
    // Whoever wanted the run to end still wants it to, also where its execution was killed before it heard of it.
    if (!goesOn) state.forgetCancel();
    let ending: Ending;
    let generated: ExecutedReport | null = null;
    try {
      generated = execution.run(started.briefOnly ? ['brief'] : ['brief', 'detail']);
      if (generated.profile) this.settings.nameOwner(generated.profile.name);
      ending = doneBy(generated, progress.run);
    } catch (error) {
      ending = endedBy(error, progress.run.phase === 'write');
      platform.log.warn(`refresh ${ending.state}: ${errorName(error)}`);
    }
    if (tellsSecret(ending.message, webhook)) ending = { ...ending, message: refreshTexts.withheld() };
    // Who was told that the refresh ends is not to see it go on.
    if (ending.state === 'paused' && state.isCancelAsked(started.id))
      ending = { state: 'cancelled', message: refreshTexts.cancelled() };
    progress.setHits(execution.cacheStatistics.hits);
    progress.addRunningTime(platform.clock.now() - begunAt);
    const run = this.runs.after(progress.run, ending, execution.hasAdvanced);
    state.saveRun(run);
    this.usage.add({ requests: run.requests - started.requests, triggerMilliseconds: 0 });
    platform.log.info(executionLine(run.state, generated, progress, execution.cacheStatistics));
    if (run.state === 'paused') return run;
    this.runs.remember(run, generated);
    if (run.state === 'failed') tellStaleness(platform, state, run);
    return run.drafted ? this.withoutDraft(run) : run;
  }

  /** A draft that cannot be removed now is tried again at the next tick; the report is none the worse for it. */
  private withoutDraft(run: Run): Run {
    try {
      new DraftSheet(this.platform.workbook()).remove();
      const cleared = { ...run, drafted: false };
      this.state.saveRun(cleared);
      return cleared;
    } catch {
      this.platform.log.warn('the draft could not be removed');
      return run;
    }
  }
}
