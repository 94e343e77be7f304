/** The one door between an execution and the platform: counts, spends time, checks rights, and can be shut. */
import { appliesPendingWrites, isWrite } from './access';
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
  /** The platform's answer where the execution may not call the member; null where it may. */
  refusal(member: string): PlatformException | null;
  /** Milliseconds that one call of the member takes; `applies` where it has pending writes applied first. */
  cost(member: string, applies: boolean): number;
  /** Milliseconds that so many cells take, above the cost of the call. */
  cellCost(member: string, cells: number): number;
  /** Whether exceptions are no instances of the guest's `Error`. */
  readonly exceptionsAreForeign: boolean;
  /** The text of an exception in the user's language. */
  translate(message: string): string;
  readonly refuseWrite: (message: string) => void;
}

export const OUT_OF_TIME = 'Exceeded maximum execution time';

/** What never changes for a member within one execution. */
interface MemberFacts {
  readonly refusal: PlatformException | null;
  readonly isWrite: boolean;
  readonly appliesPendingWrites: boolean;
}

export class ExecutionGate implements Gate {
  readonly ledger = new Ledger();
  /** Why the execution was ended from outside; null while it lives. */
  killedBy: string | null = null;
  /** What the simulator lacks, or did wrong, where this execution called it. */
  defect: Error | null = null;
  hasPendingWrites = false;
  /** Whether a call was refused because the user has not consented to it, or the mode forbids it. */
  lackedAuthorization = false;
  private readonly facts = new Map<string, MemberFacts>();
  private args: readonly unknown[] = [];
  private member = '';
  private over = false;

  constructor(private readonly options: GateOptions) {}

  enter(member: string, args: readonly unknown[]): void {
    this.goOn();
    this.args = args;
    this.member = member;
    this.options.hooks.before?.(this.call(member, this.ledger.total() + 1));
    const facts = this.factsOf(member);
    this.spendTime(member, facts);
    this.goOn();
    this.ledger.record(member);
    if (facts.refusal) {
      this.lackedAuthorization = true;
      throw facts.refusal;
    }
    if (facts.isWrite) this.hasPendingWrites = true;
    if (facts.appliesPendingWrites) this.hasPendingWrites = false;
  }

  work(cells: number): void {
    const milliseconds = this.options.cellCost(this.member, cells);
    if (milliseconds > 0) this.options.clock.sleep(milliseconds);
    this.goOn();
  }

  wrote(place: string): void {
    this.ledger.wrote(this.member, place);
  }

  leave(member: string): void {
    this.options.hooks.after?.(this.call(member, this.ledger.total()));
    this.goOn();
  }

  toGuest(value: unknown): unknown {
    return this.options.realm.toGuest(value);
  }

  toGuestError(error: unknown): unknown {
    const { realm, exceptionsAreForeign } = this.options;
    if (error instanceof Terminated || realm.isGuestError(error)) return error;
    if (error instanceof PlatformException)
      return realm.makeError('Exception', this.options.translate(error.message), exceptionsAreForeign);
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

  private factsOf(member: string): MemberFacts {
    const known = this.facts.get(member);
    if (known) return known;
    const facts = {
      refusal: this.options.refusal(member),
      isWrite: isWrite(member),
      appliesPendingWrites: appliesPendingWrites(member),
    };
    this.facts.set(member, facts);
    return facts;
  }

  private call(member: string, index: number): PlatformCall {
    const { function: name, user } = this.options;
    const kill = (reason?: string): void => this.kill(reason);
    const { refuseWrite } = this.options;
    return { member, args: this.args, index, function: name, user, kill, refuseWrite };
  }

  private spendTime(member: string, { appliesPendingWrites: applies }: MemberFacts): void {
    const milliseconds = this.options.cost(member, applies && this.hasPendingWrites);
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
