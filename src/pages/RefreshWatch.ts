/**
 * Follows a refresh as long as its page is open: asks how far it is, starts it, cancels it, and goes on with one
 * that paused. Everything shown comes from the server, so a page that was closed and opened again shows the truth.
 */
import type { Progress } from '../state/run';
import type { StartAnswer } from '../refresh/ColleagueRequest';
import { failureText } from './Server';
import type { ServerFunctions } from './server-functions';
import { Course, type Told } from './Course';
import type { Timer } from './timer';

type Promised<F extends (...args: never[]) => unknown> = (...args: Parameters<F>) => Promise<ReturnType<F>>;

/** The calls that a refresh takes. */
export interface RefreshCalls {
  readonly getProgress: Promised<ServerFunctions['getProgress']>;
  readonly startRefresh: Promised<ServerFunctions['startRefresh']>;
  readonly cancelRefresh: Promised<ServerFunctions['cancelRefresh']>;
}

export interface Watched extends Told {
  /** Null until the server has answered for the first time. */
  readonly progress: Progress | null;
  readonly isStarting: boolean;
  readonly isCancelling: boolean;
  /** The last answer or failure that the progress does not tell. */
  readonly notice: string | null;
  /** What the last wish has come to, null while that is not known and where the answer was lost. */
  readonly answer: StartAnswer['accepted'] | null;
}

export const NOTHING_WATCHED: Watched = {
  progress: null,
  isStarting: false,
  isCancelling: false,
  notice: null,
  answer: null,
  share: null,
  secondsLeft: null,
};

export const RUNNING_POLL_MILLISECONDS = 2_000;
/** Every poll is an execution of the script, and an open sidebar is mostly idle. */
export const IDLE_POLL_MILLISECONDS = 20_000;
/** A refresh that the menu sets off begins before that, or waits for another one. */
export const EXPECTED_MILLISECONDS = 15_000;
/** An answer takes a second or two; one that was lost on its way never comes. */
export const LOST_ANSWER_MILLISECONDS = 15_000;
/** An execution lasts minutes; one that pauses at once waits for the portal, which takes minutes too. */
export const RESUME_PAUSE_MILLISECONDS = 60_000;

export class RefreshWatch {
  private watched = NOTHING_WATCHED;
  private readonly course = new Course();
  private isPolling = false;
  /** How often the server was asked, and which of these questions was the last to be answered. */
  private questions = 0;
  private answered = 0;
  private isVisible = true;
  private isOwner = false;
  private resumedAt: number | null = null;
  /** When the refresh was begun that was under way, or over, when the notice was given. */
  private toldDuring: string | null = null;
  /** Whether another refresh is to begin once the one begun here is over. */
  private isFollowed = false;
  private expectedUntil = 0;
  private callOff: () => void = () => undefined;

  constructor(
    private readonly calls: RefreshCalls,
    private readonly timer: Timer,
    private readonly onChange: (watched: Watched) => void,
  ) {}

  /** Only the owner's executions can go on with a paused refresh. */
  setOwner(isOwner: boolean): void {
    this.isOwner = isOwner;
    this.resumeIfPaused();
  }

  /** Whether a request waits: once it does no more, what was promised of it is over. */
  setWaiting(isWaiting: boolean): void {
    if (!isWaiting && this.watched.answer === 'queued') this.change({ notice: null, answer: null });
  }

  /** A refresh is about to begin that was not begun here. */
  expect(): void {
    this.expectedUntil = this.timer.now() + EXPECTED_MILLISECONDS;
  }

  /** A page that nobody sees asks nothing. */
  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    if (isVisible) void this.ask();
    else this.callOff();
  }

  async poll(): Promise<void> {
    if (!this.isPolling) await this.ask();
  }

  /** Asks again where no answer comes, each time more patiently. */
  private async ask(): Promise<void> {
    this.questions += 1;
    const question = this.questions;
    const patience = LOST_ANSWER_MILLISECONDS * (question - this.answered);
    this.isPolling = true;
    this.callOff();
    this.callOff = this.timer.after(patience, () => void this.ask());
    const accept = await this.calls.getProgress().then(
      (progress) => () => this.take(progress),
      (error: unknown) => () => this.change({ notice: failureText(error) }),
    );
    // A later question has told more.
    if (question < this.answered) return;
    this.answered = question;
    accept();
    this.isPolling = false;
    this.resumeIfPaused();
    this.pollLater();
  }

  /** A new wish. */
  start(briefOnly: boolean): Promise<void> {
    return this.begin(() => this.calls.startRefresh({ briefOnly }));
  }

  /** Both sheets, as they are under what was saved just now: one begun here before that goes by what was so then. */
  async startSaved(): Promise<void> {
    if (this.watched.isStarting) this.isFollowed = true;
    else await this.start(false);
  }

  /** @param call gives the answer to a wish, if it is one */
  private async begin(call: () => Promise<StartAnswer | null>): Promise<void> {
    if (this.watched.isStarting) return;
    this.change({ isStarting: true, notice: null, answer: null });
    this.pollLater();
    let told: Pick<Watched, 'notice' | 'answer'>;
    try {
      const answer = await call();
      told = { notice: noticeOf(answer), answer: answer?.accepted ?? null };
    } catch (error) {
      told = { notice: failureText(error), answer: null };
    }
    this.change({ isStarting: false, isCancelling: false, ...told });
    await this.poll();
    const { isFollowed } = this;
    this.isFollowed = false;
    if (isFollowed) await this.start(false);
  }

  async cancel(): Promise<void> {
    if (this.watched.isCancelling) return;
    const { isStarting, progress } = this.watched;
    const isUnderWay = isStarting || progress?.state === 'running' || progress?.state === 'paused';
    this.isFollowed = false;
    this.change({ isCancelling: true, notice: null, answer: null });
    try {
      const { accepted, message } = await this.calls.cancelRefresh();
      // What has become of a refresh, its progress tells; of a request that waited, nothing else does.
      if (!accepted || !isUnderWay) this.change({ isCancelling: false, notice: message });
    } catch (error) {
      this.change({ isCancelling: false, notice: failureText(error) });
    }
    await this.poll();
  }

  /** What became of a call that was made elsewhere. */
  tell(notice: string): void {
    this.change({ notice });
  }

  private resumeIfPaused(): void {
    const { progress, isStarting, isCancelling } = this.watched;
    if (progress?.state !== 'paused' || !this.isOwner || isStarting || isCancelling) return;
    const { startedAt } = progress;
    if (startedAt === null) return;
    const now = this.timer.now();
    if (this.resumedAt !== null && now - this.resumedAt < RESUME_PAUSE_MILLISECONDS) return;
    this.resumedAt = now;
    void this.begin(async () => {
      // Where it is not paused any more, the progress that is asked for next says what became of it.
      await this.calls.startRefresh({ resume: startedAt });
      return null;
    });
  }

  private pollLater(): void {
    if (this.isPolling) return;
    this.callOff();
    if (!this.isVisible) return;
    const { progress, isStarting } = this.watched;
    const isExpected = this.timer.now() < this.expectedUntil;
    const isUnderWay = isStarting || isExpected || progress?.state === 'running';
    const delay = isUnderWay ? RUNNING_POLL_MILLISECONDS : IDLE_POLL_MILLISECONDS;
    this.callOff = this.timer.after(delay, () => void this.poll());
  }

  private take(progress: Progress): void {
    const isOver = progress.state !== 'running' && progress.state !== 'paused';
    const { share, secondsLeft } = this.course.after(progress, this.timer.now());
    // What was begun here may be heard to be over before its own call comes back.
    const hasEnded = isOver && this.watched.progress?.state === 'running';
    const isStarting = this.watched.isStarting && !hasEnded;
    const isCancelling = this.watched.isCancelling && !(isOver && !isStarting);
    // What was said before a refresh began that is over is as old as that.
    const isPast = isOver && progress.startedAt !== this.toldDuring;
    // Of another's executions nobody here knows when they go on.
    this.change({
      ...(isPast ? { notice: null, answer: null } : {}),
      progress,
      share,
      secondsLeft: this.isOwner ? secondsLeft : null,
      isStarting,
      isCancelling,
    });
  }

  private change(change: Partial<Watched>): void {
    if (change.notice !== undefined) this.toldDuring = this.watched.progress?.startedAt ?? null;
    this.watched = { ...this.watched, ...change };
    this.onChange(this.watched);
  }
}

/** How a refresh that took place ended is in its progress. */
const noticeOf = (answer: StartAnswer | null): string | null =>
  answer === null || answer.accepted === 'started' ? null : answer.message;
