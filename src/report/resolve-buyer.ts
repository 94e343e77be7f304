/** Who an invoice is billed to: which requisite counts and what the buyer is called. */
import type { BuyerValue, InvoiceRecord, RequisiteRecord } from '../domain/records';
import { buyerName } from './buyer-name';
import { isQuestion, type BuyerQuestion, type Known } from './buyer-question';
import { invoiceOwnerName } from './owner-name';

export interface Buyer {
  /** The tax number of the buyer's country as it stands in the requisite; `''` without one. */
  readonly inn: string;
  readonly name: string;
  /** What of it cannot be read, and is `''`. */
  readonly unreadable?: readonly BuyerValue[];
}

type BilledInvoice = Pick<InvoiceRecord, 'id' | 'companyId' | 'contactId' | 'unreadable'>;

/** Whose company or contact cannot be read: another one in its place would be a false buyer. */
const NOBODY: Buyer = { inn: '', name: '' };

/**
 * The buyer, or the next question whose answer is needed. Asking until there is a buyer takes at most six
 * questions and never the same one twice.
 */
export function resolveBuyer(invoice: BilledInvoice, known: Known): Buyer | BuyerQuestion {
  if (invoice.unreadable?.includes('buyer') === true) return NOBODY;
  const requisite = requisiteOf(invoice, known);
  if (isQuestion(requisite)) return requisite;
  if (requisite === null) return buyerOf('', invoiceOwnerName(invoice, known));
  const { unreadable, taxNumber } = requisite;
  if (unreadable === undefined) return buyerOf(taxNumber, buyerName(requisite, invoice, known));
  // Of what is missing a name no rule can tell whether it is the right one.
  const inn = unreadable.includes('inn') ? '' : taxNumber;
  return { inn, name: '', unreadable: [...new Set<BuyerValue>([...unreadable, 'buyer'])] };
}

const buyerOf = (inn: string, name: string | BuyerQuestion): Buyer | BuyerQuestion =>
  isQuestion(name) ? name : { inn, name };

/**
 * The requisite chosen on the invoice if it still exists, else the company's first, else the contact's first
 * (Bitrix24 source, entityrequisite.php, getEntityRequisiteBindings; the default saved for a company is not
 * shown by any method).
 */
function requisiteOf(invoice: BilledInvoice, known: Known): RequisiteRecord | null | BuyerQuestion {
  const linked = linkedRequisite(invoice, known);
  if (linked !== null) return linked;
  if (invoice.companyId !== null) {
    const first = firstRequisite('companyRequisites', invoice.companyId, known);
    if (first !== null) return first;
  }
  return invoice.contactId === null ? null : firstRequisite('contactRequisites', invoice.contactId, known);
}

function linkedRequisite({ id }: BilledInvoice, known: Known): RequisiteRecord | null | BuyerQuestion {
  const link = known('link', id);
  if (link === undefined) return { ask: 'link', id };
  if (link === null) return null;
  const requisite = known('requisite', link);
  return requisite === undefined ? { ask: 'requisite', id: link } : requisite;
}

function firstRequisite(
  kind: 'companyRequisites' | 'contactRequisites',
  id: number,
  known: Known,
): RequisiteRecord | null | BuyerQuestion {
  const requisites = known(kind, id);
  if (requisites === undefined) return { ask: kind, id };
  let first: RequisiteRecord | null = null;
  for (const requisite of requisites) {
    if (!requisite.addressOnly && (first === null || comesBefore(requisite, first))) first = requisite;
  }
  return first;
}

function comesBefore(a: RequisiteRecord, b: RequisiteRecord): boolean {
  return a.sort === b.sort ? a.id < b.id : a.sort < b.sort;
}
