/** Turns the portal's answers into the report: what each line says, what is summed, what the user must know. */
import { dayNumber } from '../domain/calendar-day';
import type { FieldName, InvoiceId, IsoDate } from '../domain/ids';
import { INVOICE_DATE } from '../domain/portal';
import type { InvoiceRecord, InvoiceValue, ProductRows, StageRecord } from '../domain/records';
import { issueTexts, VALUE_TITLES, type TitledValue } from '../texts/sheet-texts';
import { BRIEF, DETAIL, type DetailRow } from './columns';
import { dayOfBusiness } from './day-of-business';
import { detailLines } from './detail-lines';
import type { FurtherColumns } from './further-columns';
import { IssueList } from './IssueList';
import { cellNumber } from './money';
import { cutColumns } from './planned-rows';
import type { BriefLine, DetailGroup, InvoiceHead, Report } from './report-model';
import type { Buyer } from './buyer';
import { differingSums, differingVat } from './row-sums';
import { isPaid, semanticsOf, type SemanticsOf } from './invoice-filter';
import { hasVat, isVatUnknown, totalsByCurrency } from './totals';

/** The date fields chosen by the user, `''` for none. */
export interface ReportFields {
  readonly shipmentDateField: FieldName | '';
  readonly paymentDateField: FieldName | '';
  /** The one that due dates go by, where they are shown. */
  readonly dueDateField?: FieldName;
}

export interface ReportAnswers {
  /** Those that belong to the report, in any order. */
  readonly invoices: readonly InvoiceRecord[];
  /** Those of which nobody can tell, and how the field is called that would tell it. */
  readonly leftOut: { readonly invoices: readonly InvoiceRecord[]; readonly field: string };
  readonly buyerOf: (id: InvoiceId) => Buyer;
  /** null where only the brief sheet is wanted. */
  readonly rowsOf: ((id: InvoiceId) => ProductRows) | null;
  readonly stages: readonly StageRecord[];
  /** Columns of one's choice. */
  readonly further?: FurtherColumns;
  /** What is shown of the invoices where they are in no report; else what its sheets show. */
  readonly shown?: readonly TitledValue[];
  /** Whether texts of any length are shown whole; else what a cell cannot hold is told of. */
  readonly anyLength?: boolean;
}

/** What further columns alone show; others do not miss it. */
const OF_COLUMNS: Partial<Record<TitledValue, readonly string[]>> = {
  kpp: [VALUE_TITLES.kpp],
  unit: [VALUE_TITLES.unit],
  netPrice: [VALUE_TITLES.netPrice],
  fullPrice: [VALUE_TITLES.fullPrice, VALUE_TITLES.discount],
  productId: [VALUE_TITLES.productId],
  externalId: [VALUE_TITLES.externalId],
};

const NONE: FurtherColumns = { brief: [], detail: [], besides: [], unreadIn: () => [] };

export class DataProcessor {
  /** @param today the day on which the report is made, for what is said of days to come */
  constructor(
    private readonly fields: ReportFields,
    private readonly today: IsoDate,
  ) {}

  process(answers: ReportAnswers): Report {
    const { invoices, leftOut, buyerOf, rowsOf, stages, further = NONE, shown, anyLength = false } = answers;
    const titles = new Set([...further.brief, ...further.detail].map(({ title }) => title));
    const issues = new IssueList([], (value) =>
      shown === undefined
        ? (OF_COLUMNS[value]?.some((title) => titles.has(title)) ?? true)
        : shown.includes(value),
    );
    const columns = { brief: [...BRIEF, ...further.brief], detail: [...DETAIL, ...further.detail] };
    for (const invoice of leftOut.invoices) {
      issues.add('leftOut', invoice, (name) => issueTexts.leftOut(name, leftOut.field));
    }
    const semantics = semanticsOf(stages);
    const brief: BriefLine[] = [];
    const detail: DetailGroup[] = [];
    const add = (invoice: InvoiceRecord): void => {
      const buyer = buyerOf(invoice.id);
      const head: InvoiceHead = { invoice, buyer };
      issues.unreadable(invoice, [...this.unreadableOf(invoice), ...(buyer.unreadable ?? [])]);
      const line = this.briefLine(head, semantics, issues);
      issues.unreadable(invoice, [], further.unreadIn(invoice));
      brief.push(line);
      const group = rowsOf === null ? null : detailGroup(line, rowsOf(invoice.id), issues);
      if (group !== null) detail.push(group);
      if (anyLength) return;
      const cut = new Set([
        ...cutColumns(columns.brief, [line]),
        ...cutColumns(columns.detail, rowsOfGroup(group)),
        ...cutColumns(further.besides, [line]),
      ]);
      if (cut.size > 0) issues.cut(invoice, [...cut]);
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

  /** What of an invoice cannot be read, dates by the column that shows them. */
  private unreadableOf({ unreadable = [] }: InvoiceRecord): TitledValue[] {
    const { shipmentDateField, paymentDateField, dueDateField } = this.fields;
    return unreadable.flatMap((value) => {
      if (isTitled(value)) return [value];
      return [
        ...(value === INVOICE_DATE ? (['invoiceDate'] as const) : []),
        ...(value === shipmentDateField ? (['shipmentDate'] as const) : []),
        ...(value === paymentDateField ? (['paymentDate'] as const) : []),
        ...(value === dueDateField ? (['dueDate'] as const) : []),
      ];
    });
  }

  private briefLine(head: InvoiceHead, semantics: SemanticsOf, issues: IssueList): BriefLine {
    const { invoice } = head;
    const { opportunity } = invoice;
    const shippedOn = businessDay(invoice, this.fields.shipmentDateField, 'shipmentDate', issues);
    const paidOn = businessDay(invoice, this.fields.paymentDateField, 'paymentDate', issues);
    businessDay(invoice, this.fields.dueDateField ?? '', 'dueDate', issues);
    if (paidOn !== null && paidOn > this.today) {
      issues.add('paidLater', invoice, (name) => issueTexts.paidLater(name, paidOn));
    }
    return {
      head,
      sum: opportunity === null ? null : cellNumber(opportunity),
      vat: vatOf(invoice),
      invoiceDate: cellDate(invoice.dates[INVOICE_DATE] ?? null),
      shipmentDate: cellDate(shippedOn),
      paymentDate: cellDate(paidOn),
      isPaid: isPaid(invoice, this.fields.paymentDateField, semantics),
    };
  }
}

/** null where it cannot be read. */
function vatOf(invoice: InvoiceRecord): number | null {
  if (isVatUnknown(invoice)) return null;
  return hasVat(invoice.taxValue) ? cellNumber(invoice.taxValue) : 0;
}

/** null for an invoice without product rows: it has no line. */
function detailGroup(brief: BriefLine, rows: ProductRows, issues: IssueList): DetailGroup | null {
  const { head } = brief;
  const { invoice } = head;
  if (rows === 'unavailable') {
    issues.add('rowsUnavailable', invoice, issueTexts.rowsUnavailable);
    return { head, brief, lines: rows };
  }
  if (rows.length === 0) return null;
  issues.unreadable(
    invoice,
    rows.flatMap(({ unreadable = [] }) => unreadable),
  );
  const lines = detailLines(rows);
  const sums = differingSums(invoice.opportunity, lines);
  if (sums !== null) {
    const kind = sums.isSlight ? 'offByKopecks' : 'rowSumDiffers';
    issues.add(kind, invoice, (name) => issueTexts.rowSumDiffers(name, sums));
  }
  const vat = differingVat(invoice, lines);
  if (vat !== null) {
    const kind = vat.isSlight ? 'offByKopecks' : 'rowVatDiffers';
    issues.add(kind, invoice, (name) => issueTexts.rowVatDiffers(name, vat));
  }
  return { head, brief, lines };
}

function rowsOfGroup(group: DetailGroup | null): readonly DetailRow[] {
  if (group === null || group.lines === 'unavailable') return [];
  const { head, brief, lines } = group;
  return lines.map((line) => ({ head, brief, line }));
}

/** The day of shipment or payment, or by which to pay; one that stands for none is told of. */
function businessDay(
  invoice: InvoiceRecord,
  field: FieldName | '',
  column: 'shipmentDate' | 'paymentDate' | 'dueDate',
  issues: IssueList,
): IsoDate | null {
  const day = field === '' ? null : (invoice.dates[field] ?? null);
  if (day === null || dayOfBusiness(day) !== null) return day;
  issues.add('emptyDate', invoice, (name) => issueTexts.emptyDate(name, column, day));
  return null;
}

const cellDate = (day: IsoDate | null): number | null => (day === null ? null : dayNumber(day));

const isTitled = (value: InvoiceValue): value is Exclude<InvoiceValue, FieldName> => value in VALUE_TITLES;
