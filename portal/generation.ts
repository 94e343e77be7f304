/** The three code generations of Bitrix24 that are in use, and in what they differ. */
import type { TaxPrecision } from './data/totals';

export type Generation = 'old' | 'mid' | 'new';

export interface Quirks {
  /** `useOriginalUfNames` is obeyed (added March 2025). */
  readonly originalUfNames: boolean;
  /** `time.start` and `time.processing` are whole numbers. */
  readonly integerTimers: boolean;
  /** Codes 0 and 100 are JSON numbers instead of text. */
  readonly numericErrorCodes: boolean;
  /** Legacy lists: `page` floors `start` and wraps to page 1 past the end, `offset` takes it exactly. */
  readonly legacyPaging: 'page' | 'offset';
  /** crm.item.productrow.list: `=ownerId` may be a list, filter and order take any column. */
  readonly freeRowQueries: boolean;
  /** Totals of crm.item.list are kept for 5 s by user and filter, so they may be stale. */
  readonly staleTotals: boolean;
  /** What `start: -1` gives besides the rows of crm.item.list: nothing, or `total: 0` as in the documentation. */
  readonly uncountedTotal: 'absent' | 'zero';
  /** Recurring invoices are enabled: without them the field `isRecurring` does not exist. */
  readonly recurring: boolean;
  /** Product rows have `storeId` (added April 2025). */
  readonly rowStores: boolean;
  /** Status directories refuse lists in a filter. */
  readonly strictStatusFilter: boolean;
  /** Requisites of unreadable owners are left out. */
  readonly requisitesByOwner: boolean;
}

const OLD: Quirks = {
  originalUfNames: false,
  integerTimers: false,
  numericErrorCodes: true,
  legacyPaging: 'page',
  freeRowQueries: true,
  staleTotals: false,
  uncountedTotal: 'absent',
  recurring: true,
  rowStores: false,
  strictStatusFilter: false,
  requisitesByOwner: false,
};

const MID: Quirks = {
  ...OLD,
  originalUfNames: true,
  integerTimers: true,
  numericErrorCodes: false,
  rowStores: true,
  strictStatusFilter: true,
};

const NEW: Quirks = {
  ...MID,
  legacyPaging: 'offset',
  freeRowQueries: false,
  staleTotals: true,
  requisitesByOwner: true,
};

export const quirksOf: Readonly<Record<Generation, Quirks>> = { old: OLD, mid: MID, new: NEW };

export const taxPrecisionOf = (generation: Generation): TaxPrecision => (generation === 'old' ? 2 : 8);
