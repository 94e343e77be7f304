/** What one edit in the CRM is, and how it finds something to change. */
import type { Period } from '../data/calendar';
import type { PortalData } from '../data/PortalData';
import type { Random } from '../data/Random';
import type { ClientType, Invoice } from '../data/records';
import { COMPANY, CONTACT } from '../data/records';
import type { Portal } from '../Portal';

export interface Scene {
  readonly data: PortalData;
  /** Whose rights an edit changes. */
  readonly portal: Pick<Portal, 'user' | 'change'>;
  readonly random: Random;
  /** Invoices move into it and out of it. */
  readonly period: Period;
}

/**
 * By when any report has to show it. At the next refresh: an invoice's time moves, or an invoice comes or goes. After
 * the TTL: the record of a requisite, client or stage tells of it. By the reconcile: no time and no certain count
 * does, and only reading the thing itself finds it, though much of it is found sooner.
 */
export type Shows = 'at the next refresh' | 'after the TTL' | 'by the reconcile';

export interface Edit {
  readonly shows: Shows;
  /** What was done, for the message of a test; null: there is nothing here to do it to. */
  readonly make: (scene: Scene) => string | null;
}

export function anyOf<T>(random: Random, choices: readonly T[]): T | null {
  return choices.length === 0 ? null : random.pick(choices);
}

/** An edit of an invoice that fits; `change` gives null, having changed nothing, where it does not. */
export const ofInvoice =
  (
    change: (scene: Scene, invoice: Invoice) => string | null,
    fits: (invoice: Invoice, scene: Scene) => boolean = () => true,
  ) =>
  (scene: Scene): string | null => {
    const left = [...scene.data.invoices.values()].filter((candidate) => fits(candidate, scene));
    while (left.length > 0) {
      const [invoice] = left.splice(scene.random.int(0, left.length - 1), 1);
      const how = invoice ? change(scene, invoice) : null;
      if (invoice && how !== null) return `invoice ${invoice.ID}: ${how}`;
    }
    return null;
  };

export const done = (what: string, how: string | null): string | null =>
  how === null ? null : `${what}: ${how}`;

/** The client that a report shows: the company, without one the contact. */
export function clientOf({ COMPANY_ID, CONTACT_ID }: Invoice): { type: ClientType; id: number } | null {
  if (COMPANY_ID !== null && COMPANY_ID > 0) return { type: COMPANY, id: COMPANY_ID };
  return CONTACT_ID !== null && CONTACT_ID > 0 ? { type: CONTACT, id: CONTACT_ID } : null;
}

/** Ids of clients; the seller is a company too, but nobody's client. */
export const clientsOf = (data: PortalData, type: ClientType): number[] =>
  type === CONTACT
    ? [...data.contacts.keys()]
    : [...data.companies.values()].filter(({ IS_MY_COMPANY }) => !IS_MY_COMPANY).map(({ ID }) => ID);

export const requisitesOf = (data: PortalData, type: ClientType, id: number): number[] =>
  [...data.requisites.values()]
    .filter(({ ENTITY_TYPE_ID, ENTITY_ID }) => ENTITY_TYPE_ID === type && ENTITY_ID === id)
    .map(({ ID }) => ID);

/** Requisites that no bin holds, in the order of their ids. */
export const presentRequisites = (data: PortalData): number[] =>
  [...data.requisites.values()]
    .filter(({ ENTITY_TYPE_ID }) => ENTITY_TYPE_ID === COMPANY || ENTITY_TYPE_ID === CONTACT)
    .map(({ ID }) => ID);
