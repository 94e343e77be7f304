/**
 * One execution's own JavaScript world: a fresh context that holds the language as Google has it, the way
 * values cross its border, and the means to end it so that none of its catch or finally blocks runs again.
 */
import { isMainThread } from 'node:worker_threads';
import { createContext, runInContext, type Context, type Script } from 'node:vm';
import type { Clock } from './clock';
import { removeForeignGlobals } from './guest-globals';
import { isServiceObject } from './service';
import { watchRejections } from './rejections';
import { collectUsedRealms } from './used-realms';

/** The guest's own constructors, for building what must be of its world. */
interface Intrinsics {
  readonly Object: ObjectConstructor;
  readonly Array: ArrayConstructor;
  readonly Date: DateConstructor;
  readonly Error: ErrorConstructor;
  readonly Promise: PromiseConstructor;
}

export interface RealmOptions {
  readonly clock: Clock;
  /** Replaces `Math.random`. */
  readonly random?: () => number;
  /** Real milliseconds after which a script that never comes back is ended. */
  readonly patienceMilliseconds: number;
}

/** Thrown through a run that was ended from outside. */
export class Terminated extends Error {
  override readonly name = 'Terminated';
}

const ignore = () => undefined;
const ENTRY = '\u0000enter';
/** How long the thread waits for its own termination before it falls back to an exception. */
const TERMINATION_MILLISECONDS = 2000;

export class Realm {
  private readonly context: Context;
  private readonly intrinsics: Intrinsics;
  private readonly guestEval: (source: string) => unknown;
  private readonly toGuestFunction: (run: (value: unknown) => void) => (value: unknown) => void;
  /** Of errors that stand for those of another world: they print as errors and are none of this world's. */
  private foreignError: object | null = null;
  private depth = 0;
  private terminating = false;

  constructor(private readonly options: RealmOptions) {
    collectUsedRealms();
    // The queue of promise jobs is the context's own and is emptied before a run comes back.
    this.context = createContext(Object.create(null) as Context, { microtaskMode: 'afterEvaluate' });
    const global = runInContext('this', this.context) as object;
    removeForeignGlobals(global);
    const { Object: object, Array: array, Date: date, Error: error, Promise: promise } = global as Intrinsics;
    this.intrinsics = { Object: object, Array: array, Date: date, Error: error, Promise: promise };
    // Called plainly, so that promise jobs wait for the end of the run that is going on.
    this.guestEval = (global as { eval: (source: string) => unknown }).eval;
    this.toGuestFunction = runInContext(
      '(run) => (value) => run(value)',
      this.context,
    ) as typeof this.toGuestFunction;
    this.followClock(date);
    const { random } = options;
    if (random) (global as { Math: Math }).Math.random = () => random();
  }

  define(name: string, value: unknown): void {
    this.context[name] = value;
  }

  /** The guest's own `Date`, before which another can be put. */
  get guestDate(): DateConstructor {
    return this.context['Date'] as DateConstructor;
  }

  get guestIntl(): typeof Intl {
    return this.guestEval('Intl') as typeof Intl;
  }

  global(name: string): unknown {
    return runInContext(`typeof ${name} === 'undefined' ? undefined : ${name}`, this.context) as unknown;
  }

  evaluate(script: Script): void {
    this.inside(() => void script.runInContext(this.context, this.runOptions()));
  }

  /** Runs `body` as guest code runs: it can be terminated, and its promise jobs are done when it is back. */
  enter(body: () => void): void {
    Object.defineProperty(this.context, ENTRY, { value: body, configurable: true });
    this.inside(() => void runInContext(`this[${JSON.stringify(ENTRY)}]()`, this.context, this.runOptions()));
  }

  /** Runs `body` and gives the reasons of all promises that were rejected and never handled. */
  watching(body: () => void): unknown[] {
    const unhandled = watchRejections((promise) => promise instanceof this.intrinsics.Promise, body);
    const reasons: unknown[] = [];
    // Handled here in any case, or the host process would hear of them.
    for (const promise of unhandled) this.whenSettled(promise, ignore, (reason) => reasons.push(reason));
    // After a termination the queue may still hold jobs of the guest: none of them may run.
    if (!this.terminating) this.enter(() => undefined);
    return reasons;
  }

  isPromise(value: unknown): value is Promise<unknown> {
    return value instanceof this.intrinsics.Promise;
  }

  whenSettled(
    promise: Promise<unknown>,
    fulfilled: (value: unknown) => void,
    rejected: (reason: unknown) => void,
  ) {
    // V8 queues a job with the context of its handler; one of the host would run after this execution.
    const { toGuestFunction } = this;
    const handlers = [toGuestFunction(fulfilled), toGuestFunction(rejected)] as const;
    void this.intrinsics.Promise.prototype.then.call(promise, ...handlers);
  }

  isGuestError(error: unknown): error is Error {
    if (error instanceof this.intrinsics.Error) return true;
    return (
      this.foreignError !== null && Object.prototype.isPrototypeOf.call(this.foreignError, error as object)
    );
  }

  /**
   * An error of the guest's world with only the guest's own stack frames; a foreign one is no instance of the
   * guest's `Error`.
   */
  makeError(name: string, message: string, isForeign = false): Error {
    const { Error: GuestError } = this.intrinsics;
    const frames = GuestError.stackTraceLimit;
    GuestError.stackTraceLimit = 100;
    const error = new GuestError(message);
    GuestError.stackTraceLimit = frames;
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
    const ownFrames = (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ +at (.*\()?[^/()]*:\d+:\d+\)?$/.test(line));
    error.stack = [`${name}: ${message}`, ...ownFrames.slice(0, frames)].join('\n');
    if (isForeign) {
      this.foreignError ??= this.guestEval('({ toString: Error.prototype.toString })') as object;
      Object.setPrototypeOf(error, this.foreignError);
    }
    return error;
  }

  toGuest(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || isServiceObject(value)) return value;
    if (Array.isArray(value)) {
      const array = new this.intrinsics.Array<unknown>(value.length);
      for (let index = 0; index < value.length; index++) {
        const member: unknown = value[index];
        // Bytes come by the million.
        array[index] = typeof member === 'number' ? member : this.toGuest(member);
      }
      return array;
    }
    if (value instanceof Date) return new this.intrinsics.Date(value.getTime());
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return value;
    const object = new this.intrinsics.Object() as Record<string, unknown>;
    for (const [key, member] of Object.entries(value)) object[key] = this.toGuest(member);
    return object;
  }

  /**
   * Ends the running guest code. V8 is told to terminate by the interrupt that `vm` watches for, so no frame of
   * the guest runs again, catch and finally blocks included. Off the main thread and on Windows there is no
   * such interrupt; then an exception is thrown, and the caller must refuse every later call of the guest.
   */
  terminate(): never {
    this.terminating = true;
    if (this.depth > 0 && isMainThread && process.platform !== 'win32') {
      process.kill(process.pid, 'SIGINT');
      const never = new Int32Array(new SharedArrayBuffer(4));
      for (let waited = 0; waited < TERMINATION_MILLISECONDS; waited++) Atomics.wait(never, 0, 0, 1);
    }
    throw new Terminated();
  }

  private runOptions() {
    return { timeout: this.options.patienceMilliseconds, breakOnSigint: true, displayErrors: false };
  }

  private inside<T>(run: () => T): T {
    this.depth++;
    try {
      return run();
    } catch (error) {
      if (!isTermination(error)) throw error;
      // Somebody pressed Ctrl+C: the interrupt was meant for the process, so it gets it back.
      if (isInterrupt(error) && !this.terminating) process.kill(process.pid, 'SIGINT');
      this.terminating = true;
      throw new Terminated(String(error));
    } finally {
      this.depth--;
    }
  }

  private followClock(GuestDate: DateConstructor): void {
    const { clock } = this.options;
    const now = () => clock.now();
    GuestDate.now = now;
    const clocked = new Proxy(GuestDate, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
      apply: (target) => new target(now()).toString(),
    });
    Object.defineProperty(GuestDate.prototype, 'constructor', {
      value: clocked,
      configurable: true,
      writable: true,
    });
    this.context['Date'] = clocked;
  }
}

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;
const isInterrupt = (error: unknown) => codeOf(error) === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
const isTermination = (error: unknown) =>
  error instanceof Terminated || isInterrupt(error) || codeOf(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
