/** How long a refresh still takes, judged by how fast its invoices got done while the page looked on. */
import type { Progress } from '../state/run';

interface Sample {
  readonly at: number;
  readonly done: number;
  readonly total: number;
  readonly startedAt: string | null;
}

/** A shorter look tells nothing of the pace: invoices get done in waves, a wave takes seconds. */
export const SHORTEST_LOOK_MILLISECONDS = 10_000;

export class TimeLeft {
  private first: Sample | null = null;

  /** @returns seconds, null while that cannot be told: the list still grows, or too little was seen getting done */
  after({ state, phase, done, total, startedAt }: Progress, now: number): number | null {
    const isCounting = state === 'running' && phase !== null && phase !== 'write' && total > 0;
    if (!isCounting) {
      this.first = null;
      return null;
    }
    const { first } = this;
    if (first?.total !== total || first.startedAt !== startedAt || done < first.done) {
      this.first = { at: now, done, total, startedAt };
      return null;
    }
    const milliseconds = now - first.at;
    if (milliseconds < SHORTEST_LOOK_MILLISECONDS || done === first.done || done >= total) return null;
    return Math.ceil(((total - done) * milliseconds) / (done - first.done) / 1000);
  }
}
