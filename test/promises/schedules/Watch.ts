/** Watches executions that interrupt each other: whether only the holder of the lock writes, and how each ends. */
import type { World } from '../../../world/make-world';
import type { Execution, PlatformCall } from '../../../simulator';
import { isRefreshLocked, SHEET_WRITES } from '../../../world/LockWatch';
import { isCatalogued } from '../catalogue';
import { perform, type Action } from './actions';
import { begunIn } from './runs';

/** Members by which the lock of either form is taken or given back. */
const LOCKING = /^(Lock\.(tryLock|releaseLock)|Properties\.(setProperty|deleteProperty))$/;

/** Where another execution may cut in: before a call of this number that an execution makes. */
export type CutIn = { readonly before: number; readonly action: Action; readonly then?: CutIn };

export interface Ended {
  readonly action: Action;
  readonly execution: Execution;
  /** How many had ended before it began. */
  readonly after: number;
  /** How many runs had begun before it ended. */
  readonly runs: number;
}

export class Watch {
  readonly broken: string[] = [];
  readonly ended: Ended[] = [];
  private readonly stack: { readonly action: Action; calls: number }[] = [];
  private holder: object | null = null;

  constructor(private readonly world: World) {}

  /** Runs the action to its end; `cutIns` happen before its calls of those numbers. */
  run(action: Action, cutIns: readonly CutIn[]): void {
    const frame = { action, calls: 0 };
    const after = this.ended.length;
    const { simulator } = this.world;
    this.stack.push(frame);
    const outer = simulator.hooks;
    simulator.hooks = {
      before: (call) => {
        frame.calls += 1;
        for (const cutIn of cutIns) if (cutIn.before === frame.calls) this.interrupt(cutIn);
        if (SHEET_WRITES.test(call.member) && this.holder !== frame)
          this.note(`writes without the lock: ${call.member}`);
      },
      after: (call) => this.follow(call, frame),
    };
    const execution = perform(this.world, action);
    simulator.hooks = outer;
    this.stack.pop();
    if (this.holder === frame) this.holder = null;
    this.ended.push({ action, execution, after, runs: begunIn(this.world) });
    if (execution.outcome === 'killed') this.note('does not end');
    if (execution.error && !isCatalogued(execution.error.message)) this.note(execution.error.message);
  }

  private interrupt({ action, then }: CutIn): void {
    this.run(action, then ? [then] : []);
  }

  /** Whose execution took the lock can only be the one that has just asked for it, or noted it. */
  private follow({ member }: PlatformCall, frame: object): void {
    if (!LOCKING.test(member)) return;
    if (isRefreshLocked(this.world)) this.holder ??= frame;
    else this.holder = null;
  }

  private note(what: string): void {
    this.broken.push(`${this.stack.at(-1)?.action.name ?? 'nobody'} ${what}`);
  }
}
