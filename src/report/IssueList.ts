/** Collects what the user has to know about the invoices of a report, each thing once. */
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { invoiceName, issueTexts, type TextColumn } from '../texts/sheet-texts';
import { cutText } from './cut-text';
import { ISSUE_KINDS, type Issue, type IssueKind } from './report-model';
import type { DifferingSums } from './row-sums';

type NamedInvoice = Pick<InvoiceRecord, 'id' | 'accountNumber'>;

interface CutTexts {
  readonly invoice: NamedInvoice;
  readonly columns: Set<TextColumn>;
}

export class IssueList {
  private readonly issues: Issue[] = [];
  private readonly cut = new Map<InvoiceId, CutTexts>();

  rowsUnavailable(invoice: NamedInvoice): void {
    this.issues.push(issueOf('rowsUnavailable', invoice, issueTexts.rowsUnavailable));
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

  rowSumDiffers(invoice: NamedInvoice, { ofRows, ofInvoice, isByOneKopeck }: DifferingSums): void {
    const kind = isByOneKopeck ? 'rowSumOffByKopeck' : 'rowSumDiffers';
    this.issues.push(issueOf(kind, invoice, (name) => issueTexts.rowSumDiffers(name, ofRows, ofInvoice)));
  }

  /** By kind, the most important first; of one kind as they were found. */
  list(): readonly Issue[] {
    const cut = [...this.cut.values()].map(({ invoice, columns }) =>
      issueOf('textCut', invoice, (name) => issueTexts.textCut(name, [...columns])),
    );
    const all = [...this.issues, ...cut];
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
