/** What is remembered of one portal between executions: how full its bucket is, what it takes. */
import type { BucketState } from '../bitrix24/LeakyBucket';
import type { OwnerLists } from '../bitrix24/coalesce';
import { MOST_IDS } from '../incremental/array-size';
import type { Clock } from '../platform/platform';
import type { StoredPortal } from '../state/DocumentState';
import type { StoredValue } from '../state/StoredValue';

/** How long it is remembered what the portal takes: portals are updated now and then. */
const KNOWN_MILLISECONDS = 6 * 60 * 60 * 1000;

export class PortalMemory {
  private readonly known: StoredPortal | null;

  constructor(
    private readonly stored: StoredValue<StoredPortal>,
    private readonly connection: string,
    private readonly clock: Clock,
  ) {
    const portal = stored.get();
    this.known = portal?.connection === connection ? portal : null;
  }

  bucket(): BucketState | undefined {
    return this.known?.bucket;
  }

  ownerLists(): OwnerLists {
    return this.known !== null && this.known.ownerListsUntil > this.clock.now()
      ? this.known.ownerLists
      : 'unknown';
  }

  /** So many ids the portal takes in one question, as far as is known. */
  arrays(): number {
    return this.known !== null && this.known.arraysUntil > this.clock.now() ? this.known.arrays : MOST_IDS;
  }

  keep(bucket: BucketState, ownerLists: OwnerLists, arrays: number): void {
    const until = this.clock.now() + KNOWN_MILLISECONDS;
    const { ownerListsUntil = 0, arraysUntil = 0 } = this.known ?? {};
    this.stored.set({
      connection: this.connection,
      bucket,
      ownerLists,
      ownerListsUntil: ownerLists === this.ownerLists() ? ownerListsUntil : until,
      arrays,
      arraysUntil: arrays === this.arrays() ? arraysUntil : until,
    });
  }
}
