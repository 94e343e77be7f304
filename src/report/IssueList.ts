/** Collects what the user has to know about the invoices of a report, each thing once. */
import type { InvoiceId, IsoDate } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { invoiceName, issueTexts, type TextColumn, type TitledValue } from '../texts/sheet-texts';
import { cutText } from './cut-text';
import { ISSUE_KINDS, type Issue, type IssueKind } from './report-model';
import type { DifferingSums } from './row-sums';

type NamedInvoice = Pick<InvoiceRecord, 'id' | 'accountNumber'>;

interface CutTexts {
  readonly invoice: NamedInvoice;
  readonly columns: Set<TextColumn>;
}

interface UnreadValues {
  readonly invoice: NamedInvoice;
  readonly values: Set<TitledValue>;
}

export class IssueList {
  private readonly issues: Issue[];
  private readonly cut = new Map<InvoiceId, CutTexts>();
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

  /** The text as a cell can hold it; what is cut is noted. */
  cutText(text: string, column: TextColumn, { id, accountNumber }: NamedInvoice): string {
    const fitting = cutText(text);
    if (fitting !== text) {
      const { columns } = this.cut.get(id) ?? { columns: new Set() };
      this.cut.set(id, { invoice: { id, accountNumber }, columns: columns.add(column) });
    }
    return fitting;
  }

  /** @param columns whose cells show another text than the invoice has */
  textAltered(invoice: NamedInvoice, columns: readonly TextColumn[]): void {
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
    const cut = [...this.cut.values()].map(({ invoice, columns }) =>
      issueOf('textCut', invoice, (name) => issueTexts.textCut(name, [...columns])),
    );
    const unread = [...this.unread.values()].map(({ invoice, values }) =>
      issueOf('unreadable', invoice, (name) => issueTexts.unreadable(name, [...values])),
    );
    const all = [...this.issues, ...unread, ...cut];
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
