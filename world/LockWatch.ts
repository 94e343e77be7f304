/** Watches executions: whether what the lock of refreshes is for is done under it, and nothing is pending when it goes. */
import type { World } from './make-world';
import type { PlatformCall } from '../simulator';

/** Members whose effect on the spreadsheet another execution could meet. */
export const SHEET_WRITES =
  /^(Range\.(set|clear|break)|RangeList\.set|Sheet\.(set|insert|hide|addDeveloperMetadata)|Spreadsheet\.(insert|delete))/;

/** Document properties that say how a run stands and what the sheets hold. */
const RUN_KEYS = /^(run|history\.\d+|lastSuccess|lastBrief|lastStart|lastReport|portal|writing)$/;

/** The property that says who holds the lock of the published form. */
const LEASE = 'refreshLease';

/** Whether anybody holds the lock under which the sheets are written. */
export function isRefreshLocked({ simulator }: World): boolean {
  const { locks } = simulator.state;
  const probe = {};
  const isFree = locks.take('document', probe);
  locks.releaseAll(probe);
  return !isFree || simulator.stored().some(({ store, key }) => store === 'document' && key === LEASE);
}

export class LockWatch {
  /** What was done without the lock, or left pending when it was given back. */
  readonly broken: string[] = [];
  /** How many calls had to be under the lock. */
  guarded = 0;
  private pending = '';

  constructor(private readonly world: World) {
    world.simulator.hooks = {
      before: (call) => {
        this.look(call);
      },
    };
  }

  private look(call: PlatformCall): void {
    const { member } = call;
    const isWrite = SHEET_WRITES.test(member);
    if (isWrite || touchesRun(call)) {
      this.guarded += 1;
      if (!isRefreshLocked(this.world)) this.broken.push(`${call.function}: ${member} without the lock`);
    }
    if (isWrite) this.pending = member;
    if (member === 'SpreadsheetApp.flush') this.pending = '';
    if (isRelease(call) && this.pending !== '')
      this.broken.push(`${call.function}: ${this.pending} is pending when the lock goes`);
  }
}

function touchesRun({ member, args: [first] }: PlatformCall): boolean {
  if (member === 'Properties.setProperties') return Object.keys(first as object).some(isRunKey);
  const isChange = member === 'Properties.setProperty' || member === 'Properties.deleteProperty';
  return isChange && isRunKey(String(first));
}

const isRunKey = (key: string): boolean => RUN_KEYS.test(key);

const isRelease = ({ member, args: [first] }: PlatformCall): boolean =>
  member === 'Lock.releaseLock' || (member === 'Properties.deleteProperty' && first === LEASE);
