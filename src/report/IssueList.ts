/** Collects what the user has to know about the invoices of a report, each thing once. */
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { invoiceName, issueTexts, type TitledValue, VALUE_TITLES } from '../texts/sheet-texts';
import { ISSUE_KINDS, type Issue, type IssueKind } from './report-model';

type NamedInvoice = Pick<InvoiceRecord, 'id' | 'accountNumber'>;

interface UnreadValues {
  readonly invoice: NamedInvoice;
  readonly titles: Set<string>;
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
    this.issues.push(issueOf(kind, invoice, sentenceOf));
  }

  /** @param columns those whose texts of the invoice are cut */
  cut(invoice: NamedInvoice, columns: readonly string[]): void {
    const issue = issueOf('textCut', invoice, (name) => issueTexts.textCut(name, columns));
    this.issues.push({ ...issue, columns });
  }

  /**
   * What several readers find in an invoice is told in one sentence.
   * @param titles of columns that cannot show their value
   */
  unreadable(invoice: NamedInvoice, all: readonly TitledValue[], titles: readonly string[] = []): void {
    const found = [...all.filter(this.isShown).map((value) => VALUE_TITLES[value]), ...titles];
    if (found.length === 0) return;
    const known = this.unread.get(invoice.id)?.titles ?? [];
    this.unread.set(invoice.id, { invoice, titles: new Set([...known, ...found]) });
  }

  /** By kind, the most important first; of one kind as they were found. */
  list(): readonly Issue[] {
    for (const { invoice, titles } of this.unread.values()) {
      this.add('unreadable', invoice, (name) => issueTexts.unreadable(name, [...titles]));
    }
    this.unread.clear();
    return ISSUE_KINDS.flatMap((kind) => this.issues.filter((issue) => issue.kind === kind));
  }
}

function issueOf(
  kind: IssueKind,
  { id, accountNumber }: NamedInvoice,
  sentenceOf: (name: string) => string,
): Issue {
  const name = invoiceName(id, accountNumber);
  return { kind, invoiceId: id, invoice: name, sentence: sentenceOf(name) };
}
