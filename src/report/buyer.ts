/** Who an invoice is billed to: which requisite counts and what the buyer is called. */
import { query } from '../domain/query';
import type { BuyerValue, InvoiceRecord, RequisiteRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';
import { buyerName } from './buyer-name';
import { ownerName } from './owner-name';

export interface Buyer {
  /** The tax number of the buyer's country as it stands in the requisite; `''` without one. */
  readonly inn: string;
  readonly name: string;
  /** RQ_KPP of the requisite as it stands; absent where there is none. */
  readonly kpp?: string;
  /** What of it cannot be read, and is `''`. */
  readonly unreadable?: readonly BuyerValue[];
}

type BilledInvoice = Pick<InvoiceRecord, 'id' | 'companyId' | 'contactId' | 'unreadable'>;

/** Whose company or contact cannot be read: another one in its place would be a false buyer. */
const NOBODY: Buyer = { inn: '', name: '' };

/**
 * Takes at most six questions and never asks the same one twice: a second time would count as a hit of the cache.
 * @param version by which the invoice's link is asked for
 */
export function* buyerOf(invoice: BilledInvoice, version: string): Task<Buyer> {
  if (invoice.unreadable?.includes('buyer') === true) return NOBODY;
  const requisite = yield* requisiteOf(invoice, version);
  if (requisite === null) return { inn: '', name: yield* ownerName(invoice, null) };
  const { taxNumber } = requisite;
  const kpp = requisite.kpp === undefined ? {} : { kpp: requisite.kpp };
  const unreadable = requisite.unreadable?.filter((value) => value !== 'kpp') ?? [];
  if (unreadable.length === 0) {
    const { unreadable: odd } = requisite;
    return {
      inn: taxNumber,
      name: yield* buyerName(requisite, invoice),
      ...kpp,
      ...(odd && { unreadable: odd }),
    };
  }
  // Of what is missing a name no rule can tell whether it is the right one.
  const inn = unreadable.includes('inn') ? '' : taxNumber;
  return {
    inn,
    name: '',
    ...kpp,
    unreadable: [...new Set<BuyerValue>([...(requisite.unreadable ?? []), 'buyer'])],
  };
}

/**
 * The requisite chosen on the invoice if it still exists, else the company's first, else the contact's first
 * (Bitrix24 source, entityrequisite.php, getEntityRequisiteBindings; the default saved for a company is not
 * shown by any method).
 */
function* requisiteOf(
  { id, companyId, contactId }: BilledInvoice,
  version: string,
): Task<RequisiteRecord | null> {
  const link = yield* ask(query('link', id, version));
  const linked = link === null ? null : yield* ask(query('requisite', link));
  if (linked !== null) return linked;
  const ofCompany = companyId === null ? [] : yield* ask(query('companyRequisites', companyId));
  const first = firstOf(ofCompany);
  if (first !== null || contactId === null) return first;
  return firstOf(yield* ask(query('contactRequisites', contactId)));
}

function firstOf(requisites: readonly RequisiteRecord[]): RequisiteRecord | null {
  let first: RequisiteRecord | null = null;
  for (const requisite of requisites) {
    if (!requisite.addressOnly && (first === null || comesBefore(requisite, first))) first = requisite;
  }
  return first;
}

function comesBefore(a: RequisiteRecord, b: RequisiteRecord): boolean {
  return a.sort === b.sort ? a.id < b.id : a.sort < b.sort;
}
