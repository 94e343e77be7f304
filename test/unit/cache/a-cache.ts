/** Caches of one portal over one fake store, as several executions see them. */
import { APIDataCache, type APIDataCacheParts } from '../../../src/cache/APIDataCache';
import type { SoleRequest } from '../../../src/cache/cache-key';
import type { Query } from '../../../src/domain/query';
import { FakeCacheStore } from '../../support/FakeCacheStore';
import { nodeCodec } from '../../support/nodeCodec';

export function soleRequest(query: Query): SoleRequest {
  return { method: `crm.${query.kind}.list`, params: { filter: { id: query.id }, start: -1 } };
}

/** Time that only a test moves. */
export class TestClock {
  milliseconds = 1_790_000_000_000;

  now(): number {
    return this.milliseconds;
  }

  passSeconds(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }
}

export class Portal {
  readonly store = new FakeCacheStore();
  readonly clock = new TestClock();
  readonly warnings: string[] = [];

  /** The cache of a new execution. */
  cache(changes: Partial<APIDataCacheParts> = {}): APIDataCache {
    return new APIDataCache({
      store: this.store,
      codec: nodeCodec,
      clock: this.clock,
      log: { warn: (message) => this.warnings.push(message) },
      connection: 'c'.repeat(64),
      epoch: 1,
      ttlSeconds: 300,
      soleRequest,
      ...changes,
    });
  }
}
