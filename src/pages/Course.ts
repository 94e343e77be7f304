/** How far a refresh is over all its phases, and how long it still takes: judged by what a page sees of it. */
import { MINUTE_MILLISECONDS } from '../domain/durations';
import { PAGE_SIZE } from '../domain/portal';
import type { Phase, Progress } from '../state/run';

export interface Told {
  /** 0 to 1, never less than it was; null while the list of invoices is still read, which nobody knows the length of. */
  readonly share: number | null;
  /** Null while that cannot be told. */
  readonly secondsLeft: number | null;
}

interface Look extends Pick<Progress, 'phase' | 'done' | 'total' | 'requests'> {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How much of a refresh is over when a phase begins: links and requisites go by the page, rows perhaps one by one. */
const BEFORE: Readonly<Record<Phase, number>> = {
  list: 0,
  links: 0.1,
  requisites: 0.2,
  rows: 0.25,
  write: 0.95,
};

/** Sooner nothing is told. */
export const FIRST_MILLISECONDS = MINUTE_MILLISECONDS;
/** A shorter look tells nothing of the pace: invoices get done in pages, a page takes seconds. */
export const SHORTEST_LOOK_MILLISECONDS = 30_000;
/** Over a longer silence, as of a computer that slept, nobody knows what was worked and what was waited. */
const LONGEST_SILENCE_MILLISECONDS = MINUTE_MILLISECONDS;
/** Invoices get done by leaps, so that one look says little: what is told shall not jump to and fro. */
const WEIGHT_OF_A_LOOK = 1 / 8;

export class Course {
  private startedAt: string | null = null;
  private seenAt = 0;
  private lastAt = 0;
  private share: number | null = null;
  /** The first look at the phase that lasts. */
  private first: Look | null = null;
  /** When it ends by what was seen, milliseconds since 1970. */
  private endsAt: number | null = null;

  after({ state, startedAt, ...progress }: Progress, at: number): Told {
    if (startedAt !== this.startedAt) {
      this.startedAt = startedAt;
      this.seenAt = at;
      this.share = this.first = null;
    }
    const isAwake = at - this.lastAt <= LONGEST_SILENCE_MILLISECONDS;
    this.lastAt = at;
    const { phase } = progress;
    // A paused one has no phase, and goes on where it was.
    if (state !== 'running' || phase === null) return { share: this.share, secondsLeft: null };
    const look = { ...progress, at };
    if (this.first?.phase !== phase || this.first.total !== look.total || !isAwake) {
      this.first = look;
      this.endsAt = null;
    }
    this.share = largest(this.share, shareOf(phase, look, this.first));
    const end = endOf(look, this.first);
    if (end === null) return { share: this.share, secondsLeft: null };
    this.endsAt = this.endsAt === null ? end : this.endsAt + (end - this.endsAt) * WEIGHT_OF_A_LOOK;
    const isEarly = at - this.seenAt < FIRST_MILLISECONDS;
    return {
      share: this.share,
      secondsLeft: isEarly ? null : Math.max(0, Math.ceil((this.endsAt - at) / 1000)),
    };
  }
}

const largest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

function shareOf(phase: Phase, look: Look, first: Look): number | null {
  const { done, total, requests } = look;
  if (phase === 'list' || total === 0) return null;
  const before = BEFORE[phase];
  const byDone = before + (BEFORE.write - before) * Math.min(1, done / total);
  if (phase !== 'links') return byDone;
  const linked = Math.min(1, ((requests - first.requests) * PAGE_SIZE) / total);
  return Math.max(byDone, before + (BEFORE.requisites - before) * linked);
}

/** Only while rows are read: of an earlier phase nobody knows how many requests the rows will take. */
function endOf({ phase, at, done, total }: Look, first: Look): number | null {
  const milliseconds = at - first.at;
  const newlyDone = done - first.done;
  const isLongEnough = milliseconds >= SHORTEST_LOOK_MILLISECONDS && newlyDone > 0;
  if (phase !== 'rows' || !isLongEnough || done >= total) return null;
  return at + ((total - done) * milliseconds) / newlyDone;
}
