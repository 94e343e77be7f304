/** Which invoices have one buyer. */
import type { CompanyId, ContactId, InvoiceId } from '../domain/ids';
import type { Buyer } from './buyer';
import type { InvoiceHead } from './report-model';

/** The kinds stand in this order; keys of different kinds are never equal. */
const KINDS = ['inn', 'company', 'contact', 'name'] as const;

type BuyerKey =
  | { readonly kind: 'inn' | 'name'; readonly value: string }
  | { readonly kind: 'company'; readonly value: CompanyId }
  | { readonly kind: 'contact'; readonly value: ContactId };

/** An organisation's has 10 digits, a person's 12 (Russian tax service). */
const INN = /^(?:\d{10}|\d{12})$/;

/** The INN if it is one, else the invoice's own company, else its contact, else the shown name. */
function buyerKey({ invoice, buyer }: InvoiceHead): BuyerKey {
  const inn = buyer.inn.trim();
  if (INN.test(inn)) return { kind: 'inn', value: inn };
  if (invoice.companyId !== null) return { kind: 'company', value: invoice.companyId };
  if (invoice.contactId !== null) return { kind: 'contact', value: invoice.contactId };
  return { kind: 'name', value: buyer.name };
}

/** Texts by code units, ids as numbers; 0 where both are one buyer. */
function compareBuyerKeys(a: BuyerKey, b: BuyerKey): number {
  if (a.kind !== b.kind) return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  if (a.value === b.value) return 0;
  return a.value < b.value ? -1 : 1;
}

/** A buyer as all lines of one sheet show it: the one object of its key. */
export interface SheetBuyer extends Buyer {
  readonly key: BuyerKey;
}

/** By name, by code units, then by key. */
export function compareBuyers(a: SheetBuyer, b: SheetBuyer): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return compareBuyerKeys(a.key, b.key);
}

/** @param heads of the invoices on the sheet: a buyer is shown as the one with the highest id has it */
export function sheetBuyers(heads: Iterable<InvoiceHead>): (head: InvoiceHead) => SheetBuyer {
  const latest = new Map<string, InvoiceHead>();
  const keys = new Map<InvoiceId, string>();
  for (const head of heads) {
    const key = keyText(buyerKey(head));
    keys.set(head.invoice.id, key);
    const known = latest.get(key);
    if (known === undefined || known.invoice.id < head.invoice.id) latest.set(key, head);
  }
  const shown = new Map(
    [...latest].map(([key, head]): [string, SheetBuyer] => [key, { ...head.buyer, key: buyerKey(head) }]),
  );
  return ({ invoice }) => {
    const buyer = shown.get(keys.get(invoice.id) ?? '');
    if (buyer === undefined) throw new Error('Expected an invoice of the sheet');
    return buyer;
  };
}

const keyText = ({ kind, value }: BuyerKey): string => `${kind} ${value}`;
