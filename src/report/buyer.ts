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
  /** The requisite that counts; absent where there is none, or company or contact of the invoice cannot be read. */
  readonly requisite?: RequisiteRecord;
  /** Of how many requisites of its owner it is the first, where it is not the one that is chosen on the invoice. */
  readonly firstOf?: number;
}

interface Choice {
  readonly requisite: RequisiteRecord;
  readonly firstOf?: number;
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
  const choice = yield* choiceOf(invoice, version);
  if (choice === null) return { inn: '', name: yield* ownerName(invoice, null) };
  const { requisite } = choice;
  const { taxNumber } = requisite;
  const more = { ...choice, ...(requisite.kpp === undefined ? {} : { kpp: requisite.kpp }) };
  const unreadable = requisite.unreadable?.filter((value) => value !== 'kpp') ?? [];
  if (unreadable.length === 0) {
    const { unreadable: odd } = requisite;
    return {
      inn: taxNumber,
      name: yield* buyerName(requisite, invoice),
      ...more,
      ...(odd && { unreadable: odd }),
    };
  }
  // Of what is missing a name no rule can tell whether it is the right one.
  const inn = unreadable.includes('inn') ? '' : taxNumber;
  return {
    inn,
    name: '',
    ...more,
    unreadable: [...new Set<BuyerValue>([...(requisite.unreadable ?? []), 'buyer'])],
  };
}

/**
 * The requisite chosen on the invoice if it still exists, else the company's first, else the contact's first
 * (Bitrix24 source, entityrequisite.php, getEntityRequisiteBindings; the default saved for a company is not
 * shown by any method).
 */
function* choiceOf({ id, companyId, contactId }: BilledInvoice, version: string): Task<Choice | null> {
  const link = yield* ask(query('link', id, version));
  const linked = link === null ? null : yield* ask(query('requisite', link));
  if (linked !== null) return { requisite: linked };
  const ofCompany = companyId === null ? [] : yield* ask(query('companyRequisites', companyId));
  const first = firstOf(ofCompany);
  if (first !== null || contactId === null) return first;
  return firstOf(yield* ask(query('contactRequisites', contactId)));
}

function firstOf(requisites: readonly RequisiteRecord[]): Choice | null {
  const [first, ...others] = requisites.filter(({ addressOnly }) => !addressOnly);
  if (first === undefined) return null;
  const requisite = others.reduce((one, other) => (comesBefore(other, one) ? other : one), first);
  return { requisite, firstOf: others.length + 1 };
}

function comesBefore(a: RequisiteRecord, b: RequisiteRecord): boolean {
  return a.sort === b.sort ? a.id < b.id : a.sort < b.sort;
}
