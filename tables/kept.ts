/** What a file of tables keeps of the portal. */
import type { ListMode } from '../src/bitrix24/list-filter';
import type { InvoiceId } from '../src/domain/ids';
import type { InvoiceRecord, PortalMoment, ProductRow } from '../src/domain/records';

/** How the list of invoices stands that is kept. */
export interface KeptState {
  /** With which webhook of which portal it was read, as a hash. */
  readonly connection: string;
  /** What decides which invoices the list holds and what is told of them, as text. */
  readonly scope: string;
  readonly mode: ListMode;
  /** When the portal began to tell the list; null where it does not say. */
  readonly toldAt: PortalMoment | null;
  /** When the server's offset was seen to be another one, milliseconds since 1970 by its clock; 0 = never. */
  readonly shiftedAt: number;
  /** When all of it was read last, milliseconds since 1970. */
  readonly fullAt: number;
  /** Since when invoices are listed that had not been for long. */
  readonly newcomers: readonly (readonly [InvoiceId, number])[];
  /** Whether the list is complete. */
  readonly isListed: boolean;
  /** Whether a run is under way that takes nothing of an earlier one; it may itself be stopped and gone on with. */
  readonly readsWhole: boolean;
}

/** The list before one that is begun: that which is listed, that which is kept as the one before, or none of the same report. */
export type FormerList = 'listed' | 'kept' | 'none';

/** An invoice that is listed, with its rows where they are known to belong to it as it stands. */
export interface KeptInvoice {
  readonly invoice: InvoiceRecord;
  readonly rows: readonly ProductRow[] | null;
}
