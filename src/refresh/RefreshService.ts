/**
 * Refreshes as people and the schedule see them: who may start one, who has to wait, how one ends. The only
 * place that turns an error into a sentence.
 */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import { sentenceOf } from '../domain/SentenceError';
import type { Platform } from '../platform';
import { expectedOf, shortageOf } from '../quota/quota-sense';
import type { Usage } from '../quota/Usage';
import type { SettingsStore } from '../settings/SettingsStore';
import { tellsSecret } from '../settings/tells-secret';
import type { Webhook } from '../settings/webhook';
import { WriterError } from '../sheets/WriterError';
import type { DocumentState } from '../state/DocumentState';
import { NO_RUN, type Cause, type Run } from '../state/run';
import { DraftSheet } from '../draft/DraftSheet';
import { errorTexts } from '../texts/error-texts';
import { refreshTexts } from '../texts/refresh-texts';
import { Deadline } from './Deadline';
import { RefreshExecution } from './RefreshExecution';
import type { GeneratedReport } from './ReportGenerator';
import { RunProgress } from './RunProgress';
import { CancelSignal, PauseSignal } from './signals';

export interface StartAnswer {
  readonly accepted: 'started' | 'queued' | 'busy' | 'refused';
  readonly message: string;
}

/** How long a second refresh waits for the first one's lock before it gives up. */
const LOCK_MILLISECONDS = 1_000;
/** A run that has been silent for so long was ended by the platform. */
export const SILENCE_MILLISECONDS = 7 * 60 * 1000;
/** What was fetched longer ago than this is given up. */
const DRAFT_LIFE_MILLISECONDS = 24 * 60 * 60 * 1000;
/** How many sentences about single invoices the result quotes. */
const SHOWN_NOTICES = 5;
const CLOCK_TIME = 'HH:mm';

export class RefreshService {
  constructor(
    private readonly platform: Platform,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly usage: Usage,
  ) {}

  /** Refreshes at once, or leaves a request with the owner, or says why neither is possible. */
  start(how: Cause, briefOnly: boolean): StartAnswer {
    const webhook = this.settings.webhook();
    if (webhook === null) return this.leaveToOwner(briefOnly);
    const lock = this.platform.documentLock;
    if (!lock.tryLock(LOCK_MILLISECONDS)) return { accepted: 'busy', message: this.busyMessage() };
    try {
      const run = this.execute(this.runToGoOn() ?? this.newRun(how, briefOnly), webhook);
      return { accepted: 'started', message: run.message };
    } finally {
      lock.releaseLock();
    }
  }

  /** The refresh under way or the last one; a run that the platform has ended is told as failed. */
  current(): Run {
    const run = this.state.run();
    const isDead =
      run.state === 'running' && this.platform.clock.now() - run.heartbeatAt > SILENCE_MILLISECONDS;
    return isDead ? { ...run, state: 'failed', phase: null, message: refreshTexts.interrupted() } : run;
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
      new DraftSheet(this.platform.workbook()).remove();
      const ended = { state: 'cancelled', message: refreshTexts.cancelled() } as const;
      const cancelled: Run = { ...run, ...ended, drafted: false, finishedAt: this.finishedAt(ended) };
      this.state.saveRun(cancelled);
      this.remember(cancelled, null);
      this.platform.spreadsheets.flush();
      return { accepted: true, message: ended.message };
    } finally {
      lock.releaseLock();
    }
  }

  private newRun(how: Cause, briefOnly: boolean): Run {
    const now = this.platform.clock.now();
    return {
      ...NO_RUN,
      id: this.platform.newId(),
      state: 'running',
      phase: 'list',
      message: this.isShortOfRequests() ? refreshTexts.shortOfRequests() : '',
      startedAt: new Date(now).toISOString(),
      by: this.settings.identity(),
      how,
      briefOnly,
      heartbeatAt: now,
    };
  }

  /** Said before the refresh is under way; it may still get through, since only Google knows the account. */
  private isShortOfRequests(): boolean {
    return shortageOf(this.usage.lastDay(), expectedOf(this.state.history())) === 'requests';
  }

  /**
   * The paused run, or one that was ended by the platform and has left a draft, unless it is so old that its data
   * is no longer fit for a report. Called under the lock, so nobody else is at work on it.
   */
  private runToGoOn(): Run | null {
    const run = this.state.run();
    const isOpen = run.state === 'paused' || (run.state === 'running' && run.drafted);
    if (!isOpen || run.startedAt === null) return null;
    const isFresh = this.platform.clock.now() - Date.parse(run.startedAt) <= DRAFT_LIFE_MILLISECONDS;
    return isFresh ? { ...run, state: 'running', heartbeatAt: this.platform.clock.now() } : null;
  }

  private execute(started: Run, webhook: Webhook): Run {
    const { platform, state } = this;
    const mayHaveDraft = state.run().id === '' || state.run().drafted;
    const settings = this.settings.settings();
    const progress = new RunProgress(started, state, platform.clock, new Deadline(platform.clock));
    const execution = new RefreshExecution({ platform, state, settings, webhook, progress });
    state.saveRun(started);
    state.forgetCancel();
    let ended: Pick<Run, 'state' | 'message'>;
    let generated: GeneratedReport | null = null;
    try {
      generated = execution.run(started.briefOnly ? ['brief'] : ['brief', 'detail']);
      if (generated.profile) this.settings.nameOwner(generated.profile.name);
      ended = { state: 'done', message: doneMessage(generated, progress.run) };
    } catch (error) {
      ended = endedBy(error, progress.run.phase === 'write');
      platform.log.warn(`refresh ${ended.state}: ${errorName(error)}`);
    }
    if (tellsSecret(ended.message, webhook)) ended = { state: ended.state, message: refreshTexts.withheld() };
    progress.setHits(execution.cacheStatistics.hits);
    const drafted = mayHaveDraft || ended.state === 'paused';
    const run: Run = { ...progress.run, ...ended, drafted, phase: null, finishedAt: this.finishedAt(ended) };
    state.saveRun(run);
    this.usage.add({ requests: run.requests - started.requests, triggerMilliseconds: 0 });
    this.log(run, generated, execution, progress);
    if (ended.state === 'paused') return run;
    this.remember(run, generated);
    return drafted ? this.withoutDraft(run, execution) : run;
  }

  /** A draft that cannot be removed now is tried again after the next run; the report is none the worse for it. */
  private withoutDraft(run: Run, execution: RefreshExecution): Run {
    try {
      execution.removeDraft();
      const cleared = { ...run, drafted: false };
      this.state.saveRun(cleared);
      return cleared;
    } catch {
      this.platform.log.warn('the draft could not be removed');
      return run;
    }
  }

  private finishedAt({ state }: Pick<Run, 'state'>): string | null {
    return state === 'paused' ? null : new Date(this.platform.clock.now()).toISOString();
  }

  private remember(run: Run, generated: GeneratedReport | null): void {
    const { startedAt, finishedAt, by, how, state, message, requests, cacheHits } = run;
    this.state.addToHistory({
      startedAt,
      finishedAt,
      by,
      how,
      state,
      message,
      invoices: generated?.report.brief.length ?? 0,
      rows: generated?.report.productRowCount ?? 0,
      requests,
      hits: cacheHits,
    });
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

function doneMessage({ report }: GeneratedReport, run: Run): string {
  const rows = run.briefOnly ? null : report.productRowCount;
  const done = refreshTexts.done({ invoices: report.brief.length, rows, requests: run.requests });
  const sentences = report.issues.map(({ sentence }) => sentence);
  return sentences.length === 0 ? done : `${done} ${refreshTexts.notices(sentences, SHOWN_NOTICES)}`;
}

/** Errors of our own carry their sentence; the text of any other may quote the webhook's address. */
function endedBy(error: unknown, isWriting: boolean): Pick<Run, 'state' | 'message'> {
  if (error instanceof CancelSignal) return { state: 'cancelled', message: refreshTexts.cancelled() };
  if (error instanceof PauseSignal) return { state: 'paused', message: refreshTexts.paused() };
  // The portal forgives within ten minutes what it refuses now; a later execution goes on then.
  if (error instanceof Bitrix24Error && error.code === 'operatingLimit')
    return { state: 'paused', message: refreshTexts.throttled() };
  const otherwise = isWriting ? refreshTexts.writingInterrupted() : refreshTexts.unforeseen();
  return { state: 'failed', message: sentenceOf(error, otherwise) };
}

function errorName(error: unknown): string {
  if (error instanceof Bitrix24Error || error instanceof WriterError) return `${error.name} ${error.code}`;
  return error instanceof CancelSignal || error instanceof PauseSignal ? error.name : 'unforeseen';
}
