/**
 * The runs as they are written down: how one begins, goes on and ends, and what is remembered of it. All of it under
 * the lock of refreshes, so nobody else is at work on an open run.
 */
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import { expectedOf, shortageOf } from '../quota/quota-policy';
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { SettingsStore } from '../settings/SettingsStore';
import type { Webhook } from '../domain/Webhook';
import type { DocumentState } from '../state/DocumentState';
import {
  finishedRun,
  isUnattended,
  NO_REPEAT,
  NO_RUN,
  type Cause,
  type Repeat,
  type Run,
} from '../state/run';
import { refreshTexts } from '../texts/refresh-texts';
import { EXECUTION_MILLISECONDS } from './Deadline';
import type { Ending } from './how-it-ended';
import type { GeneratedReport } from './ReportGenerator';
import { begunAgain, repeatAfter, repeatDueAt } from './repeats';
import { goneOnWith, isHopeless, isOpen, isStalled, mayGoOn, scopeOf, widened } from './run-course';

interface Beginning {
  readonly isTriggers?: boolean;
  readonly repeat?: Repeat;
}

export class Runs {
  constructor(
    private readonly platform: Pick<Platform, 'clock' | 'newId' | 'log'>,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
    private readonly ledger: QuotaLedger,
  ) {}

  /** The run of a new wish; it goes on with what an earlier one has left, where that becomes all that is wished. */
  wished(how: Cause, briefOnly: boolean, webhook: Webhook): Run {
    const last = this.state.run();
    // An undrafted one that the platform has ended was told as failed.
    const mayGoOn = last.state === 'paused' || last.drafted;
    const goingOn = mayGoOn ? this.goingOn(widened(last, briefOnly), webhook, isUnattended({ how })) : null;
    return goingOn ?? this.begin(how, briefOnly, webhook);
  }

  /** The paused run that began at that time; null where it is not paused any more or cannot go on. */
  resumed(startedAt: string, webhook: Webhook): Run | null {
    const last = this.state.run();
    const isMeant = last.state === 'paused' && last.startedAt === startedAt;
    return isMeant ? this.goingOn(last, webhook, false) : null;
  }

  /**
   * A run that begins anew.
   * @param given.isTriggers whether the trigger begins it, which may be in the place of one that a person had begun
   * @param given.repeat what it repeats; the schedule's own turn takes the place of whatever was to be repeated
   */
  begin(how: Cause, briefOnly: boolean, webhook: Webhook, given: Beginning = {}): Run {
    const now = this.platform.clock.now();
    const last = this.state.run();
    this.countKilled(last);
    return {
      ...NO_RUN,
      id: this.platform.newId(),
      state: 'running',
      phase: 'list',
      message: this.warning(),
      startedAt: new Date(now).toISOString(),
      by: this.settings.people.personId(),
      how,
      briefOnly,
      // A copied file has the draft and no memory of its run.
      drafted: last.drafted || last.id === '',
      scope: scopeOf(webhook, this.settings.settings()),
      heartbeatAt: now,
      advancedAt: now,
      setbacks: last.setbacks + 1,
      execution: { requestsBefore: 0, isTriggers: given.isTriggers ?? isUnattended({ how }) },
      repeat: given.repeat ?? (how === 'schedule' ? NO_REPEAT : last.repeat),
    };
  }

  /** The run for the trigger's next execution, whether it can go on or has to begin anew. */
  goneOnByTrigger(run: Run, webhook: Webhook): Run {
    const { how, briefOnly } = run;
    return this.goingOn(run, webhook, true) ?? this.begin(how, briefOnly, webhook, { isTriggers: true });
  }

  /** The run that tries again what failed; null where nothing is to be repeated any more. */
  repeated(webhook: Webhook): Run | null {
    const last = this.state.run();
    if (isOpen(last) || repeatDueAt(last) === null) return null;
    const { how, briefOnly } = last.repeat;
    return this.begin(how, briefOnly, webhook, { repeat: begunAgain(last.repeat) });
  }

  /** Writes down that an execution of the run begins; another one that is still open is over. */
  enter(run: Run): void {
    const last = this.state.run();
    if (!isOpen(last) || last.id === run.id) this.state.saveRun(run);
    else this.state.saveRunAndRemember(run, finishedRun(this.over(last, leftBehind(last))));
  }

  /** Said before the refresh is under way; it may still get through, since only Google knows the account. */
  private warning(): string {
    const shortage = shortageOf(this.ledger.lastDay(), expectedOf(this.state.history()));
    if (shortage === null) return '';
    return shortage === 'requests' ? refreshTexts.shortOfRequests() : refreshTexts.shortOfTriggerTime();
  }

  /** An execution that the platform ended could not count itself; the quotas of another person are his own. */
  private countKilled({ state, by, requests, execution }: Run): void {
    if (state !== 'running' || by !== this.settings.people.personId()) return;
    const { requestsBefore, isTriggers } = execution;
    const triggerMilliseconds = isTriggers ? EXECUTION_MILLISECONDS : 0;
    this.ledger.add({ requests: requests - requestsBefore, triggerMilliseconds });
  }

  /** The run for its next execution; null where it has to begin anew. */
  goingOn(run: Run, webhook: Webhook, isTriggers: boolean): Run | null {
    const now = this.platform.clock.now();
    const terms = { by: this.settings.people.personId(), scope: scopeOf(webhook, this.settings.settings()) };
    if (!mayGoOn(run, terms, now)) return null;
    this.countKilled(run);
    return goneOnWith(run, now, isTriggers);
  }

  /**
   * The run after an execution.
   * @param hasAdvanced whether the portal has told it anything new
   */
  after(run: Run, ending: Ending, hasAdvanced: boolean): Run {
    const now = this.platform.clock.now();
    const told = { ...run, advancedAt: hasAdvanced ? now : run.advancedAt };
    if (ending.reason !== undefined && isStalled(told, now)) {
      const message = refreshTexts.stalled(ending.reason);
      return this.over(told, { state: 'failed', message, mayPass: true });
    }
    if (ending.state !== 'failed') return { ...this.over(told, ending), setbacks: 0 };
    const isGivenUp = isHopeless(told) && this.state.isHalfWritten();
    const gaveUp: Ending = { state: 'failed', message: refreshTexts.gaveUp(ending.message) };
    return this.over(told, isGivenUp ? gaveUp : ending);
  }

  over(run: Run, ending: Ending): Run {
    const time = new Date(this.platform.clock.now()).toISOString();
    const { state, mayPass = false, isConnectionBroken = false } = ending;
    // What an execution before has left half-written is not as it was.
    const isLeftHalf = ending.message === refreshTexts.cancelled() && this.state.isHalfWritten();
    const message = isLeftHalf ? refreshTexts.cancelledHalfWritten() : ending.message;
    const finishedAt = state === 'paused' ? null : time;
    const repeat = repeatAfter(run, state, mayPass);
    return { ...run, state, message, phase: null, finishedAt, repeat, isConnectionBroken };
  }

  /**
   * What cannot be noted of the end leaves the sheets as they are and the answer true. A service that fails for a moment
   * is asked again; one that has no room for the history may still take the run.
   */
  leaveSurely(run: Run, generated: GeneratedReport | null): void {
    const whole = (): void => this.leave(run, generated);
    const alone = (): void => this.state.saveRun(run);
    [whole, whole, alone].some((write) => attempt(this.platform.log, 'the end', write));
  }

  /** Writes down the end of a run, or that it pauses. */
  leave(run: Run, generated: GeneratedReport | null): void {
    if (isOpen(run)) {
      this.state.saveRun(run);
      return;
    }
    const { brief, productRowCount } = generated?.report ?? { brief: [], productRowCount: 0 };
    this.state.saveRunAndRemember(run, finishedRun(run, { invoices: brief.length, rows: productRowCount }));
  }
}

const leftBehind = ({ state }: Run): Ending =>
  state === 'paused'
    ? { state: 'cancelled', message: refreshTexts.outdated() }
    : { state: 'failed', message: refreshTexts.interrupted() };
