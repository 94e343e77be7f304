/**
 * The preview's time. While scripts run it moves only as they wait, at the chosen speed, so that a slow machine
 * changes nothing; between executions it may be moved on at will.
 */
import type { Clock } from '../../simulator';

export interface Waiting {
  /** Whether a script runs; else a sleep is a jump. */
  isRunning(): boolean;
  /** Whether what runs is to end as fast as it can. */
  isHurried(): boolean;
  /** What may happen while a script waits; it may run other scripts, which move the time too. */
  meanwhile(): void;
}

/** Real milliseconds after which a waiting script lets others in. */
const SLICE = 20;
/** Real milliseconds: shorter waits are put together, because the machine cannot keep them. */
const LEAST_PAUSE = 2;

export class LiveClock implements Clock {
  private owed = 0;
  private readonly never = new Int32Array(new SharedArrayBuffer(4));

  constructor(
    private time: number,
    /** Virtual milliseconds in a real one. */
    private readonly speed: () => number,
    private readonly waiting: Waiting,
  ) {}

  now(): number {
    return Math.floor(this.time);
  }

  sleep(milliseconds: number): void {
    const until = this.time + milliseconds;
    while (this.time < until) {
      const isPlain = !this.waiting.isRunning() || this.waiting.isHurried();
      const step = isPlain ? until - this.time : Math.min(until - this.time, SLICE * this.speed());
      this.time += step;
      if (isPlain) return;
      this.pause(step / this.speed());
      this.waiting.meanwhile();
    }
  }

  private pause(realMilliseconds: number): void {
    this.owed += realMilliseconds;
    if (this.owed < LEAST_PAUSE) return;
    Atomics.wait(this.never, 0, 0, this.owed);
    this.owed = 0;
  }
}
