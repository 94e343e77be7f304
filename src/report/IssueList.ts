/** Collects what the user has to know about the invoices of a report, each thing once. */
import type { InvoiceId, IsoDate } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { invoiceName, issueTexts, type TitledValue } from '../texts/sheet-texts';
import { ISSUE_KINDS, type Issue, type IssueKind } from './report-model';
import type { DifferingSums } from './row-sums';

type NamedInvoice = Pick<InvoiceRecord, 'id' | 'accountNumber'>;

interface UnreadValues {
  readonly invoice: NamedInvoice;
  readonly values: Set<TitledValue>;
}

export class IssueList {
  private readonly issues: Issue[];
  private readonly unread = new Map<InvoiceId, UnreadValues>();

  /** @param known issues that another list has told already */
  constructor(known: readonly Issue[] = []) {
    this.issues = [...known];
  }

  leftOut(invoice: NamedInvoice, field: string): void {
    this.issues.push(issueOf('leftOut', invoice, (name) => issueTexts.leftOut(name, field)));
  }

  rowsUnavailable(invoice: NamedInvoice): void {
    this.issues.push(issueOf('rowsUnavailable', invoice, issueTexts.rowsUnavailable));
  }

  unreadable(invoice: NamedInvoice, found: readonly TitledValue[]): void {
    if (found.length === 0) return;
    const { values } = this.unread.get(invoice.id) ?? { values: new Set() };
    for (const value of found) values.add(value);
    this.unread.set(invoice.id, { invoice, values });
  }

  emptyDate(invoice: NamedInvoice, column: 'shipmentDate' | 'paymentDate', day: IsoDate): void {
    this.issues.push(issueOf('emptyDate', invoice, (name) => issueTexts.emptyDate(name, column, day)));
  }

  paidLater(invoice: NamedInvoice, day: IsoDate): void {
    this.issues.push(issueOf('paidLater', invoice, (name) => issueTexts.paidLater(name, day)));
  }

  /** @param columns titles of those whose cells cannot hold the whole text of the invoice, some perhaps twice */
  textCut(invoice: NamedInvoice, columns: readonly string[]): void {
    if (columns.length === 0) return;
    this.issues.push(issueOf('textCut', invoice, (name) => issueTexts.textCut(name, [...new Set(columns)])));
  }

  /** @param columns titles of those whose cells show another text than the invoice has */
  textAltered(invoice: NamedInvoice, columns: readonly string[]): void {
    this.issues.push(issueOf('textAltered', invoice, (name) => issueTexts.textAltered(name, columns)));
  }

  rowSumDiffers(invoice: NamedInvoice, { ofRows, ofInvoice, isSlight }: DifferingSums): void {
    const kind = isSlight ? 'rowSumOffByKopeck' : 'rowSumDiffers';
    this.issues.push(issueOf(kind, invoice, (name) => issueTexts.rowSumDiffers(name, ofRows, ofInvoice)));
  }

  rowVatDiffers(invoice: NamedInvoice, { ofRows, ofInvoice, isSlight }: DifferingSums): void {
    const kind = isSlight ? 'rowVatOffByKopecks' : 'rowVatDiffers';
    this.issues.push(issueOf(kind, invoice, (name) => issueTexts.rowVatDiffers(name, ofRows, ofInvoice)));
  }

  /** By kind, the most important first; of one kind as they were found. */
  list(): readonly Issue[] {
    const unread = [...this.unread.values()].map(({ invoice, values }) =>
      issueOf('unreadable', invoice, (name) => issueTexts.unreadable(name, [...values])),
    );
    const all = [...this.issues, ...unread];
    return ISSUE_KINDS.flatMap((kind) => all.filter((issue) => issue.kind === kind));
  }
}

function issueOf(
  kind: IssueKind,
  { id, accountNumber }: NamedInvoice,
  sentenceOf: (invoice: string) => string,
): Issue {
  const invoice = invoiceName(id, accountNumber);
  return { kind, invoiceId: id, invoice, sentence: sentenceOf(invoice) };
}
