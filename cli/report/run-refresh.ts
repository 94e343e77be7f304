/**
 * Carries out a refresh in the simulator as a person with the sidebar open would: saves the settings, starts,
 * and goes on for as many executions as it takes.
 */
import type { Execution, Simulator } from '../../simulator';
import { withoutReading } from '../../src/texts/reading-texts';
import { writerTexts } from '../../src/texts/writer-texts';
import { CommandError } from '../CommandError';
import { refusedSettings } from './refused-settings';
import { addCounts, NO_COUNTS, type CacheCounts } from './statistics';
import type { WorkbookLimit } from './workbook-limits';

export interface Progress {
  readonly state: string;
  readonly phase: string | null;
  readonly done: number;
  readonly total: number;
  readonly message: string;
  readonly requests: number;
}

export interface RefreshOutcome {
  /** What the add-on says of the finished report. */
  readonly message: string;
  readonly invoices: number;
  readonly rows: number;
  readonly cache: CacheCounts;
  readonly executions: number;
}

export interface Watching {
  readonly onProgress: (progress: Progress) => void;
  /** Asked whenever a sheet has grown, before it gets its values. */
  readonly isTooLong: () => boolean;
  /** What a person is told of a report that no workbook holds. */
  readonly pastLimit: (limit: WorkbookLimit) => string;
}

/** Where more executions than this are needed, something is wrong that waiting will not mend. */
const MAX_EXECUTIONS = 500;

/** @throws CommandError where the settings are refused or the refresh fails, with the add-on's sentence if it helps */
export function runRefresh(
  simulator: Simulator,
  settings: unknown,
  briefOnly: boolean,
  watching: Watching,
): RefreshOutcome {
  const page = simulator.page();
  const saved = page.call('saveSettings', settings) as { ok: boolean; errors?: Record<string, string> };
  if (!saved.ok) throw new CommandError(refusedSettings(saved.errors ?? {}));
  // Nobody can write beside the invoices of a file that is made anew each time.
  page.call('saveSettings', { noteColumns: 0 });
  const progress = () => page.call('getProgress') as Progress;
  watch(simulator, () => watching.onProgress(progress()), watching);
  let counts: ExecutionCounts = { invoices: 0, rows: 0, cache: NO_COUNTS };
  for (let executions = 1; executions <= MAX_EXECUTIONS; executions++) {
    const execution = simulator.run({ function: 'startRefresh', args: [{ briefOnly }], via: 'page' });
    const { state, message } = progress();
    counts = withCounts(counts, execution);
    if (state === 'done') return { ...counts, message: told(wholeMessage(page) ?? message), executions };
    if (message === writerTexts.cellLimit()) throw new CommandError(watching.pastLimit('cells'));
    if (state !== 'paused') throw new CommandError(execution.error?.message ?? message);
  }
  throw new CommandError(
    'Обновление не закончилось: портал отвечает слишком медленно. Повторите попытку позже.',
  );
}

/** The message with all its remarks: nobody at a terminal can open «Состояние». */
function wholeMessage(page: ReturnType<Simulator['page']>): string | null {
  const { runs } = page.call('getStatus') as { runs: readonly { message: string }[] };
  return runs[0]?.message ?? null;
}

/** Everything is always read here, so that saying why would tell nothing. */
function told(message: string): string {
  const [line = '', ...remarks] = message.split('\n');
  return [withoutReading(line).result, ...remarks].join('\n');
}

interface ExecutionCounts {
  readonly invoices: number;
  readonly rows: number;
  readonly cache: CacheCounts;
}

/** Each execution logs one line of counts. */
function withCounts(counts: ExecutionCounts, { log }: Execution): ExecutionCounts {
  const line = log.map(({ message }) => message).find((message) => message.startsWith('{"refresh"'));
  if (line === undefined) return counts;
  const { invoices, rows, cache } = JSON.parse(line) as {
    invoices: number | null;
    rows: number | null;
    cache: CacheCounts;
  };
  return {
    invoices: invoices ?? counts.invoices,
    rows: rows ?? counts.rows,
    cache: addCounts(counts.cache, cache),
  };
}

/** Looks in after every wave of requests, as the sidebar does from its own execution, and ends what can lead to nothing. */
function watch(simulator: Simulator, look: () => void, { isTooLong, pastLimit }: Watching): void {
  simulator.hooks = {
    after: (call) => {
      if (call.member === 'UrlFetchApp.fetchAll') look();
      if (call.member === 'Sheet.insertRowsAfter' && isTooLong()) call.kill(pastLimit('rows'));
    },
  };
}
