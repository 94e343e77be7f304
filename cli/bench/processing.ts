/**
 * How fast processing is and how much memory it takes, beside parsing the same answers in the same process. The
 * figures are those of a process of its own, where the collector may be called and nobody else allocates.
 */
import { spawnSync } from 'node:child_process';
import { GCProfiler } from 'node:v8';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import type { ListSettings } from '../../src/bitrix24/read-invoices';
import type { FieldName, IsoDate } from '../../src/domain/ids';
import { LARGE } from './all-series';
import { parseExchange, recordAnswers, type RawExchange } from './record-answers';
import { sheetPlans } from './sheet-plans';

/** Milliseconds of several repetitions. */
export interface Times {
  readonly median: number;
  /** The least disturbed by whatever else the machine does. */
  readonly fastest: number;
}

export interface ProcessingFigures {
  readonly rows: number;
  readonly parsing: Times;
  readonly processing: Times;
  /** What the parsed answers take when nothing else is left. */
  readonly parsedHeapBytes: number;
  /** The most that parsed answers, records, report, plans and garbage took together. */
  readonly peakHeapBytes: number;
}

/** The argument by which a child process is told what to do. */
const MEASURE_PROCESSING = '--measure-processing';

const REPETITIONS = 15;
export const REPORT_FIELDS = {
  shipmentDateField: SHIPMENT_DATE as FieldName,
  paymentDateField: PAYMENT_DATE as FieldName,
};
export const LIST: ListSettings = {
  period: { field: 'BEGINDATE' as FieldName, from: '2026-04-01' as IsoDate, to: '2026-06-30' as IsoDate },
  dateFields: (['BEGINDATE', SHIPMENT_DATE, PAYMENT_DATE] as FieldName[]).map((name) => ({
    name,
    type: 'date',
  })),
};

/** Measures in a child process. @throws Error where it fails */
export function processingInChild(script: string): ProcessingFigures {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, MEASURE_PROCESSING],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error('the measurement of processing failed');
  return JSON.parse(stdout) as ProcessingFigures;
}

/** Needs `--expose-gc`. */
export function measureProcessing(): ProcessingFigures {
  const raw = recordAnswers(LARGE, LIST);
  return { rows: LARGE.rows, ...heapOf(raw), ...timesOf(raw) };
}

function timesOf(raw: readonly RawExchange[]) {
  const parsed = raw.map(parseExchange);
  const parseTimes: number[] = [];
  const processTimes: number[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    parseTimes.push(timeOf(() => raw.map(({ bodies }) => bodies.map((body): unknown => JSON.parse(body)))));
    processTimes.push(timeOf(() => sheetPlans(parsed, LIST, REPORT_FIELDS)));
  }
  return { parsing: summary(parseTimes), processing: summary(processTimes) };
}

function heapOf(raw: readonly RawExchange[]) {
  const empty = heapAfterCollection();
  const parsed = raw.map(parseExchange);
  const parsedHeapBytes = heapAfterCollection() - empty;
  const profiler = new GCProfiler();
  profiler.start();
  const plans = sheetPlans(parsed, LIST, REPORT_FIELDS);
  const atEnd = process.memoryUsage().heapUsed;
  const collections = profiler.stop().statistics;
  if (plans.length !== 2 || parsed.length !== raw.length) throw new Error('nothing was measured');
  // Between two collections the heap only grows, so its highest points are where a collection began, and the end.
  const heights = collections.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize);
  return { parsedHeapBytes, peakHeapBytes: Math.max(atEnd, ...heights) - empty };
}

function timeOf(work: () => unknown): number {
  collect();
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function heapAfterCollection(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('start node with --expose-gc');
  // What the first collection finalizes only the second gives back.
  globalThis.gc();
  globalThis.gc();
}

function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, fastest: sorted[0] ?? NaN };
}
