/** Turns the portal's answers into the report: what each line says, what is summed, what the user must know. */
import { dayNumber } from '../domain/calendar-day';
import type { FieldName, InvoiceId } from '../domain/ids';
import type { InvoiceRecord, ProductRows, StageRecord } from '../domain/records';
import { BRIEF_HEADER, DETAIL_HEADER } from '../texts/sheet-texts';
import { detailLines } from './detail-lines';
import { IssueList } from './IssueList';
import { cellNumber } from './money';
import type { BriefLine, DetailGroup, InvoiceHead, Report } from './report-model';
import type { Buyer } from './resolve-buyer';
import { differingSums } from './row-sums';
import { semanticsOf, type SemanticsOf } from './stage-semantics';
import { hasVat, totalsByCurrency } from './totals';

/** The date fields chosen by the user, `''` for none. */
export interface ReportFields {
  readonly shipmentDateField: FieldName | '';
  readonly paymentDateField: FieldName | '';
}

export interface ReportAnswers {
  /** Those that belong to the report, in any order. */
  readonly invoices: readonly InvoiceRecord[];
  readonly buyerOf: (id: InvoiceId) => Buyer;
  /** null where only the brief sheet is wanted. */
  readonly rowsOf: ((id: InvoiceId) => ProductRows) | null;
  readonly stages: readonly StageRecord[];
}

const INVOICE_DATE_FIELD = 'BEGINDATE' as FieldName;
const [NUMBER, INN, BUYER] = BRIEF_HEADER;
const PRODUCT_NAME = DETAIL_HEADER[3];

export class DataProcessor {
  constructor(private readonly fields: ReportFields) {}

  process({ invoices, buyerOf, rowsOf, stages }: ReportAnswers): Report {
    const issues = new IssueList();
    const semantics = semanticsOf(stages);
    const brief: BriefLine[] = [];
    const detail: DetailGroup[] = [];
    const add = (invoice: InvoiceRecord): void => {
      const head = invoiceHead(invoice, buyerOf(invoice.id), issues);
      brief.push(this.briefLine(head, invoice, semantics));
      const group = rowsOf === null ? null : detailGroup(head, invoice, rowsOf(invoice.id), issues);
      if (group !== null) detail.push(group);
    };
    [...invoices].sort((a, b) => a.id - b.id).forEach(add);
    return {
      brief,
      detail,
      totals: totalsByCurrency(invoices),
      productRowCount: detail.reduce(
        (count, { lines }) => count + (lines === 'unavailable' ? 0 : lines.length),
        0,
      ),
      issues: issues.list(),
    };
  }

  private briefLine(head: InvoiceHead, invoice: InvoiceRecord, semantics: SemanticsOf): BriefLine {
    const { opportunity, taxValue } = invoice;
    const paymentDate = cellDate(invoice, this.fields.paymentDateField);
    return {
      head,
      sum: opportunity === null ? null : cellNumber(opportunity),
      vat: hasVat(taxValue) ? cellNumber(taxValue) : 0,
      invoiceDate: cellDate(invoice, INVOICE_DATE_FIELD),
      shipmentDate: cellDate(invoice, this.fields.shipmentDateField),
      paymentDate,
      isPaid: this.fields.paymentDateField === '' ? semantics(invoice.stageId) === 'S' : paymentDate !== null,
    };
  }
}

function invoiceHead(invoice: InvoiceRecord, buyer: Buyer, issues: IssueList): InvoiceHead {
  return {
    invoiceId: invoice.id,
    number: issues.cutText(invoice.accountNumber, NUMBER, invoice),
    inn: issues.cutText(buyer.inn, INN, invoice),
    buyer: issues.cutText(buyer.name, BUYER, invoice),
    currency: invoice.currency,
  };
}

/** null for an invoice without product rows: it has no line. */
function detailGroup(
  head: InvoiceHead,
  invoice: InvoiceRecord,
  rows: ProductRows,
  issues: IssueList,
): DetailGroup | null {
  if (rows === 'unavailable') {
    issues.rowsUnavailable(invoice);
    return { head, lines: rows };
  }
  if (rows.length === 0) return null;
  const lines = detailLines(rows, (name) => issues.cutText(name, PRODUCT_NAME, invoice));
  const sums = differingSums(invoice.opportunity, lines);
  if (sums !== null) issues.rowSumDiffers(invoice, sums);
  return { head, lines };
}

function cellDate({ dates }: InvoiceRecord, field: FieldName | ''): number | null {
  const day = field === '' ? null : (dates[field] ?? null);
  return day === null ? null : dayNumber(day);
}
