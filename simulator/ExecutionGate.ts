/** The one door between an execution and the platform: counts, spends time, checks rights, and can be shut. */
import { isWrite } from './access';
import type { Clock } from './clock';
import type { Hooks, PlatformCall } from './execution';
import { Ledger } from './Ledger';
import { Terminated, type Realm } from './Realm';
import { PlatformException, type Gate } from './service';

export interface GateOptions {
  readonly realm: Realm;
  readonly clock: Clock;
  readonly hooks: Hooks;
  readonly function: string;
  readonly user: string;
  /** When the platform ends the execution, in milliseconds since 1970. */
  readonly deadline: number;
  /** Throws where the execution may not call the member. */
  checkAccess(member: string): void;
  /** Milliseconds that one call of the member takes. */
  cost(member: string): number;
  /** The text of an exception in the user's language. */
  translate(message: string): string;
}

export const OUT_OF_TIME = 'Exceeded maximum execution time';

export class ExecutionGate implements Gate {
  readonly ledger = new Ledger();
  /** Why the execution was ended from outside; null while it lives. */
  killedBy: string | null = null;
  /** A hole in the simulator that the execution fell into. */
  defect: Error | null = null;
  hasPendingWrites = false;
  private args: readonly unknown[] = [];
  private over = false;

  constructor(private readonly options: GateOptions) {}

  enter(member: string, args: readonly unknown[]): void {
    this.goOn();
    this.args = args;
    this.options.hooks.before?.(this.call(member, this.ledger.total() + 1));
    this.spendTime(member);
    this.goOn();
    this.ledger.record(member);
    this.options.checkAccess(member);
    if (isWrite(member)) this.hasPendingWrites = true;
    if (member === 'SpreadsheetApp.flush') this.hasPendingWrites = false;
  }

  leave(member: string): void {
    this.options.hooks.after?.(this.call(member, this.ledger.total()));
    this.goOn();
  }

  toGuest(value: unknown): unknown {
    return this.options.realm.toGuest(value);
  }

  toGuestError(error: unknown): unknown {
    const { realm } = this.options;
    if (error instanceof Terminated || realm.isGuestError(error)) return error;
    if (error instanceof PlatformException)
      return realm.makeError('Exception', this.options.translate(error.message));
    if (error instanceof RangeError && error.message.startsWith('Maximum call stack')) {
      return realm.makeError('RangeError', error.message);
    }
    this.defect ??= error instanceof Error ? error : new Error(String(error));
    this.kill('The simulator failed');
    return this.stop();
  }

  kill(reason: string = OUT_OF_TIME): void {
    this.killedBy ??= reason;
  }

  /** After the end no call has any effect, whoever kept hold of a service object. */
  close(): void {
    this.over = true;
  }

  private call(member: string, index: number): PlatformCall {
    const { function: name, user } = this.options;
    return { member, args: this.args, index, function: name, user, kill: (reason) => this.kill(reason) };
  }

  private spendTime(member: string): void {
    const milliseconds = this.options.cost(member);
    if (milliseconds > 0) this.options.clock.sleep(milliseconds);
  }

  private goOn(): void {
    if (this.over) throw new Terminated('The execution is over');
    if (this.options.clock.now() >= this.options.deadline) this.kill();
    if (this.killedBy !== null) this.stop();
  }

  private stop(): never {
    return this.options.realm.terminate();
  }
}
