/**
 * When a save can be seen. Portals take its time stamp first and commit it later, handlers and robots in between, and
 * they write an invoice before its rows and its link (Bitrix24 source, crm/lib/Service/Operation.php, item.php).
 */
import type { Clock } from '../clock';

interface Waiting {
  readonly due: number;
  readonly write: () => void;
}

export class Commits {
  private stamp: number | null = null;
  private behindSeconds = 0;
  private waiting: readonly Waiting[] = [];
  private shift = 0;

  constructor(private readonly clock: Clock) {}

  /** The server's time; for a save that was begun earlier, the time when it was. */
  now(): number {
    return this.stamp ?? this.clock.now() + this.shift;
  }

  /** Milliseconds that the server's clock goes before the true time. */
  get clockShift(): number {
    return this.shift;
  }

  /** Sets the server's clock; less than nothing sets it back. What waits to be committed does not wait longer. */
  setClock(seconds: number): void {
    this.shift += seconds * 1_000;
  }

  /** A save that is stamped now and carried out so many seconds later, on what is there then. */
  late(seconds: number, save: () => void): void {
    const stamp = this.now();
    this.wait(seconds, () => this.within(() => (this.stamp = stamp), save));
  }

  /** A save whose rows and link follow so many seconds after the invoice. */
  recordFirst(seconds: number, save: () => void): void {
    this.within(() => (this.behindSeconds = seconds), save);
  }

  /** A write of rows or of a link. */
  behind(write: () => void): void {
    if (this.behindSeconds > 0) this.wait(this.behindSeconds, write);
    else write();
  }

  /** When the next of them can be seen, milliseconds since 1970; Infinity where nothing waits. */
  get nextDue(): number {
    return this.waiting[0]?.due ?? Infinity;
  }

  /** Commits what is due, in its order. The portal does so before every answer. */
  catchUp(): void {
    for (;;) {
      const [next] = this.waiting;
      if (!next || next.due > this.clock.now()) return;
      this.waiting = this.waiting.slice(1);
      next.write();
    }
  }

  private wait(seconds: number, write: () => void): void {
    const due = this.clock.now() + seconds * 1_000;
    this.waiting = [...this.waiting, { due, write }].toSorted((left, right) => left.due - right.due);
  }

  private within(begin: () => void, save: () => void): void {
    const { stamp, behindSeconds } = this;
    begin();
    try {
      save();
    } finally {
      this.stamp = stamp;
      this.behindSeconds = behindSeconds;
    }
  }
}
