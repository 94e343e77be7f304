/** Asks the portal as a refresh does, part after part: what each part has been told is let go of when it is through. */
import { Bitrix24Client, type Bitrix24ClientOptions } from '../src/bitrix24/Bitrix24Client';
import { isThrottled } from '../src/bitrix24/Bitrix24Error';
import type { OwnerLists } from '../src/bitrix24/coalesce';
import { LeakyBucket } from '../src/bitrix24/LeakyBucket';
import { ENTERPRISE_LIMITS, STANDARD_LIMITS } from '../src/bitrix24/limits';
import { OperatingBudget } from '../src/bitrix24/OperatingBudget';
import { soleRequest } from '../src/bitrix24/queries';
import type { ListSettings } from '../src/bitrix24/read-invoices';
import { APIDataCache } from '../src/cache/APIDataCache';
import type { CacheStatistics } from '../src/cache/statistics';
import type { Task } from '../src/domain/task';
import type { Webhook } from '../src/domain/Webhook';
import type { KnownAnswers } from '../src/memory/Memory';
import type { Clock, Http, Log } from '../src/platform/platform';
import { Fetcher } from '../src/refresh/Fetcher';

export interface PortalReaderParts extends Pick<Bitrix24ClientOptions, 'random'> {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly webhook: Webhook;
  readonly enterpriseLimits: boolean;
}

/** What a part was told, and by whom it may be told on. */
export interface Told<Result> {
  readonly result: Result;
  readonly answers: KnownAnswers;
}

/** The portal forgives a minute's work each minute. */
const PAUSE_MILLISECONDS = 60_000;

/** Nothing is kept across processes. */
const UNUSED = (): never => {
  throw new Error('Nothing is packed');
};

export class PortalReader {
  private readonly client: Bitrix24Client;
  private ownerLists: OwnerLists = 'unknown';
  private readonly counted: CacheStatistics[] = [];

  constructor(private readonly parts: PortalReaderParts) {
    const { http, clock, webhook, enterpriseLimits, random } = parts;
    this.client = new Bitrix24Client({
      ...{ http, clock, webhook, random },
      bucket: new LeakyBucket(enterpriseLimits ? ENTERPRISE_LIMITS : STANDARD_LIMITS),
      operating: new OperatingBudget(),
      wait: (milliseconds) => clock.sleep(milliseconds),
      onSent: () => undefined,
    });
  }

  /** Requests that were sent. */
  get sent(): number {
    return this.client.sent;
  }

  /** Of each part. */
  get statistics(): readonly CacheStatistics[] {
    return this.counted;
  }

  /**
   * Carries out a task, and all that it starts, to its end; where the portal wants a longer pause, anew after it.
   * @param task begun again after a pause
   * @param known answers that need not be asked for
   * @param beforeWave called before each wave
   * @throws Bitrix24Error
   */
  run<Result>(
    list: ListSettings,
    task: (fetcher: Fetcher) => Task<Result>,
    known: KnownAnswers = new Map(),
    beforeWave: (fetcher: Fetcher) => void = () => undefined,
  ): Told<Result> {
    return this.read((fetcher) => fetcher.run(task(fetcher), list), known, beforeWave);
  }

  /** The same for whatever carries out tasks of its own. */
  read<Result>(
    act: (fetcher: Fetcher) => Result,
    known: KnownAnswers = new Map(),
    beforeWave: (fetcher: Fetcher) => void = () => undefined,
  ): Told<Result> {
    let answers = known;
    for (;;) {
      const cache = this.newCache();
      const { client, ownerLists } = this;
      const fetcher: Fetcher = new Fetcher({
        ...{ cache, client, ownerLists },
        beforeWave: () => beforeWave(fetcher),
      });
      cache.know(answers);
      try {
        return { result: act(fetcher), answers: answersIn(cache) };
      } catch (error) {
        if (!isThrottled(error)) throw error;
        answers = answersIn(cache);
        this.parts.clock.sleep(PAUSE_MILLISECONDS);
      } finally {
        ({ ownerLists: this.ownerLists } = fetcher);
        this.counted.push(cache.statistics);
      }
    }
  }

  private newCache(): APIDataCache {
    const { clock, log } = this.parts;
    return new APIDataCache({
      ...{ clock, log, soleRequest },
      ...{ store: null, codec: { compress: UNUSED, expand: UNUSED } },
      ...{ connection: '', epoch: 0, ttlSeconds: 0, maxRecords: Infinity },
    });
  }
}

const answersIn = (cache: APIDataCache): KnownAnswers =>
  new Map([...cache.answers()].map(({ key, answer }) => [key, answer]));
