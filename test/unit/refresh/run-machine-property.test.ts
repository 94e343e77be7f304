/** Whatever happens to runs, in whatever order, and wherever the platform kills an execution. */
import { Random } from '../../../portal/data/Random';
import type { Effect, Ending, Facts, Happenings } from '../../../src/refresh/run-events';
import { next } from '../../../src/refresh/run-machine';
import { cancelRefusal, dutyOf, isOpen } from '../../../src/refresh/run-standing';
import { NO_RUN, type RememberedRun, type Run } from '../../../src/state/run';

const WALKS = 10_000;
const EVENTS = 14;
const MINUTE = 60_000;

/** The platform has ended an execution: nothing of it goes on. */
class Killed extends Error {}

/** A document, its owner's trigger and the people at it, without portal and sheets. */
class Document {
  run: Run = NO_RUN;
  cancel: string | null = null;
  request: Facts['request'] = null;
  hasDraft = false;
  isHalfWritten = false;
  isLocked = false;
  readonly history: RememberedRun[] = [];
  /** Starts of the runs that anybody could see. */
  readonly begun = new Set<string>();
  /** Starts of the runs whose end somebody was promised. */
  readonly promisedToEnd = new Set<string>();
  readonly promisedRequests: { readonly at: number; readonly briefOnly: boolean }[] = [];
  readonly carriedOut: { readonly at: number; readonly briefOnly: boolean }[] = [];
  private now = Date.parse('2026-05-20T09:00:00Z');
  private ids = 0;
  private scope = 'scope';
  private by = 'owner';

  /** @param killRate how probable a kill is wherever one may come */
  constructor(
    private readonly dice: Random,
    private killRate = 0.03,
  ) {}

  walk(): void {
    for (let event = 0; event < EVENTS; event += 1) {
      this.now += 1 + this.dice.int(0, 20) * MINUTE;
      this.happen();
      this.look();
    }
    this.settle();
  }

  /** Nobody does anything but the trigger, all goes well, and the schedule comes in the end. */
  private settle(): void {
    this.killRate = 0;
    this.isSound = true;
    for (let ticks = 0; ticks < 6; ticks += 1) this.tick();
    this.execute('wished', { how: 'schedule', briefOnly: false });
    this.tick();
    this.look();
  }

  private isSound = false;

  private happen(): void {
    const briefOnly = this.chance(0.4);
    const acts = [
      () => this.tick(),
      () => this.tick(),
      () => this.execute('wished', { how: 'menu', briefOnly }),
      () => this.execute('wished', { how: 'schedule', briefOnly: false }),
      () => this.execute('resumed', { startedAt: String(this.run.startedAt) }),
      () => this.askToCancel(),
      () => this.leaveRequest(briefOnly),
      () => void (this.scope += '.'),
      () => void (this.by = this.by === 'owner' ? 'another' : 'owner'),
      () => void (this.now += 24 * 60 * MINUTE),
    ];
    this.survived(acts[this.dice.int(0, acts.length - 1)] ?? (() => undefined));
  }

  private survived(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    this.isLocked = false;
  }

  private chance(rate: number): boolean {
    return this.dice.next() < rate;
  }

  private mayBeKilled(): void {
    if (this.chance(this.killRate)) throw new Killed();
  }

  /** What no kill, at no moment, may ever leave behind. */
  private look(): void {
    if (this.hasDraft && !this.run.drafted) throw new Error('a draft is forgotten');
  }

  private tick(): void {
    this.survived(() => {
      this.now += 5 * MINUTE;
      if (!isOpen(this.run) && this.run.drafted) this.become('tidied', null);
      const duty = dutyOf(this.run, this);
      if (duty === 'ticked' || duty === 'requested') this.execute(duty, null);
      if (duty === 'mend') this.execute('wished', { how: 'schedule', briefOnly: false });
      if (duty === 'keepTime') this.execute('repeated', null);
    });
  }

  private askToCancel(): void {
    const { id, startedAt } = this.run;
    if (cancelRefusal(this.run, this.now) !== null) return;
    this.cancel = id;
    if (!this.isLocked) {
      this.become('cancelled', null);
      if (isOpen(this.run)) throw new Error('a cancelled run is still open');
    }
    this.promisedToEnd.add(String(startedAt));
  }

  private leaveRequest(briefOnly: boolean): void {
    const both = this.request?.briefOnly === false || !briefOnly;
    this.request = { briefOnly: !both, at: '', by: 'colleague' };
    this.promisedRequests.push({ at: this.now, briefOnly });
  }

  private get facts(): Facts {
    const { now, by, scope, request, isHalfWritten, history } = this;
    const used = { requests: 0, triggerMilliseconds: 0 };
    return { now, by, scope, request, isHalfWritten, used, history, newId: () => `id-${++this.ids}` };
  }

  private become<K extends keyof Happenings>(what: K, happening: Happenings[K]): void {
    const step = next(this.run, what, happening, this.facts);
    for (const effect of step?.effects ?? []) this.do(effect);
  }

  private execute<K extends keyof Happenings>(what: K, happening: Happenings[K]): void {
    this.isLocked = true;
    const step = next(this.run, what, happening, this.facts);
    for (const effect of step?.effects ?? []) this.do(effect);
    if (step?.run.state === 'running') this.work(step.run);
    this.isLocked = false;
    if (this.run.state === 'paused' && this.cancel === this.run.id) this.become('cancelled', null);
  }

  private do(effect: Effect): void {
    this.mayBeKilled();
    switch (effect.do) {
      case 'save':
      case 'saveSurely':
        this.run = effect.run;
        this.begun.add(String(effect.run.startedAt));
        if (effect.over !== null) this.history.push(effect.over);
        break;
      case 'clearRequest':
        this.carriedOut.push({ at: this.now, briefOnly: this.run.briefOnly });
        if (this.request?.briefOnly === effect.request.briefOnly) this.request = null;
        break;
      case 'forgetCancel':
        this.cancel = null;
        break;
      case 'removeDraft':
        this.hasDraft = false;
        break;
      case 'tidyDraft':
        this.hasDraft = false;
        this.mayBeKilled();
        this.run = effect.run;
        break;
      case 'count':
      case 'tellStaleness':
        break;
    }
  }

  /** An execution: people act beside it, and it hears of a wish to cancel each time that it says how far it is. */
  private work(run: Run): void {
    const ending = this.endingOf();
    this.become('ended', { ending, hasAdvanced: this.chance(0.7), milliseconds: 1, counts: undefined });
    if (this.run.id !== run.id) throw new Error('another run was ended');
  }

  private endingOf(): Ending {
    for (let wave = this.dice.int(1, 3); wave > 0; wave -= 1) {
      if (!this.isSound && this.chance(0.1)) this.askToCancel();
      if (!this.isSound && this.chance(0.1)) this.leaveRequest(this.chance(0.5));
      if (!this.says({})) return CANCELLED;
    }
    if (!this.isSound && this.chance(0.3)) return this.pause();
    if (!this.isSound && this.chance(0.2))
      return { state: 'failed', message: 'x', mayPass: this.chance(0.5) };
    if (!this.says({ phase: 'write' })) return CANCELLED;
    this.isHalfWritten = true;
    this.mayBeKilled();
    if (!this.isSound && this.chance(0.1)) return { state: 'failed', message: 'x', mayPass: true };
    this.isHalfWritten = false;
    return { state: 'done', message: 'x' };
  }

  private pause(): Ending {
    if (!this.says({ drafted: true })) return CANCELLED;
    this.hasDraft = true;
    this.mayBeKilled();
    if (this.chance(0.1)) this.askToCancel();
    return { state: 'paused', message: 'x', reason: 'time' };
  }

  /** @returns whether nobody wants the run to end */
  private says(change: Partial<Run>): boolean {
    this.mayBeKilled();
    this.now += MINUTE;
    this.run = { ...this.run, ...change, heartbeatAt: this.now };
    return this.cancel !== this.run.id;
  }
}

const CANCELLED: Ending = { state: 'cancelled', message: '' };

describe(`In ${WALKS} lives of runs`, () => {
  const dice = new Random(20260520);
  const documents = Array.from({ length: WALKS }, () => {
    const document = new Document(dice);
    document.walk();
    return document;
  });

  it('there is always a way out, and nothing is left behind', () => {
    const left = documents.filter(
      ({ run, hasDraft, cancel, request, isHalfWritten }) =>
        isOpen(run) || run.drafted || hasDraft || cancel !== null || request !== null || isHalfWritten,
    );
    expect(left).toEqual([]);
  });

  it('each run that anybody could see is remembered once', () => {
    const startsOf = ({ history }: Document): string =>
      String(history.map(({ startedAt }) => startedAt).sort());
    expect(documents.filter((document) => startsOf(document) !== String([...document.begun].sort()))).toEqual(
      [],
    );
  });

  it('a cancellation that was accepted is granted', () => {
    const promised = documents.flatMap(({ promisedToEnd, history }) =>
      history.filter(({ startedAt }) => promisedToEnd.has(String(startedAt))),
    );
    expect(promised.length).toBeGreaterThan(WALKS / 10);
    expect(promised.filter(({ state }) => state === 'done')).toEqual([]);
  });

  it('a request is carried out, with both sheets where both were wished, whatever becomes of it', () => {
    const broken = documents.filter(({ promisedRequests, carriedOut }) =>
      promisedRequests.some(
        (request) => !carriedOut.some((run) => run.at >= request.at && (request.briefOnly || !run.briefOnly)),
      ),
    );
    expect(documents.some(({ carriedOut }) => carriedOut.length > 0)).toBe(true);
    expect(broken).toEqual([]);
  });

  it('all ways to end come up', () => {
    const states = new Set(documents.flatMap(({ history }) => history.map(({ state }) => state)));
    expect(states).toEqual(new Set(['done', 'failed', 'cancelled']));
  });
});
