/** Whether a refresh has asked more than it may, by what it found in its memory and what was true then. */
import type { PortalData } from '../../../portal/data/PortalData';
import type { Memory } from '../../../src/memory/Memory';
import type { MainSheet } from '../../../src/domain/sheet-kind';
import type { Circumstances } from './circumstances';
import type { Full } from './full-reading';
import { mostRequests, TOLD_ANEW, type StillHas } from './most-requests';

const TOLD: readonly string[] = ['crm.status.list', 'crm.item.fields', 'profile'];

/** Where a portal does what it should, nothing else makes a refresh read all anew. */
const EXPECTED: readonly string[] = ['stages', 'cost'];

export interface Asked {
  /** The methods of all its requests. */
  readonly asked: readonly string[];
  readonly wholeFor: string | null;
  readonly sheets: readonly MainSheet[];
  readonly isAskedFor: boolean;
  readonly beganAt: number;
  /** What it found when it began. */
  readonly memory: Memory | null;
  /** Whether it knew at its end that the portal tells product rows of one invoice a request. */
  readonly oneOwnerARequest: boolean;
  /** Whether it has learnt that itself. */
  readonly hasLearntSo: boolean;
}

/** @returns null where it has not */
export function askedTooMuch(
  { memory, asked: methods, wholeFor, sheets, isAskedFor, beganAt, oneOwnerARequest, hasLearntSo }: Asked,
  { truth, requests: full }: Full,
  { isOrdinary, generation, ttlSeconds, admin }: Circumstances,
  data: PortalData,
): string | null {
  if (memory === null || truth === null || !isOrdinary)
    return methods.length <= full + 6 ? null : `${methods.length} requests, full ${full}`;
  if (wholeFor !== null && !EXPECTED.includes(wholeFor)) return `whole for ${wholeFor}`;
  const most = mostRequests(
    {
      memory,
      truth,
      rowsOf: (id) => data.rowsOf(id).length,
      stillHas: stillHas(data),
      savedAt: new Map([...data.invoices.values()].map(({ ID, UPDATED_TIME }) => [ID, UPDATED_TIME])),
      hasRows: sheets.length > 1,
      // One that takes lists refuses them to whoever may not see every invoice, and that holds for a while.
      oneOwnerARequest: generation === 'new' || (oneOwnerARequest && !admin),
      hasLearntSo,
      isAfterTtl: beganAt - memory.buyersAt.askedAt >= ttlSeconds * 1_000,
      isAskedFor,
      isWhole: wholeFor !== null,
    },
    full,
  );
  const told = methods.filter((method) => TOLD.includes(method)).length;
  const asked = methods.length - told;
  if (asked <= most && told <= TOLD_ANEW) return null;
  return `${asked} and ${told} requests, at most ${most}, full ${full}: ${methods.join(', ')}`;
}

/** Requisites of those in the recycle bin have another owner there. */
const stillHas = ({ requisites, companies, contacts }: PortalData): StillHas => ({
  requisite: ({ id, entityTypeId, entityId }) => {
    const now = requisites.get(id);
    return now?.ENTITY_TYPE_ID === entityTypeId && now.ENTITY_ID === entityId;
  },
  company: (id) => companies.has(id),
  contact: (id) => contacts.has(id),
});
