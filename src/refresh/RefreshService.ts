/** Refreshes as people and the schedule see them: who may start one, who has to wait, who ends one. */
import type { Platform } from '../platform';
import type { Usage } from '../quota/Usage';
import type { SettingsStore } from '../settings/SettingsStore';
import { tellsSecret } from '../settings/tells-secret';
import type { Webhook } from '../settings/webhook';
import type { DocumentState } from '../state/DocumentState';
import type { Cause, Run } from '../state/run';
import { DraftSheet } from '../draft/DraftSheet';
import { errorTexts } from '../texts/error-texts';
import { refreshTexts } from '../texts/refresh-texts';
import { Deadline } from './Deadline';
import { doneBy, endedBy, errorName, type Ending } from './how-it-ended';
import { RefreshExecution, type ExecutedReport } from './RefreshExecution';
import type { GeneratedReport } from './ReportGenerator';
import { isHopeless, isOpen, isSilent } from './run-course';
import { RunProgress } from './RunProgress';
import { Runs } from './Runs';

export interface StartAnswer {
  readonly accepted: 'started' | 'queued' | 'busy' | 'refused';
  readonly message: string;
}

/** How long a second refresh waits for the first one's lock before it gives up. */
const LOCK_MILLISECONDS = 1_000;
const CLOCK_TIME = 'HH:mm';

export class RefreshService {
  private readonly runs: Runs;

  constructor(
    private readonly platform: Platform,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly usage: Usage,
  ) {
    this.runs = new Runs(platform, settings, state, usage);
  }

  /** Refreshes at once, or leaves a request with the owner, or says why neither is possible. */
  start(how: Cause, briefOnly: boolean): StartAnswer {
    const webhook = this.settings.webhook();
    if (webhook === null) return this.leaveToOwner(briefOnly);
    const lock = this.platform.documentLock;
    if (!lock.tryLock(LOCK_MILLISECONDS)) return { accepted: 'busy', message: this.busyMessage() };
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

  cancel(): { readonly accepted: boolean; readonly message: string } {
    const run = this.current();
    if (run.state === 'paused') return this.cancelPaused(run);
    if (run.state !== 'running') return { accepted: false, message: refreshTexts.nothingToCancel() };
    this.state.askToCancel(run.id);
    return { accepted: true, message: refreshTexts.cancelAccepted() };
  }

  /** Nothing goes on and no draft is left: the connection is gone. */
  abandon(): void {
    this.cancel();
    if (this.current().state !== 'running') new DraftSheet(this.platform.workbook()).remove();
  }

  /** Nobody is at work, so the draft is removed here and now; unless the run has just been taken up again. */
  private cancelPaused(run: Run): { readonly accepted: boolean; readonly message: string } {
    const lock = this.platform.documentLock;
    if (!lock.tryLock(LOCK_MILLISECONDS)) {
      this.state.askToCancel(run.id);
      return { accepted: true, message: refreshTexts.cancelAccepted() };
    }
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
    progress.setHits(execution.cacheStatistics.hits);
    const run = this.runs.after(progress.run, ending, execution.hasAdvanced);
    state.saveRun(run);
    this.usage.add({ requests: run.requests - started.requests, triggerMilliseconds: 0 });
    this.log(run, generated, execution, progress);
    if (run.state === 'paused') return run;
    this.runs.remember(run, generated);
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

  /** One line of counts for each execution. */
  private log(
    { state }: Run,
    generated: GeneratedReport | null,
    execution: RefreshExecution,
    progress: RunProgress,
  ): void {
    const counts = {
      refresh: state,
      invoices: generated?.report.brief.length ?? null,
      rows: generated?.report.productRowCount ?? null,
      requests: Object.fromEntries(progress.requestsByMethod),
      cache: execution.cacheStatistics,
    };
    this.platform.log.info(JSON.stringify(counts));
  }

  private leaveToOwner(briefOnly: boolean): StartAnswer {
    const owner = this.settings.owner();
    if (owner === null) return { accepted: 'refused', message: errorTexts.noConnection() };
    const now = this.platform.clock.now();
    if (this.state.request.get() === null) {
      this.state.request.set({ briefOnly, at: new Date(now).toISOString(), by: this.settings.identity() });
    }
    const tick = now + (this.platform.isPublished ? 60 : 5) * 60_000;
    const message = refreshTexts.queued(this.settings.shownName(owner.id), this.clockTime(tick));
    return { accepted: 'queued', message };
  }

  private busyMessage(): string {
    const { by, startedAt, done, total } = this.current();
    const since = startedAt === null ? this.platform.clock.now() : Date.parse(startedAt);
    return refreshTexts.busy(this.settings.shownName(by), this.clockTime(since), done, total);
  }

  private clockTime(milliseconds: number): string {
    const zone = this.platform.workbook().getSpreadsheetTimeZone();
    return this.platform.formatTime(milliseconds, zone, CLOCK_TIME);
  }
}
