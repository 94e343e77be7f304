/**
 * Invoices that the list has only just begun to hold. One that is imported or restored bears an old time, yet its rows
 * and its link follow its record as those of a new one do. Until it has been listed for as long as a save may take, what
 * is read of them holds for one refresh: it is asked for under no version, so that nobody keeps it.
 */
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord, PortalMoment } from '../domain/records';
import { LATE_MILLISECONDS, type Memory } from '../memory/Memory';

/** What is known of a list as it was. */
export interface EarlierList extends Pick<Memory, 'newcomers'> {
  /** null where it was another list: then nobody can tell who has come since. */
  readonly invoices: ReadonlyMap<InvoiceId, unknown> | null;
}

/** By which version the rows and the link of an invoice are asked for. */
export type VersionOf = (invoice: Pick<InvoiceRecord, 'id' | 'updatedTime'>) => string;

/** @param now when the list was told in which it stands */
export function isNewcomer(id: InvoiceId, { invoices, newcomers }: EarlierList, now: PortalMoment): boolean {
  const since = newcomers.get(id);
  if (since === undefined) return invoices !== null && !invoices.has(id);
  return now.askedAt - since < LATE_MILLISECONDS;
}

/** @param now null where the portal does not tell its time: then nothing is kept anyway */
export const versionsAfter =
  (before: EarlierList, now: PortalMoment | null): VersionOf =>
  ({ id, updatedTime }) =>
    now !== null && isNewcomer(id, before, now) ? '' : (updatedTime ?? '');

/** @param keptAt milliseconds since 1970 by the add-on's clock; those that nobody has met before are met by then */
export function newcomersAmong(
  ids: Iterable<InvoiceId>,
  before: EarlierList,
  now: PortalMoment,
  keptAt: number,
): Memory['newcomers'] {
  const some = [...ids].filter((id) => isNewcomer(id, before, now));
  return new Map(some.map((id) => [id, before.newcomers.get(id) ?? keptAt]));
}
