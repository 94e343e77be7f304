/**
 * Runs tasks until all of them have their answers. Between the tasks and the portal it does three things and no
 * more: it takes from the cache what is there, lets equal queries share one request, and sends what is left in
 * waves of list requests.
 */
import type { Bitrix24Client, Reply } from '../bitrix24/Bitrix24Client';
import { planReads, type OwnerLists } from '../bitrix24/coalesce';
import { kindOf, QUERIES, readOf, type ReadPhase } from '../bitrix24/queries';
import type { Read, ReadResult, ReadStep, UnfinishedRead } from '../bitrix24/read';
import type { ListSettings } from '../bitrix24/read-invoices';
import type { APIDataCache } from '../cache/APIDataCache';
import { queryKey, type Query, type QueryKind } from '../domain/query';
import type { KnownAnswers } from '../memory/Memory';
import { thenDo, type Task } from '../domain/task';
import { ActiveReads, type ActiveRead } from './ActiveReads';
import type { Starter } from './gather';

export interface FetcherOptions {
  readonly cache: APIDataCache;
  readonly client: Bitrix24Client;
  /** What is known of the portal from earlier refreshes. */
  readonly ownerLists: OwnerLists;
  /** Whether answers bring further queries, for which a part of a page waits. */
  readonly mayGrow?: boolean;
  /** Called before each wave, when everything fetched so far is in the cache; may throw to end the execution. */
  readonly beforeWave: () => void;
}

/** A task that waits for some of the answers it asked for together. */
interface Waiter {
  readonly task: Task;
  readonly queries: readonly Query[];
  readonly answers: unknown[];
  missing: number;
}

export class Fetcher implements Starter {
  /** Learnt from the first list of owners that the portal took or refused. */
  ownerLists: OwnerLists;
  /** Whether the portal has told anything new. */
  hasAdvanced = false;
  /** How many of what was started counted has ended. */
  readonly progress = { done: 0, total: 0 };
  private ready: (() => void)[] = [];
  /** Who waits for a query that is not answered yet; a query in here is never asked for twice. */
  private readonly waiters = new Map<string, Waiter[]>();
  private open: Query[] = [];
  private readonly active = new ActiveReads();
  /** Of an earlier execution, as long as nobody has asked for the same yet. */
  private unfinishedBefore: readonly UnfinishedRead[] = [];

  constructor(private readonly options: FetcherOptions) {
    this.ownerLists = options.ownerLists;
  }

  /** Adds a task to the run under way or the next one. */
  start(task: Task): void {
    this.ready.push(() => this.advance(task, []));
  }

  readonly know = (answers: KnownAnswers): void => this.options.cache.know(answers);
  readonly takeNoEarlier = (): void => this.options.cache.takeNoEarlier();
  readonly takeEarlier = (): void => this.options.cache.takeEarlier();
  readonly renew = (query: Query): boolean => this.options.cache.renew(query);

  startCounted(tasks: readonly Task[]): void {
    this.progress.total += 1;
    let left = tasks.length + 1;
    const end = (): void => {
      left -= 1;
      if (left === 0) this.progress.done += 1;
    };
    for (const task of tasks) this.start(thenDo(task, end));
    end();
  }

  /**
   * Runs a task, and all that it starts, to the end, and gives what it returned. What a task throws, and what the
   * portal refuses, ends the run.
   */
  run<Result>(task: Task<Result>, list: ListSettings): Result {
    const results: Result[] = [];
    this.start(thenDo(task, (result) => results.push(result)));
    for (;;) {
      this.advanceReady();
      this.startReads(list);
      if (this.active.phase() === null) return results[0] as Result;
      this.sendWave();
    }
  }

  /** Goes on with reads where an earlier execution has left them. */
  resume(unfinished: readonly UnfinishedRead[]): void {
    this.unfinishedBefore = unfinished;
  }

  /** The reads that have had some of their pages, for a later execution. */
  unfinished(): readonly UnfinishedRead[] {
    return [...this.unfinishedBefore, ...this.active.unfinished()];
  }

  /** How many queries have been asked for and not answered yet. */
  get unanswered(): number {
    return this.waiters.size;
  }

  /** What the requests under way are about; the earliest phase, since the others wait for it. */
  phase(): ReadPhase {
    return this.active.phase() ?? 'list';
  }

  /** Whether a request for answers of this kind is under way. */
  isReading(kind: QueryKind): boolean {
    return this.active.kinds().has(kind);
  }

  private advanceReady(): void {
    while (this.ready.length > 0) {
      const batch = this.ready;
      this.ready = [];
      for (const next of batch) next();
    }
  }

  private advance(task: Task, input: readonly unknown[]): void {
    for (let step = task.next(input); !step.done;) {
      const waiter = this.collect(task, step.value);
      if (waiter.missing > 0) return;
      step = task.next(waiter.answers);
    }
  }

  private collect(task: Task, queries: readonly Query[]): Waiter {
    const waiter: Waiter = { task, queries, answers: new Array<unknown>(queries.length), missing: 0 };
    queries.forEach((query, index) => {
      const key = queryKey(query);
      const others = this.waiters.get(key);
      if (others === undefined) {
        const found = this.options.cache.find(query);
        if (found) {
          waiter.answers[index] = found.answer;
          return;
        }
        this.waiters.set(key, [waiter]);
        this.open.push(query);
      } else if (others[others.length - 1] !== waiter) {
        others.push(waiter);
      }
      waiter.missing += 1;
    });
    return waiter;
  }

  private startReads(list: ListSettings): void {
    this.resumeReads(list);
    const { ownerLists, options } = this;
    const { chunks, waiting } = planReads(this.open, this.active.kinds(), ownerLists, options.mayGrow);
    this.open = [...waiting];
    for (const chunk of chunks) this.begin(chunk, readOf(chunk, list));
  }

  /** Only where all that was read together is asked for again. */
  private resumeReads(list: ListSettings): void {
    if (this.unfinishedBefore.length === 0) return;
    const open = new Map(this.open.map((query) => [queryKey(query), query]));
    this.unfinishedBefore = this.unfinishedBefore.filter(({ chunk, soFar }) => {
      if (!chunk.every((query) => open.has(queryKey(query)))) return true;
      for (const query of chunk) open.delete(queryKey(query));
      this.begin(chunk, readOf(chunk, list, soFar));
      return false;
    });
    this.open = [...open.values()];
  }

  private begin(chunk: readonly Query[], read: Read): void {
    this.active.add({ chunk, read, call: read.next().value as ReadStep });
  }

  private sendWave(): void {
    const { client, cache, beforeWave } = this.options;
    beforeWave();
    const wave = this.active.first(client.waveWidth());
    const calls = wave.map(({ call }) => call);
    // What ends the run spoils none of the other answers; a refusal for good before a pause makes the pause vain.
    const ends: unknown[] = [];
    const unlessItEnds = (act: () => void): void => {
      try {
        act();
      } catch (end) {
        ends.push(end);
      }
    };
    unlessItEnds(() => {
      client.send(calls, (reply, index) => {
        unlessItEnds(() => this.take(wave[index] as ActiveRead, reply));
      });
    });
    cache.flush();
    if (ends.length > 0) throw ends[0];
  }

  private take(active: ActiveRead, reply: Reply): void {
    const step = active.read.next(reply);
    if (step.done) {
      this.finish(active, step.value);
    } else {
      this.hasAdvanced = true;
      active.call = step.value;
    }
  }

  private finish(active: ActiveRead, result: ReadResult): void {
    this.active.remove(active);
    if (active.chunk.length > 1 && QUERIES[kindOf(active.chunk)].groups === 'owners') {
      this.ownerLists = result === 'again' ? 'refused' : 'taken';
    }
    if (result === 'again') {
      this.open.push(...active.chunk);
      return;
    }
    this.hasAdvanced = true;
    for (const { query, answer, life } of result) {
      this.options.cache.keep(query, answer, life);
      this.answer(query, answer);
    }
  }

  private answer(query: Query, answer: unknown): void {
    const key = queryKey(query);
    const waiters = this.waiters.get(key) ?? [];
    this.waiters.delete(key);
    waiters.forEach((waiter, position) => {
      // The first asked the portal for it; for all others the cache saved a request.
      const found = position === 0 ? { answer } : this.options.cache.find(query);
      waiter.queries.forEach((other, index) => {
        if (queryKey(other) !== key) return;
        waiter.answers[index] = found?.answer;
        waiter.missing -= 1;
      });
      if (waiter.missing === 0) this.ready.push(() => this.advance(waiter.task, waiter.answers));
    });
  }
}
