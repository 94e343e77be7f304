/** Collects what the user has to know about the invoices of a report, each thing once. */
import type { InvoiceRecord } from '../domain/records';
import { issueTexts, type TextColumn } from '../texts/sheet-texts';
import { cutText } from './cut-text';
import type { Issue } from './report-model';

type NamedInvoice = Pick<InvoiceRecord, 'id' | 'accountNumber'>;

export class IssueList {
  private readonly bySentence = new Map<string, Issue>();
  private readonly differingSums: Issue[] = [];

  rowsUnavailable({ id, accountNumber }: NamedInvoice): void {
    this.add({ invoiceId: id, sentence: issueTexts.rowsUnavailable(id, accountNumber) });
  }

  /** The text as a cell can hold it; what is cut is noted. */
  cutText(text: string, column: TextColumn, { id, accountNumber }: NamedInvoice): string {
    const fitting = cutText(text);
    if (fitting !== text)
      this.add({ invoiceId: id, sentence: issueTexts.textCut(id, accountNumber, column) });
    return fitting;
  }

  rowSumDiffers({ id, accountNumber }: NamedInvoice, ofRows: number, ofInvoice: number): void {
    const sentence = issueTexts.rowSumDiffers(id, accountNumber, ofRows, ofInvoice);
    this.differingSums.push({ invoiceId: id, sentence });
  }

  /** What is missing from the sheets first: only the first ones are shown. */
  list(): readonly Issue[] {
    return [...this.bySentence.values(), ...this.differingSums];
  }

  private add(issue: Issue): void {
    this.bySentence.set(issue.sentence, issue);
  }
}
