/** The two clocks an execution can live by: one that only moves when told, and the machine's own. */

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  sleep(milliseconds: number): void;
}

export class VirtualClock implements Clock {
  constructor(private time: number = Date.parse('2026-01-12T09:00:00Z')) {}

  now(): number {
    return this.time;
  }

  sleep(milliseconds: number): void {
    this.advance(milliseconds);
  }

  /** Moves on by that many milliseconds; time never goes back. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError(`A clock cannot go on by ${milliseconds} ms`);
    this.time += milliseconds;
  }

  /** Moves on to that time; does nothing where it has passed already. */
  advanceTo(time: number): void {
    this.time = Math.max(this.time, time);
  }
}

/** The machine's clock; `sleep` blocks the thread, as a sleeping script does. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};
