/** Collects what the user has to know about the invoices of a report, each thing once. */
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import { issueTexts, type TextColumn } from '../texts/sheet-texts';
import { cutText } from './cut-text';
import type { Issue } from './report-model';

type NamedInvoice = Pick<InvoiceRecord, 'id' | 'accountNumber'>;

interface CutTexts {
  readonly accountNumber: string;
  readonly columns: Set<TextColumn>;
}

export class IssueList {
  private readonly unavailable: Issue[] = [];
  private readonly cut = new Map<InvoiceId, CutTexts>();
  private readonly differingSums: Issue[] = [];

  rowsUnavailable({ id, accountNumber }: NamedInvoice): void {
    this.unavailable.push({ invoiceId: id, sentence: issueTexts.rowsUnavailable(id, accountNumber) });
  }

  /** The text as a cell can hold it; what is cut is noted. */
  cutText(text: string, column: TextColumn, { id, accountNumber }: NamedInvoice): string {
    const fitting = cutText(text);
    if (fitting !== text) {
      const { columns } = this.cut.get(id) ?? { columns: new Set() };
      this.cut.set(id, { accountNumber, columns: columns.add(column) });
    }
    return fitting;
  }

  rowSumDiffers({ id, accountNumber }: NamedInvoice, ofRows: number, ofInvoice: number): void {
    const sentence = issueTexts.rowSumDiffers(id, accountNumber, ofRows, ofInvoice);
    this.differingSums.push({ invoiceId: id, sentence });
  }

  /** What is missing from the sheets first: only the first ones are shown. */
  list(): readonly Issue[] {
    const cut = [...this.cut].map(([id, { accountNumber, columns }]) => ({
      invoiceId: id,
      sentence: issueTexts.textCut(id, accountNumber, [...columns]),
    }));
    return [...this.unavailable, ...cut, ...this.differingSums];
  }
}
