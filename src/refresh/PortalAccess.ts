/** One execution's way to the portal of a connection: its client and fetcher, the cache, and what is learnt of it. */
import { Bitrix24Client, type Bitrix24ClientOptions } from '../bitrix24/Bitrix24Client';
import { LeakyBucket } from '../bitrix24/LeakyBucket';
import { ENTERPRISE_LIMITS, STANDARD_LIMITS } from '../bitrix24/limits';
import { OperatingBudget } from '../bitrix24/OperatingBudget';
import { soleRequest } from '../bitrix24/queries';
import { APIDataCache } from '../cache/APIDataCache';
import type { Webhook } from '../domain/Webhook';
import { attempt } from '../platform/attempt';
import { ArraySize } from '../incremental/array-size';
import type { Platform } from '../platform/platform';
import type { Settings } from '../settings/Settings';
import type { DocumentState } from '../state/DocumentState';
import { Fetcher, type FetcherOptions } from './Fetcher';
import { PortalMemory } from './PortalMemory';

export interface PortalAccessParts
  extends Pick<Bitrix24ClientOptions, 'wait' | 'onSent'>, Pick<FetcherOptions, 'beforeWave' | 'mayGrow'> {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly state: DocumentState;
  readonly webhook: Webhook;
  readonly spreadsheetId: string;
  /** Whether answers of earlier executions will do. */
  readonly usesCache: boolean;
}

export class PortalAccess {
  /** What is kept belongs to this connection in this spreadsheet. */
  readonly connection: string;
  readonly cache: APIDataCache;
  readonly fetcher: Fetcher;
  readonly arrays: ArraySize;
  private readonly learnt: PortalMemory;
  private readonly bucket: LeakyBucket;
  private readonly capacity: number;

  constructor(private readonly parts: PortalAccessParts) {
    const { platform, state, settings, webhook, spreadsheetId, usesCache } = parts;
    const { clock, log, codec } = platform;
    this.connection = webhook.fingerprint(spreadsheetId);
    this.learnt = new PortalMemory(state.portal, this.connection, clock);
    const limits = settings.enterpriseLimits ? ENTERPRISE_LIMITS : STANDARD_LIMITS;
    this.capacity = limits.capacity;
    this.bucket = new LeakyBucket(limits, this.learnt.bucket());
    this.cache = new APIDataCache({
      store: usesCache && settings.cacheTtlSeconds > 0 ? platform.userCache : null,
      codec,
      clock,
      log,
      connection: this.connection,
      epoch: state.epoch(),
      ttlSeconds: settings.cacheTtlSeconds,
      soleRequest,
    });
    this.arrays = new ArraySize(this.learnt.arrays());
    this.fetcher = new Fetcher({
      cache: this.cache,
      client: this.client(),
      ownerLists: this.learnt.ownerLists(),
      beforeWave: parts.beforeWave,
      mayGrow: parts.mayGrow ?? true,
    });
  }

  /** Whether half of what the portal takes at once, or more, is left. */
  get isAtRest(): boolean {
    return this.bucket.room(this.parts.platform.clock.now()) >= this.capacity / 2;
  }

  /** A portal that is not remembered costs requests, and must not hide how an execution ends. */
  remember(): void {
    attempt(this.parts.platform.log, 'what is known of the portal', () =>
      this.learnt.keep(this.bucket.state(), this.fetcher.ownerLists, this.arrays.most),
    );
  }

  private client(): Bitrix24Client {
    const { platform, webhook, wait, onSent } = this.parts;
    return new Bitrix24Client({
      http: platform.http,
      webhook,
      clock: platform.clock,
      bucket: this.bucket,
      operating: new OperatingBudget(),
      random: platform.random,
      wait,
      onSent,
    });
  }
}
