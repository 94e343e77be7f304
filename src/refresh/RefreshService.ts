/**
 * Refreshes as people and the schedule see them: takes their lock, asks run-machine.ts what becomes of the run, does it.
 */
import type { Webhook } from '../domain/Webhook';
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import { removeHidden } from '../sheets/HiddenSheet';
import { KeptRemarks } from '../state/KeptRemarks';
import type { KnownFields } from '../state/KnownFields';
import type { Cause, Run } from '../state/run';
import { refreshTexts } from '../texts/refresh-texts';
import { ColleagueRequest, type StartAnswer } from './ColleagueRequest';
import { Deadline } from './Deadline';
import { countsOf, doneBy, endedBy, errorName, noticesOf, type ExecutedReport } from './ending';
import { carryOut, type RunKeepers } from './carry-out';
import { executionLine } from './execution-line';
import { factsOf } from './facts';
import { alone } from './giving-way';
import { RefreshExecution } from './RefreshExecution';
import type { Ending, Happenings, Step } from './run-events';
import { handOutNotes, notesAnswer, showNotesOutside, type NotesAnswer } from './notes-outside';
import { next } from './run-machine';
import { cancelRefusal, isGone, isOpen, shownAs } from './run-standing';
import { RunProgress } from './RunProgress';

export interface CancelAnswer {
  readonly accepted: boolean;
  readonly message: string;
}

export class RefreshService {
  private readonly requests: ColleagueRequest;
  private readonly keepers: RunKeepers;

  constructor(
    private readonly platform: Platform,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly ledger: QuotaLedger,
    private readonly knownFields: KnownFields,
  ) {
    this.requests = new ColleagueRequest(platform, settings, state);
    this.keepers = { platform, settings, state, ledger, requests: this.requests };
  }

  /** Refreshes at once, or leaves a request with the owner, or says why neither is possible. */
  start(how: Cause, briefOnly: boolean): StartAnswer {
    const webhook = this.settings.webhook();
    if (webhook === null) return this.requests.leaveToOwner(briefOnly);
    const run = this.execute('wished', { how, briefOnly }, webhook);
    return run === null
      ? this.requests.turnedAway(this.current())
      : { accepted: 'started', message: run.message };
  }

  /**
   * Goes on with the paused run that began at that time, or does nothing: it may have been cancelled, ended or begun
   * anew since the page heard of it.
   */
  resume(startedAt: string): StartAnswer {
    const run = this.execute('resumed', { startedAt });
    return run === null
      ? { accepted: 'refused', message: refreshTexts.nothingToResume() }
      : { accepted: 'started', message: run.message };
  }

  /**
   * For the tick: goes on with what was paused or killed, unless that happens time and again; does what a colleague asked
   * for, who goes on waiting where somebody else is at work; or tries again what failed for a reason that may have passed.
   */
  unattended(what: 'ticked' | 'requested' | 'repeated'): void {
    this.execute(what, null);
  }

  /** Removes what is left of a run that is over, where its execution did not come to it. */
  tidyUp(): void {
    this.alone(() => this.become('tidied', null));
  }

  /** The refresh under way or the last one; a run that the platform has ended is told as failed. */
  current(): Run {
    return shownAs(this.state.run(), this.platform.clock.now());
  }

  /**
   * Ends at once a refresh that nobody is at work on; one under way ends itself between two waves. Where there is none,
   * what a colleague has asked for is not going to be.
   * @throws SentenceError where somebody is saving settings for too long
   */
  cancel(): CancelAnswer {
    const run = this.state.run();
    const now = this.platform.clock.now();
    if (isGone(run, now) && this.requests.withdraw())
      return { accepted: true, message: refreshTexts.requestWithdrawn() };
    const refusal = cancelRefusal(run, now);
    if (refusal !== null) return { accepted: false, message: refusal };
    const ended = this.end(run);
    if (ended?.state === 'done') return { accepted: false, message: refreshTexts.nothingToCancel() };
    // Between the two looks the run may have begun to write: then it may not have heard of the wish.
    if (ended === null && this.state.run().phase === 'write')
      return { accepted: false, message: refreshTexts.writingAlready() };
    return { accepted: true, message: ended?.message ?? refreshTexts.cancelAccepted() };
  }

  showNotes(): NotesAnswer {
    return notesAnswer(this.alone(() => showNotesOutside(this.platform, this.settings, this.state)));
  }

  /** Why a colleague's request would not be taken; null where it may be, and for the owner. */
  refusal(): string | null {
    return this.requests.refusal();
  }

  /** Nothing goes on, and neither draft nor memory is left: the connection is gone. */
  abandon(): void {
    const run = this.state.run();
    if (isOpen(run)) this.end(run);
    this.tidyUp();
    this.alone(() => removeHidden(this.platform, 'memory'));
    this.alone(() => handOutNotes(this.platform, this.settings, this.state));
  }

  /**
   * Gives null where somebody else is at work. What changes the spreadsheet flushes: what is still pending would be
   * applied after the lock is given back.
   */
  private alone<T>(act: () => T): T | null {
    return alone(this.platform, this.state, act);
  }

  /** Carries out what becomes of the last run. Called under the lock; gives the run as it is then. */
  private become<K extends keyof Happenings>(what: K, happening: Happenings[K], run = this.state.run()): Run {
    const step = next(run, what, happening, this.facts(null));
    if (step !== null) carryOut(step, this.keepers);
    return step?.run ?? run;
  }

  private facts(webhook: Webhook | null) {
    return factsOf(this.platform, this.settings, this.state, this.ledger, webhook);
  }

  /** Gives the last run as it is then, null where its execution is at work and will end it. */
  private end({ id }: Run): Run | null {
    // Asked first: an execution that holds the lock looks for it once more after giving the lock back.
    this.state.askToCancel(id);
    return this.alone(() => this.become('cancelled', null));
  }

  /**
   * The execution that follows from what happens, if any. Gives the run as it is then, null where nothing follows: the
   * connection is gone or another's, somebody else is at work, or there is nothing to do.
   */
  private execute<K extends keyof Happenings>(
    what: K,
    happening: Happenings[K],
    webhook = this.settings.webhook(),
  ): Run | null {
    if (webhook === null) return null;
    const run = this.alone(() => {
      const last = this.state.run();
      const step = next(last, what, happening, this.facts(webhook));
      if (step?.run.state === 'running') return this.executeAlone(step, last.id === step.run.id, webhook);
      if (step !== null) carryOut(step, this.keepers);
      return step && step.run;
    });
    // Cancelled too late for its execution to hear of it.
    const isUnheard = run?.state === 'paused' && this.state.isCancelAsked(run.id);
    return (isUnheard ? this.alone(() => this.become('cancelled', null)) : null) ?? run;
  }

  /** @param goesOn whether the run was begun by an earlier execution */
  private executeAlone(begun: Step, goesOn: boolean, webhook: Webhook): Run {
    const { platform, state } = this;
    const { log, clock } = platform;
    const started = begun.run;
    const begunAt = clock.now();
    const progress = new RunProgress(started, state, clock, new Deadline(clock));
    const execution = new RefreshExecution({
      platform,
      state,
      settings: this.settings.settings(),
      webhook,
      spreadsheetId: this.settings.spreadsheetId,
      progress,
      goesOn,
    });
    carryOut(begun, this.keepers);
    let ending: Ending;
    let generated: ExecutedReport | null = null;
    try {
      generated = execution.run(started.briefOnly ? ['brief'] : ['brief', 'detail']);
      ending = doneBy(generated, progress.run, this.keepRemarks(generated, started, webhook));
    } catch (error) {
      ending = endedBy(error, progress.run, platform.isPublished);
      log.warn(`refresh ${ending.state}: ${errorName(error)}`);
      attempt(log, 'the flush', () => platform.spreadsheets.flush());
    }
    if (webhook.isToldBy(ending.message)) ending = { ...ending, message: refreshTexts.withheld() };
    const { cache, fetcher } = execution.portal;
    progress.setHits(cache.statistics.hits);
    const { hasAdvanced } = fetcher;
    const ended = { ending, hasAdvanced, milliseconds: clock.now() - begunAt, counts: countsOf(generated) };
    const run = this.become('ended', ended, progress.run);
    log.info(executionLine(run.state, generated, progress, cache.statistics));
    attempt(log, 'the former memory', () => {
      if (this.settings.people.owner() === null) removeHidden(platform, 'memory');
    });
    const name = generated?.profile?.name ?? null;
    // The report is told as done: what cannot be noted now is noted by the next one.
    attempt(log, 'what the portal told', () => {
      if (name !== null) this.settings.people.nameOwner(name, webhook);
      this.knownFields.note(generated?.fields ?? [], webhook);
    });
    return run;
  }

  /**
   * Keeps all notices of a finished refresh for «Состояние»: its message tells only some.
   * @returns whether they are all there to be read, or as many as there is room for
   */
  private keepRemarks(executed: ExecutedReport, { startedAt, briefOnly }: Run, webhook: Webhook): boolean {
    const { documentProperties, codec, log } = this.platform;
    const kept = new KeptRemarks(documentProperties, codec, briefOnly ? 'brief' : 'both');
    const told = (most: number): string => noticesOf(executed, most).join('\n');
    if (startedAt === null || webhook.isToldBy(told(Infinity))) return false;
    return attempt(log, 'the remarks', () => kept.keep(startedAt, told));
  }
}
