/** Collects what the user has to know about the invoices of a report, each thing once. */
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { invoiceName, issueTexts, type TitledValue } from '../texts/sheet-texts';
import { ISSUE_KINDS, type Issue, type IssueKind } from './report-model';

type NamedInvoice = Pick<InvoiceRecord, 'id' | 'accountNumber'>;

interface UnreadValues {
  readonly invoice: NamedInvoice;
  readonly values: Set<TitledValue>;
}

export class IssueList {
  private readonly issues: Issue[];
  private readonly unread = new Map<InvoiceId, UnreadValues>();

  /**
   * @param known issues that another list has told already
   * @param isShown whether a sheet shows such a value; nobody misses others
   */
  constructor(
    known: readonly Issue[] = [],
    private readonly isShown: (value: TitledValue) => boolean = () => true,
  ) {
    this.issues = [...known];
  }

  /** @param sentenceOf tells the issue of an invoice that is called so */
  add(kind: IssueKind, invoice: NamedInvoice, sentenceOf: (name: string) => string): void {
    const name = invoiceName(invoice.id, invoice.accountNumber);
    this.issues.push({ kind, invoiceId: invoice.id, invoice: name, sentence: sentenceOf(name) });
  }

  /** What several readers find in an invoice is told in one sentence. */
  unreadable(invoice: NamedInvoice, all: readonly TitledValue[]): void {
    const found = all.filter(this.isShown);
    if (found.length === 0) return;
    const { values } = this.unread.get(invoice.id) ?? { values: new Set() };
    for (const value of found) values.add(value);
    this.unread.set(invoice.id, { invoice, values });
  }

  /** By kind, the most important first; of one kind as they were found. */
  list(): readonly Issue[] {
    for (const { invoice, values } of this.unread.values()) {
      this.add('unreadable', invoice, (name) => issueTexts.unreadable(name, [...values]));
    }
    this.unread.clear();
    return ISSUE_KINDS.flatMap((kind) => this.issues.filter((issue) => issue.kind === kind));
  }
}
