/** A RefreshWatch with a server and a clock that the test moves by hand. */
import type { StartAnswer } from '../../../src/refresh/ColleagueRequest';
import type { Wish } from '../../../src/refresh/wish';
import { RefreshWatch, type Watched } from '../../../src/pages/RefreshWatch';
import type { Progress } from '../../../src/state/run';
import { aProgress } from './records';

interface Pending<T> {
  resolve(value: T): void;
  reject(error: Error): void;
}

export class WatchedServer {
  progress: Progress = aProgress();
  isBroken = false;
  /** Whether answers to getProgress wait in `answers`. */
  isSlow = false;
  readonly answers: Pending<Progress>[] = [];
  cancelAnswer = { accepted: true, message: 'Отменяется.' };
  readonly asked: string[] = [];
  readonly starts: Pending<StartAnswer>[] = [];
  /** Milliseconds until the next poll, null where none is planned. */
  nextPoll: number | null = null;
  now = 0;
  seen: Watched | null = null;
  readonly watch: RefreshWatch;
  private action: () => void = () => undefined;

  constructor() {
    const calls = {
      getProgress: () => {
        this.asked.push('getProgress');
        if (this.isSlow)
          return new Promise<Progress>((resolve, reject) => this.answers.push({ resolve, reject }));
        return this.isBroken ? Promise.reject(new Error('HTTP 0')) : Promise.resolve(this.progress);
      },
      startRefresh: (wish: Wish) => {
        const start = 'briefOnly' in wish && wish.briefOnly ? 'startBrief' : 'start';
        this.asked.push('resume' in wish ? `resume ${wish.resume}` : start);
        return new Promise<StartAnswer>((resolve, reject) => this.starts.push({ resolve, reject }));
      },
      cancelRefresh: () => {
        this.asked.push('cancel');
        return Promise.resolve(this.cancelAnswer);
      },
    };
    const timer = {
      now: () => this.now,
      after: (milliseconds: number, action: () => void) => {
        this.nextPoll = milliseconds;
        this.action = action;
        return () => (this.nextPoll = null);
      },
    };
    this.watch = new RefreshWatch(calls, timer, (watched) => (this.seen = watched));
  }

  /** Lets the planned poll happen. */
  async tick(): Promise<void> {
    const { nextPoll, action } = this;
    if (nextPoll === null) throw new Error('no poll is planned');
    this.nextPoll = null;
    this.now += nextPoll;
    action();
    await this.settle();
  }

  /** Answers the oldest start that has no answer. */
  async answerStart(accepted: StartAnswer['accepted'], message = ''): Promise<void> {
    this.starts.shift()?.resolve({ accepted, message });
    await this.settle();
  }

  /** Until every promise that can be kept is kept. */
  settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  count(call: string): number {
    return this.asked.filter((asked) => asked === call).length;
  }
}
