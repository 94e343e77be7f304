/** Refreshes as people and the schedule see them: who may start one, who has to wait, who ends one. */
import type { Webhook } from '../domain/Webhook';
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import { locked } from '../state/locked';
import { refreshLock } from '../state/locks';
import type { Cause, Run } from '../state/run';
import { removeDraft } from '../draft/remove-draft';
import { refreshTexts } from '../texts/refresh-texts';
import { Deadline } from './Deadline';
import { executionLine } from './execution-line';
import { doneBy, endedBy, errorName, type Ending } from './how-it-ended';
import { keepRemarks } from './keep-remarks';
import { RefreshExecution, type ExecutedReport } from './RefreshExecution';
import { ColleagueRequest, type StartAnswer } from './ColleagueRequest';
import { isHopeless, isOpen, isSilent } from './run-course';
import { RunProgress } from './RunProgress';
import { Runs } from './Runs';
import { tellStaleness } from './stale-notice';
import { withoutDraft } from './without-draft';

export interface CancelAnswer {
  readonly accepted: boolean;
  readonly message: string;
}

/** How long a second refresh waits for the first one's lock before it gives up. */
const LOCK_MILLISECONDS = 1_000;

export class RefreshService {
  private readonly runs: Runs;
  private readonly requests: ColleagueRequest;

  constructor(
    private readonly platform: Platform,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly ledger: QuotaLedger,
  ) {
    this.runs = new Runs(platform, settings, state, ledger);
    this.requests = new ColleagueRequest(platform, settings, state);
  }

  /** Refreshes at once, or leaves a request with the owner, or says why neither is possible. */
  start(how: Cause, briefOnly: boolean): StartAnswer {
    const webhook = this.settings.webhook();
    if (webhook === null) return this.requests.leaveToOwner(briefOnly);
    const run = this.alone(() => this.execute(this.runs.wished(how, briefOnly, webhook), webhook));
    return run === null ? this.requests.turnedAway(this.current()) : this.startedAnswer(run);
  }

  /**
   * Goes on with the paused run that began at that time, or does nothing: it may have been cancelled, ended or begun
   * anew since the page heard of it.
   */
  resume(startedAt: string): StartAnswer {
    const webhook = this.settings.webhook();
    const run = webhook === null ? null : this.alone(() => this.resumeAlone(startedAt, webhook));
    if (run !== null) return this.startedAnswer(run);
    return { accepted: 'refused', message: refreshTexts.nothingToResume() };
  }

  /** For the tick: does what a colleague asked for, who goes on waiting where somebody else is at work. */
  carryOutRequest(): void {
    this.unattended((webhook) => {
      // Another execution may have begun or carried it out since the tick looked.
      const request = isOpen(this.state.run()) ? null : this.state.request.get();
      if (request === null) return null;
      const begun = this.runs.begin('request', request.briefOnly, webhook);
      return this.execute(begun, webhook, () => this.requests.take(request));
    });
  }

  /** For the tick: goes on with what was paused or ended by the platform, unless that happens time and again. */
  goOn(): void {
    this.unattended((webhook) => this.goOnAlone(webhook));
  }

  /** For the tick: tries again what failed for a reason that may have passed. */
  repeat(): void {
    this.unattended((webhook) => {
      const repeated = this.runs.repeated(webhook);
      return repeated && this.execute(repeated, webhook);
    });
  }

  /** Removes what is left of a run that is over, where its execution did not come to it. */
  tidyUp(): void {
    this.alone(() => {
      const run = this.state.run();
      if (!isOpen(run)) {
        withoutDraft(this.platform, this.state, run);
        this.state.forgetCancel();
      }
    });
  }

  /** The refresh under way or the last one; a run that the platform has ended is told as failed. */
  current(): Run {
    const run = this.state.run();
    return isSilent(run, this.platform.clock.now())
      ? { ...run, state: 'failed', phase: null, message: refreshTexts.interrupted() }
      : run;
  }

  /** Ends at once a refresh that nobody is at work on; one under way ends itself between two waves. */
  cancel(): CancelAnswer {
    const run = this.state.run();
    const accepted = { accepted: true, message: refreshTexts.cancelAccepted() };
    const refused = { accepted: false, message: refreshTexts.nothingToCancel() };
    const tooLate = { accepted: false, message: refreshTexts.writingAlready() };
    const hasFallenSilent = isSilent(run, this.platform.clock.now());
    if (!isOpen(run) || (hasFallenSilent && !run.drafted)) return refused;
    if (run.phase === 'write' && !hasFallenSilent) return tooLate;
    const ended = this.end(run);
    // Between the two looks the run may have begun to write: then it may not have heard of the wish.
    if (ended === null) return this.state.run().phase === 'write' ? tooLate : accepted;
    return ended.state === 'done' ? refused : { accepted: true, message: ended.message };
  }

  /** Nothing goes on and no draft is left: the connection is gone. */
  abandon(): void {
    const run = this.state.run();
    if (isOpen(run)) this.end(run);
    this.tidyUp();
  }

  /**
   * Gives null where somebody else is at work. What changes the spreadsheet flushes: what is still pending would be
   * applied after the lock is given back.
   */
  private alone<T>(act: () => T): T | null {
    return locked(refreshLock(this.platform), LOCK_MILLISECONDS, act);
  }

  private startedAnswer(run: Run): StartAnswer {
    return { accepted: 'started', message: (this.cancelledMeanwhile(run) ?? run).message };
  }

  private resumeAlone(startedAt: string, webhook: Webhook): Run | null {
    const resumed = this.runs.resumed(startedAt, webhook);
    return resumed === null ? null : this.execute(resumed, webhook);
  }

  /** Does nothing where the connection is gone or somebody else is at work. */
  private unattended(act: (webhook: Webhook) => Run | null): void {
    const webhook = this.settings.webhook();
    if (webhook === null) return;
    const run = this.alone(() => act(webhook));
    if (run !== null) this.cancelledMeanwhile(run);
  }

  private goOnAlone(webhook: Webhook): Run | null {
    const run = this.state.run();
    if (!isOpen(run)) return null;
    if (run.state === 'running' && isHopeless(run)) {
      const message = refreshTexts.gaveUp(refreshTexts.interrupted());
      return this.endAtRest(run, { state: 'failed', message });
    }
    return this.execute(this.runs.goneOnByTrigger(run, webhook), webhook);
  }

  /** Gives the last run as it is then, null where its execution is at work and will end it. */
  private end({ id }: Run): Run | null {
    // Asked first: an execution that holds the lock looks for it once more after giving the lock back.
    this.state.askToCancel(id);
    return this.alone(() => this.cancelAtRest());
  }

  /** Called under the lock. Gives the last run as it is now, whoever ended it. */
  private cancelAtRest(): Run {
    const run = this.state.run();
    if (!isOpen(run)) return run;
    // What the platform ended while it wrote may have changed the sheets.
    const mayHaveWritten = run.state === 'running' && run.phase === 'write';
    const ended = mayHaveWritten
      ? this.endAtRest(run, { state: 'failed', message: refreshTexts.interrupted() })
      : this.endAtRest({ ...run, setbacks: 0 }, { state: 'cancelled', message: refreshTexts.cancelled() });
    this.state.forgetCancel();
    return ended;
  }

  /** A paused run that was cancelled too late for its execution to hear of it; null for any other. */
  private cancelledMeanwhile({ id, state }: Run): Run | null {
    if (state !== 'paused' || !this.state.isCancelAsked(id)) return null;
    return this.alone(() => this.cancelAtRest());
  }

  /** Ends a run that no execution is at work on. Called under the lock. */
  private endAtRest(run: Run, ending: Ending): Run {
    removeDraft(this.platform);
    const over = { ...this.runs.over(run, ending), drafted: false };
    this.runs.leave(over, null);
    return over;
  }

  /** @param onBegun is called once everybody can see the run: whatever becomes of it, people hear of it */
  private execute(started: Run, webhook: Webhook, onBegun: () => void = () => undefined): Run {
    const { platform, state } = this;
    const { log } = platform;
    const begunAt = platform.clock.now();
    const goesOn = state.run().id === started.id;
    const settings = this.settings.settings();
    const progress = new RunProgress(started, state, platform.clock, new Deadline(platform.clock));
    const execution = new RefreshExecution({
      platform,
      state,
      settings,
      webhook,
      spreadsheetId: this.settings.spreadsheetId,
      progress,
      goesOn,
    });
    // Whoever wanted the run to end still wants it to, also where its execution was killed before it heard of it.
    if (!goesOn) state.forgetCancel();
    this.runs.enter(started);
    onBegun();
    let ending: Ending;
    let generated: ExecutedReport | null = null;
    try {
      generated = execution.run(started.briefOnly ? ['brief'] : ['brief', 'detail']);
      ending = doneBy(generated, progress.run, keepRemarks(platform, generated, started, webhook));
    } catch (error) {
      ending = endedBy(error, progress.run, platform.isPublished);
      log.warn(`refresh ${ending.state}: ${errorName(error)}`);
      attempt(log, 'the flush', () => platform.spreadsheets.flush());
    }
    if (webhook.isToldBy(ending.message)) ending = { ...ending, message: refreshTexts.withheld() };
    progress.setHits(execution.cacheStatistics.hits);
    progress.addRunningTime(platform.clock.now() - begunAt);
    const run = this.runs.after(progress.run, ending, execution.hasAdvanced);
    this.runs.leaveSurely(run, generated);
    const requests = run.requests - started.requests;
    attempt(log, 'the quota', () => this.ledger.add({ requests, triggerMilliseconds: 0 }));
    log.info(executionLine(run.state, generated, progress, execution.cacheStatistics));
    if (run.state === 'paused') return run;
    const name = generated?.profile?.name ?? null;
    if (name !== null) this.settings.people.nameOwner(name, webhook);
    attempt(log, 'the wish to cancel', () => state.forgetCancel());
    if (run.state === 'failed') tellStaleness(platform, state, run);
    return run.drafted ? withoutDraft(this.platform, this.state, run) : run;
  }
}
