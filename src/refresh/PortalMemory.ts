/** What is remembered of one portal between executions: how full its bucket is, whether it takes lists of owners. */
import type { BucketState } from '../bitrix24/LeakyBucket';
import type { OwnerLists } from '../bitrix24/coalesce';
import type { Clock } from '../platform/platform';
import type { StoredPortal } from '../state/DocumentState';
import type { StoredValue } from '../state/StoredValue';

/** How long it is remembered whether the portal takes lists: portals are updated now and then. */
const OWNER_LISTS_MILLISECONDS = 6 * 60 * 60 * 1000;

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

  keep(bucket: BucketState, ownerLists: OwnerLists): void {
    const isNews = ownerLists !== this.ownerLists();
    const until = isNews ? this.clock.now() + OWNER_LISTS_MILLISECONDS : (this.known?.ownerListsUntil ?? 0);
    this.stored.set({ connection: this.connection, bucket, ownerLists, ownerListsUntil: until });
  }
}
