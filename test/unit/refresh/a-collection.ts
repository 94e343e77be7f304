/** One execution's fetching on a line to a portal, with the simulator's cache between executions. */
import type { OwnerLists } from '../../../src/bitrix24/coalesce';
import { soleRequest } from '../../../src/bitrix24/queries';
import { LeakyBucket, type BucketLimits } from '../../../src/bitrix24/LeakyBucket';
import { APIDataCache } from '../../../src/cache/APIDataCache';
import type { CacheStatistics } from '../../../src/cache/statistics';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { ListSettings } from '../../../src/bitrix24/read-invoices';
import type { Period } from '../../../src/domain/period';
import type { Task } from '../../../src/domain/task';
import {
  collectFacts,
  reportOf,
  type CollectedReport,
  type EarlierInvoices,
} from '../../../src/refresh/collect-report';
import { Fetcher } from '../../../src/refresh/Fetcher';
import { ArraySize } from '../../../src/incremental/array-size';
import { chanceOf } from '../../../src/incremental/chance';
import type { Remembering } from '../../../src/refresh/Remembering';
import type { MainSheet } from '../../../src/domain/sheet-kind';
import type { Gathered, Recall } from '../../../src/refresh/gather';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/Settings';
import { openGate } from '../../../simulator/service';
import { makeCacheService } from '../../../simulator/services/cache-service';
import { CacheStorage } from '../../../simulator/services/CacheStorage';
import { nodeCodec } from '../../support/nodeCodec';
import type { Line } from '../bitrix24/a-line';

/** The quarter that the lines' clocks begin in. */
export const QUARTER: Period = { from: '2026-04-01' as IsoDate, to: '2026-06-30' as IsoDate };
const TODAY = '2026-05-20' as IsoDate;
const NOTHING_RECALLED: Recall = {
  memory: 'first',
  before: { invoices: null, newcomers: new Map() },
  report: null,
  stages: {},
  rows: new Map(),
  rules: { ttlMilliseconds: 0, isAskedFor: true, arrays: new ArraySize() },
  chance: chanceOf('a run'),
};
const UNLIMITED: BucketLimits = { capacity: 100_000, perSecond: 1000 };

export interface CollectOptions {
  readonly sheets?: readonly MainSheet[];
  readonly settings?: Partial<Settings>;
  readonly period?: Period;
  readonly today?: IsoDate;
  readonly ownerLists?: OwnerLists;
  readonly earlierInvoices?: EarlierInvoices;
  readonly beforeWave?: (fetcher: Fetcher) => void;
  /** What is remembered, by the cache of this execution. */
  readonly remembering?: (cache: APIDataCache) => Remembering;
}

export interface Collection extends CollectedReport {
  readonly facts: Gathered;
  readonly progress: Fetcher['progress'];
  readonly cache: CacheStatistics;
  readonly ownerLists: OwnerLists;
  /** The methods asked by this execution, in order. */
  readonly asked: readonly string[];
}

export class Collector {
  readonly cacheStorage: CacheStorage;
  epoch = 1;

  constructor(
    readonly line: Line,
    vanish?: (key: string) => boolean,
  ) {
    this.cacheStorage = new CacheStorage(line.clock, vanish);
  }

  /** A new execution: its memory is empty, the cache across executions is what earlier ones left. */
  collect(options: CollectOptions = {}): Collection {
    const {
      sheets = ['brief', 'detail'],
      period = QUARTER,
      today = TODAY,
      earlierInvoices = 'elsewhere' as const,
    } = options;
    const settings = { ...DEFAULT_SETTINGS, ...options.settings };
    const { line } = this;
    const cache = this.cache(settings.cacheTtlSeconds);
    const fetcher: Fetcher = new Fetcher({
      cache,
      client: line.client({ bucket: new LeakyBucket(UNLIMITED) }),
      ownerLists: options.ownerLists ?? 'unknown',
      beforeWave: () => options.beforeWave?.(fetcher),
    });
    const from = line.asked.length;
    const remembering = options.remembering?.(cache);
    const recall = remembering?.recall() ?? NOTHING_RECALLED;
    const order = { sheets, settings, period, today, time: '09:15', earlierInvoices, recall };
    const collected = collectFacts(order, fetcher);
    remembering?.keep(reportOf(order, collected));
    const asked = line.asked.slice(from);
    return {
      ...reportOf(order, collected),
      facts: collected.facts,
      progress: fetcher.progress,
      cache: cache.statistics,
      ownerLists: fetcher.ownerLists,
      asked,
    };
  }

  /** Asks the portal for what a task needs, with nothing known before. */
  carryOut<Result>(task: Task<Result>, list: ListSettings): Result {
    const client = this.line.client({ bucket: new LeakyBucket(UNLIMITED) });
    const fetcher = new Fetcher({
      cache: this.cache(0),
      client,
      ownerLists: 'unknown',
      beforeWave: () => undefined,
    });
    return fetcher.run(task, list);
  }

  private cache(ttlSeconds: number): APIDataCache {
    const none = new CacheStorage(this.line.clock);
    const services = makeCacheService(openGate, { script: none, user: this.cacheStorage, document: null });
    return new APIDataCache({
      store: ttlSeconds > 0 ? services.getUserCache() : null,
      codec: nodeCodec,
      clock: this.line.clock,
      log: {
        warn: (message) => {
          throw new Error(message);
        },
      },
      connection: 'c'.repeat(64),
      epoch: this.epoch,
      ttlSeconds,
      soleRequest,
    });
  }
}

export const fieldName = (name: string): FieldName => name as FieldName;

/** How often each method was asked. */
export function countsOf(methods: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const method of methods) counts[method] = (counts[method] ?? 0) + 1;
  return counts;
}
