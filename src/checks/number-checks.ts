/** Invoices that are there twice, by their number or by what they bill. */
import type { InvoiceId } from '../domain/ids';
import { sheetBuyers } from '../report/buyer-key';
import { groupedBy } from '../report/grouped-by';
import { bigOf } from '../report/money';
import { ownCompanyOf } from '../report/own-company';
import type { PortalDecimal } from '../domain/records';
import { checkDetails as SAID } from '../texts/check-texts';
import { linesOf, ofInvoice, ofReport, type CheckedInvoice, type CheckFacts } from './check';

const numberOf = ({ invoice }: CheckedInvoice): string => invoice.accountNumber.trim();

export const numberChecks = {
  'number-missing': ofInvoice('error', (checked) => (numberOf(checked) === '' ? SAID.numberMissing : null)),
  'number-double': ofReport('warning', ({ invoices }) => {
    const likeness = likenessOf(invoices, (checked) => {
      const number = numberOf(checked);
      return number === '' ? null : JSON.stringify([number, ownCompanyOf(checked.invoice)]);
    });
    return sayOthers(likeness, SAID.numberDouble);
  }),
  'double-suspect': ofReport('remark', (facts) => {
    const bill = billOf(facts);
    const alike = likenessOf(facts.invoices, bill);
    // Rows are compared where all else is the same.
    const suspects = facts.invoices.filter(({ invoice }) => alike.has(invoice.id));
    const likeness = likenessOf(suspects, (checked) => JSON.stringify([bill(checked), goodsOf(checked)]));
    return sayOthers(likeness, SAID.doubleSuspect);
  }),
} as const;

/** The invoices of each key that has several, by each of their ids: one list for all of them, however many they are. */
type Likeness = ReadonlyMap<InvoiceId, readonly InvoiceId[]>;

/** @param keyOf null for what is like nothing */
function likenessOf(
  invoices: readonly CheckedInvoice[],
  keyOf: (checked: CheckedInvoice) => string | null,
): Likeness {
  const likeness = new Map<InvoiceId, readonly InvoiceId[]>();
  for (const [key, group] of groupedBy(invoices, keyOf)) {
    if (key === null || group.length === 1) continue;
    const ids = group.map(({ invoice }) => invoice.id);
    for (const id of ids) likeness.set(id, ids);
  }
  return likeness;
}

const MOST_NAMED = 5;

const sayOthers =
  (likeness: Likeness, details: (ids: readonly InvoiceId[], many: number) => string) =>
  ({ invoice }: CheckedInvoice): string | null => {
    const ids = likeness.get(invoice.id);
    if (ids === undefined) return null;
    const others = ids.slice(0, MOST_NAMED + 1).filter((id) => id !== invoice.id);
    return details(others.slice(0, MOST_NAMED), ids.length - 1);
  };

/** Buyer, currency, sum and day; null where there is nothing that could be billed twice. */
function billOf({ invoices }: CheckFacts): (checked: CheckedInvoice) => string | null {
  const buyerOf = sheetBuyers(invoices.map(({ line }) => line.head));
  return (checked) => {
    const { invoice, invoicedOn, line } = checked;
    const { opportunity, currency } = invoice;
    const isBill = opportunity !== null && Number(opportunity) !== 0 && invoicedOn !== null;
    if (!isBill || linesOf(checked).length === 0) return null;
    const { kind, value } = buyerOf(line.head).key;
    return JSON.stringify([kind, value, currency, exact(opportunity), invoicedOn]);
  };
}

/** Name, quantity and price of each row, in whatever order. */
const goodsOf = (checked: CheckedInvoice): readonly string[] =>
  linesOf(checked)
    .flatMap(({ row }) => (row === null ? [] : [[row.name, exact(row.quantity), exact(row.price)]]))
    .map((goods) => JSON.stringify(goods))
    .sort();

/** One text for each number, however it is written. */
const exact = (value: PortalDecimal | null): string | null =>
  value === null ? null : bigOf(value).toFixed();
