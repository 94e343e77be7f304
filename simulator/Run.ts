/** One execution from the first top-level statement to the last promise job. */
import type { Execution, LogEntry, RunRequest, ThrownError } from './execution';
import { findEntryPoint, notFound } from './entry-point';
import type { ExecutionGate } from './ExecutionGate';
import type { Project } from './Project';
import { Terminated, type Realm } from './Realm';

export interface RunParts {
  readonly project: Project;
  readonly realm: Realm;
  readonly gate: ExecutionGate;
  readonly log: LogEntry[];
  readonly now: () => number;
  /** The event, or the page's arguments, built in this execution's own objects. */
  readonly args: readonly unknown[];
  /** What the platform does when the code is through: pending writes are applied. */
  readonly finish: () => void;
  /** The text of an exception in the user's language. */
  readonly translate: (message: string) => string;
}

type Ending = Pick<Execution, 'outcome' | 'value' | 'error'>;

export class Run {
  unflushedReleases = 0;
  private readonly rejections: unknown[] = [];
  private value: unknown;
  private thrown: { readonly error: unknown } | null = null;

  constructor(
    private readonly request: RunRequest & { readonly user: string },
    private readonly parts: RunParts,
  ) {}

  /** Throws only where the simulator itself fails or lacks a member. */
  execute(): Execution {
    const { gate, now, log, realm } = this.parts;
    const startedAt = now();
    const unhandledRejections = [...realm.watching(() => this.evaluateAndCall()), ...this.rejections];
    const ending = this.ending();
    gate.close();
    if (gate.defect !== null) throw gate.defect;
    const { function: name, user, via } = this.request;
    return {
      ...{ function: name, user, via, ...ending, log, ledger: gate.ledger, unhandledRejections },
      ...{ unflushedReleases: this.unflushedReleases, lackedAuthorization: gate.lackedAuthorization },
      ...{ startedAt, finishedAt: now() },
    };
  }

  private evaluateAndCall(): void {
    const { project, realm, gate, args, translate } = this.parts;
    try {
      for (const script of project.evaluated) realm.evaluate(script);
      const entry = findEntryPoint(realm, this.request.function);
      if (!entry) throw realm.makeError('Error', translate(notFound(this.request.function)));
      realm.enter(() => this.call(() => entry(...args)));
      this.finish();
    } catch (error) {
      if (error instanceof Terminated) gate.kill();
      else this.thrown ??= { error };
    }
  }

  /**
   * A write that is refused only now fails the execution, although its function has returned: a page's failure
   * handler gets it, a trigger's creator a mail. What Google does is not documented; silence would be worse.
   */
  private finish(): void {
    const { finish, gate } = this.parts;
    try {
      finish();
    } catch (error) {
      throw gate.toGuestError(error);
    }
  }

  private call(entry: () => unknown): void {
    const { realm } = this.parts;
    try {
      this.value = entry();
    } catch (error) {
      this.thrown = { error };
    }
    if (!realm.isPromise(this.value)) return;
    const promise = this.value;
    // A promise that nothing settles any more ends the execution silently, and so does a rejected one.
    this.value = undefined;
    realm.whenSettled(
      promise,
      (value) => (this.value = value),
      (reason) => this.rejections.push(reason),
    );
  }

  private ending(): Ending {
    const { killedBy } = this.parts.gate;
    if (killedBy !== null) {
      const message = this.parts.translate(killedBy);
      const error = { name: 'Exception', message, stack: message };
      return { outcome: 'killed', value: undefined, error };
    }
    if (this.thrown) return { outcome: 'threw', value: undefined, error: describe(this.thrown.error) };
    return { outcome: 'returned', value: this.value, error: null };
  }
}

function describe(error: unknown): ThrownError {
  const { name, message, stack } = (error ?? {}) as Partial<ThrownError>;
  if (typeof message !== 'string') return { name: 'Error', message: String(error), stack: String(error) };
  return { name: name ?? 'Error', message, stack: stack ?? message };
}
