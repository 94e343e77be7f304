/** Carries out one refresh to its end, over as many executions as it takes, and notes what it cost. */
import type { RequestRecord } from '../../portal/request-record';
import type { Execution } from '../../simulator';
import type { SpreadsheetModel } from '../../simulator/spreadsheet';
import { MEMORY_TITLE } from '../../src/texts/sheet-texts';
import type { World } from '../../world/make-world';
import { cellWrites, type Calls } from './sheet-calls';

export interface Measurement {
  /** What arrived at the portal, refused requests too. */
  readonly sent: readonly RequestRecord[];
  /** From the first execution's start to the last one's end, on the virtual clock. */
  readonly seconds: number;
  readonly executions: number;
  /** Seconds of all `Utilities.sleep` together. */
  readonly secondsSlept: number;
  readonly calls: Calls;
  /** Of tables: what says when they were checked does not count. */
  readonly cellWrites: number;
  /** What lies in CacheService afterwards. */
  readonly cacheItems: number;
  readonly cacheBytes: number;
  /** What lies in the hidden sheet afterwards: the list, rows and buyers of one refresh. */
  readonly memoryBytes: number;
}

/** More executions than any refresh of the benchmark needs. */
const MAX_EXECUTIONS = 100;

/** Who has a refresh made: a person in the sidebar, of both sheets or of one, or the trigger once it is due. */
export type AskedBy = 'click' | 'click, brief only' | 'schedule';

/** @throws Error where the refresh ends without a report */
export function measureRefresh(world: World, askedBy: AskedBy): Measurement {
  const { simulator, portal, clock, spreadsheet } = world;
  const startedAt = clock.now();
  const sentBefore = portal.requests.length;
  let millisecondsSlept = 0;
  simulator.hooks = {
    before: ({ member, args }) => {
      if (member === 'Utilities.sleep') millisecondsSlept += Number(args[0]);
    },
  };
  const executions = runToEnd(world, askedBy);
  simulator.hooks = {};
  if (portal.requests.length === sentBefore) throw new Error('the refresh was not due');
  const cached = simulator.stored().filter(({ kind }) => kind === 'cache');
  return {
    sent: portal.requests.slice(sentBefore),
    seconds: (clock.now() - startedAt) / 1000,
    executions: executions.length,
    secondsSlept: millisecondsSlept / 1000,
    calls: allCalls(executions),
    cellWrites: executions.reduce((sum, { ledger }) => sum + cellWrites(ledger), 0),
    cacheItems: cached.length,
    cacheBytes: cached.reduce((bytes, { value }) => bytes + Buffer.byteLength(value), 0),
    memoryBytes: memoryBytes(spreadsheet),
  };
}

/** A paused refresh is gone on with at once, as an open sidebar does, or by the next tick. */
function runToEnd({ simulator }: World, askedBy: AskedBy): readonly Execution[] {
  const executions: Execution[] = [];
  const wish = { briefOnly: askedBy === 'click, brief only' };
  while (executions.length < MAX_EXECUTIONS) {
    const execution =
      askedBy === 'schedule'
        ? simulator.run({ function: 'scheduledRefresh', via: 'timeTrigger' })
        : simulator.run({ function: 'startRefresh', args: [wish], via: 'page' });
    executions.push(execution);
    const { state, message } = simulator.page().call('getProgress') as { state: string; message: string };
    if (state === 'done') return executions;
    if (state !== 'paused')
      throw new Error(`the refresh ended as ${state}: ${execution.error?.message ?? message}`);
  }
  throw new Error(`the refresh did not end in ${MAX_EXECUTIONS} executions`);
}

/** As if nothing were remembered between refreshes but what the cache holds. */
export function forget({ spreadsheet }: World): void {
  const sheet = spreadsheet.sheetNamed(MEMORY_TITLE);
  if (sheet) spreadsheet.deleteSheet(sheet);
}

/** Of the larger of its two generations. */
function memoryBytes(spreadsheet: SpreadsheetModel): number {
  const columns = new Map<number, number>();
  spreadsheet.sheetNamed(MEMORY_TITLE)?.forEachCell(({ value }, _, column) => {
    columns.set(column, (columns.get(column) ?? 0) + Buffer.byteLength(String(value)));
  });
  return Math.max(0, ...columns.values());
}

function allCalls(executions: readonly Execution[]): Calls {
  const calls: Record<string, number> = {};
  for (const { ledger } of executions) {
    for (const [member, times] of Object.entries(ledger.toRecord()))
      calls[member] = (calls[member] ?? 0) + times;
  }
  return calls;
}
