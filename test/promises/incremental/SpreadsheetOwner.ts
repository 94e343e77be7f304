/** Who refreshes a spreadsheet with the built add-on: by its menu and by its trigger. Tells of each refresh that was. */
import type { Memory } from '../../../src/memory/Memory';
import { menuTexts, PRODUCT_NAME } from '../../../src/texts/menu-texts';
import { OWNER, type Execution, type PlatformCall } from '../../../simulator';
import type { World } from '../../../world/make-world';
import { documentProperty, progressOf } from '../../../world/scenario';
import { memoryOf } from '../left-behind';
import type { Asked } from './asked-too-much';

/** A refresh that has come to its end, well or not. */
export interface RefreshSeen extends Asked {
  readonly state: string;
  readonly message: string;
  /** Something came to be seen while it went on, or it took several executions: no other can show just the same. */
  readonly isCrossed: boolean;
}

type Way = 'menu' | 'trigger';

export interface Watcher {
  /** Right before an execution begins. */
  readonly before: () => void;
  readonly refreshed: (refresh: RefreshSeen) => void;
}

/** More than any kind of execution needs until its first refresh tells. */
const CALLS = 100;
const LINE = /^\{"refresh":/;

interface Learnt {
  readonly ownerLists: string;
  readonly ownerListsUntil: number;
}

interface ExecutionLine {
  readonly refresh: string;
  readonly whole: string | null;
}

export class SpreadsheetOwner {
  private isPaused = false;
  /** How many calls the last execution of each way made. */
  private readonly calls = { menu: CALLS, trigger: CALLS };

  constructor(
    readonly world: World,
    private readonly watcher: Watcher,
  ) {
    world.simulator.open(OWNER);
  }

  memory(): Memory | null {
    return memoryOf(this.world);
  }

  /** The person clicks in the menu. */
  click(briefOnly: boolean): void {
    const caption = briefOnly ? menuTexts.refreshBriefSheet : menuTexts.refreshReport;
    this.watch('menu', () => [this.world.simulator.click(OWNER, PRODUCT_NAME, caption)]);
  }

  /** Lets the time go by; whenever it is time for the trigger, that fires. */
  wait(milliseconds: number): void {
    const { clock, simulator } = this.world;
    const until = clock.now() + milliseconds;
    for (let next = this.nextTick(); next <= until; next = this.nextTick()) this.tickAt(next);
    simulator.passTime(Math.max(0, until - clock.now()));
  }

  /** Up to the next time that the trigger fires, and what it does then. */
  untilTick(): number {
    return this.nextTick() - this.world.clock.now();
  }

  /**
   * Ends the next execution before one of its calls, or lets it be where it makes fewer.
   * @param part which call, from 0 to 1
   */
  killing(way: Way, part: number, act: () => void): void {
    const { simulator } = this.world;
    const index = 1 + Math.floor(part * this.calls[way]);
    simulator.hooks = {
      before: (call: PlatformCall) => {
        if (call.index !== index) return;
        simulator.hooks = {};
        call.kill();
      },
    };
    act();
    simulator.hooks = {};
  }

  /** Whether it is known that the portal tells product rows of one invoice a request. */
  private takesOneOwner(): boolean {
    const learnt = documentProperty(this.world, 'portal') as Learnt | null;
    return learnt?.ownerLists === 'refused' && learnt.ownerListsUntil > this.world.clock.now();
  }

  /** Whether an execution was ended while it wrote: then even a refresh of «Краткий» alone makes both sheets. */
  private isDetailUnfinished(): boolean {
    const mark = this.world.simulator
      .stored()
      .find(({ store, key }) => store === 'document' && key === 'writing');
    return mark?.value.split(',').includes('detail') ?? false;
  }

  private nextTick(): number {
    return this.world.simulator.state.triggers.due(Infinity)?.nextAt ?? Infinity;
  }

  private tickAt(time: number): void {
    const { clock, data, simulator } = this.world;
    clock.advanceTo(time);
    data.commits.catchUp();
    this.watch('trigger', () => simulator.passTime(0));
  }

  private watch(way: Way, act: () => readonly Execution[]): void {
    const { clock, data, portal } = this.world;
    this.watcher.before();
    const memory = this.memory();
    const knewSo = this.takesOneOwner();
    const finishes = this.isDetailUnfinished();
    const beganAt = clock.now();
    const { nextDue } = data.commits;
    const before = portal.requests.length;
    const executions = act();
    const [execution] = executions;
    if (execution === undefined || execution.outcome === 'killed') return;
    this.calls[way] = execution.ledger.total();
    const line = lineOf(execution);
    const { state, message } = progressOf(this.world);
    const hasFailed = line === null && way === 'menu';
    if (line === null && !hasFailed) return;
    const wasPaused = this.isPaused;
    this.isPaused = line?.refresh === 'paused';
    if (this.isPaused) return;
    const run = documentProperty(this.world, 'run') as { how: string; briefOnly: boolean };
    const oneOwnerARequest = this.takesOneOwner();
    this.watcher.refreshed({
      state: line?.refresh ?? state,
      message,
      asked: portal.requests.slice(before).map(({ method }) => method),
      wholeFor: line?.whole ?? null,
      sheets: run.briefOnly && !finishes ? ['brief'] : ['brief', 'detail'],
      isAskedFor: run.how !== 'schedule',
      beganAt,
      memory,
      oneOwnerARequest,
      hasLearntSo: oneOwnerARequest && !knewSo,
      isCrossed: wasPaused || nextDue <= clock.now(),
    });
  }
}

/** What an execution's log says of its refresh; null where it made none. */
function lineOf({ log }: Execution): ExecutionLine | null {
  const found = log.find(({ message }) => LINE.test(message));
  return found === undefined ? null : (JSON.parse(found.message) as ExecutionLine);
}
