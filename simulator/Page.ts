/** A page's end of `google.script.run` (Google, google.script.run reference). */
import type { Execution } from './execution';
import { LIMITS } from './limits';
import { ScriptError, toArgument, toResult } from './page-values';
import type { Project } from './Project';

/** A call that failed, as `Page.call` throws it; a failure handler gets a `ScriptError` of it. */
export class PageFailure extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

type Handler = ((value: unknown, userObject: unknown) => void) | null;

interface Handlers {
  readonly success: Handler;
  readonly failure: Handler;
  readonly userObject: unknown;
}

/** `google.script.run`: the three `with…` members give new runners, every other one is a function of the script. */
export type Runner = Readonly<Record<string, (...args: unknown[]) => unknown>>;

interface PageOptions {
  readonly random: () => number;
  /** Told every text that reaches the page. */
  readonly tell: (text: string) => void;
}

export class Page {
  readonly run: Runner;
  private waiting: (() => () => void)[] = [];

  constructor(
    private readonly project: Project,
    private readonly execute: (name: string, args: readonly unknown[]) => Execution,
    private readonly options: PageOptions,
  ) {
    this.run = this.runner({ success: null, failure: null, userObject: undefined });
  }

  /** Calls the script and waits: gives what the success handler would get, throws what the failure handler would. */
  call(name: string, ...args: unknown[]): unknown {
    const sent = args.map((arg, index) => toArgument(arg, index));
    const { value, error } = this.execute(name, sent);
    if (error) {
      this.options.tell(error.message);
      throw new PageFailure(error.name, error.message);
    }
    const result = toResult(value);
    this.options.tell(JSON.stringify(result ?? null));
    return result;
  }

  /** Carries out the calls made so far and those that their handlers make: ten at once, in no particular order. */
  deliver(): void {
    while (this.waiting.length > 0) {
      const batch = this.shuffled(this.waiting.splice(0, LIMITS.pageCallsAtOnce));
      const answers = batch.map((start) => start());
      for (const handle of this.shuffled(answers)) handle();
    }
  }

  private runner(handlers: Handlers): Runner {
    const members: Record<string, (...args: unknown[]) => unknown> = {
      withSuccessHandler: (success) => this.runner({ ...handlers, success: success as Handler }),
      withFailureHandler: (failure) => this.runner({ ...handlers, failure: failure as Handler }),
      withUserObject: (userObject) => this.runner({ ...handlers, userObject }),
    };
    for (const name of this.project.entryPoints()) {
      members[name] = (...args) => {
        args.forEach((arg, index) => toArgument(arg, index));
        this.waiting.push(() => this.start(name, args, handlers));
        return undefined;
      };
    }
    return Object.freeze(members);
  }

  private start(
    name: string,
    args: readonly unknown[],
    { success, failure, userObject }: Handlers,
  ): () => void {
    try {
      const value = this.call(name, ...args);
      return () => success?.(value, userObject);
    } catch (error) {
      if (!(error instanceof PageFailure)) throw error;
      return () => failure?.(new ScriptError(error.message), userObject);
    }
  }

  private shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, place: this.options.random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  }
}
