/** One call of a method, past authentication: what a method gets and gives. */
import type { Clock } from './clock';
import type { Zone } from './answer/Zone';
import type { PortalData } from './data/PortalData';
import type { Quirks } from './generation';
import type { PortalUser, Rights } from './rights';
import type { Params } from './values';

export interface Call {
  readonly params: Params;
  readonly data: PortalData;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly quirks: Quirks;
  readonly user: PortalUser;
  readonly rights: Rights;
  readonly scopes: readonly string[];
  /** Differs from request to request: the disorder of rows that nobody ordered. */
  readonly seed: number;
  readonly totals: Totals;
}

/** Totals of crm.item.list, perhaps counted a moment earlier. */
export interface Totals {
  get(key: string): number | undefined;
  set(key: string, total: number): void;
}

/** `next` and `total` are lifted to the top level of the envelope. */
export interface MethodResult {
  readonly result: unknown;
  readonly next?: number | undefined;
  readonly total?: number | undefined;
}

/** Refuses by throwing a RestError. */
export type Method = (call: Call) => MethodResult;

/** Rows on a page of every list method (Bitrix24 source, IRestService::LIST_LIMIT). */
export const PAGE_SIZE = 50;
