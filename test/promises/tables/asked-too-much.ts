/**
 * Whether a run has asked more than it may: what changed, and links, requisites and names whole. The bound is that of a
 * person's refresh of the sheets, which reads all about buyers too.
 */
import type { PortalData } from '../../../portal/data/PortalData';
import { kindOfKey, type Memory } from '../../../src/memory/Memory';
import type { TablesRun } from '../../support/tables/TablesOwner';
import type { Circumstances } from '../incremental/circumstances';
import { mostRequests } from '../incremental/most-requests';

/** Each is asked in every run, by one request. */
const TOLD: readonly string[] = ['crm.status.list', 'crm.category.list', 'crm.item.fields', 'profile'];
const MORE_THAN_FULL = 6;

export interface KnownThen {
  /** A whole run into a new file at the same moment. */
  readonly full: TablesRun;
  /** What a memory held that was as old as the file; null where none was. */
  readonly memory: Memory | null;
  /** What a memory holds of the portal that is begun now. */
  readonly truth: Memory | null;
}

/** @returns null where it has not */
export function askedTooMuch(
  { asked: methods, since }: TablesRun,
  { full, memory, truth }: KnownThen,
  { isOrdinary, generation, admin }: Circumstances,
  data: PortalData,
): string | null {
  const most = full.asked.length + MORE_THAN_FULL;
  if (memory === null || truth === null || !isOrdinary)
    return methods.length <= most ? null : `${methods.length} requests, full ${full.asked.length}`;
  if (since === null && hasSame(memory, truth)) return 'everything was read, though no invoice came or went';
  const takesNoLists = generation === 'new' || !admin;
  const bound = mostRequests(
    {
      memory: { ...memory, answers: new Map([...rowsIn(memory), ...buyersIn(truth)]) },
      truth,
      rowsOf: (id) => data.rowsOf(id).length,
      stillHas: { requisite: () => true, company: () => true, contact: () => true },
      savedAt: new Map([...data.invoices.values()].map(({ ID, UPDATED_TIME }) => [ID, UPDATED_TIME])),
      hasRows: true,
      oneOwnerARequest: takesNoLists,
      hasLearntSo: takesNoLists,
      isAfterTtl: true,
      isAskedFor: true,
      isWhole: since === null,
    },
    full.asked.length,
  );
  const told = methods.filter((method) => TOLD.includes(method));
  const asked = methods.length - told.length;
  if (asked <= bound && told.length <= TOLD.length) return null;
  return `${asked} and ${told.length} requests, at most ${bound}, full ${full.asked.length}: ${methods.join(', ')}`;
}

/** Only where some came or went in silence may the search for them cost more than to read all. */
const hasSame = ({ invoices: known }: Memory, { invoices: now }: Memory): boolean =>
  known.size === now.size && [...known.keys()].every((id) => now.has(id));

type Known = readonly (readonly [string, unknown])[];

const rowsIn = ({ answers }: Memory): Known => [...answers].filter(([key]) => kindOfKey(key) === 'rows');
const buyersIn = ({ answers }: Memory): Known => [...answers].filter(([key]) => kindOfKey(key) !== 'rows');
