/** The table of invoices: a line of «Краткий» with all its further columns, and the ids that join it to the portal. */
import { BRIEF_COLUMNS } from '../src/domain/column-names';
import type { FieldName } from '../src/domain/ids';
import type { FieldRecord } from '../src/domain/records';
import type { Column } from '../src/report/columns';
import { BRIEF } from '../src/report/columns';
import type { FurtherColumns } from '../src/report/further-columns';
import { exactly, inHundredths, minus } from '../src/report/money';
import type { BriefLine } from '../src/report/report-model';
import { hasVat, isVatUnknown } from '../src/report/totals';
import { moneyIn, type PaymentFields } from '../src/report/standing';
import type { CellValue } from '../src/report/SheetPlan';
import type { TableColumn } from './columns';
import { tableTexts } from './texts';
import type { InvoiceLine } from './InvoiceLine';
import { userFieldColumn } from './user-field-column';

type InvoiceColumn = TableColumn<InvoiceLine>;

/** In the order of `BRIEF`. */
const FIXED_NAMES = [
  'number',
  'inn',
  'buyer',
  'sum',
  'vat',
  'invoice_date',
  'shipment_date',
  'payment_date',
] as const;

/** In the order of `BRIEF_COLUMNS`. */
const FURTHER_NAMES = [
  ...[
    'kpp',
    'stage',
    'pipeline',
    'status',
    'due_date',
    'overdue_days',
    'paid_sum',
    'debt',
    'currency',
    'title',
  ],
  ...['comments', 'our_company', 'created_date', 'id'],
] as const;

const ZERO = exactly(0);

/**
 * @param further the columns of `BRIEF_COLUMNS` in their order
 * @param userFields that are to be shown besides
 */
export function invoiceColumns(
  further: FurtherColumns['brief'],
  payment: PaymentFields,
  userFields: readonly FieldRecord[],
): readonly InvoiceColumn[] {
  const sheetColumns = [
    ...BRIEF.map((column, index) => [FIXED_NAMES[index] ?? '', column] as const),
    ...BRIEF_COLUMNS.map((_, index) => [FURTHER_NAMES[index] ?? '', further[index]] as const),
  ];
  const exact = exactColumns(payment);
  const shown = sheetColumns.flatMap(([name, column]) =>
    column === undefined ? [] : [exact[name]?.(column.title) ?? asOnSheet(name, column)],
  );
  const isId = ({ name }: InvoiceColumn): boolean => name === 'id';
  return [
    ...shown.filter(isId),
    ...shown.filter((column) => !isId(column)),
    ...idColumns(),
    ...userFields.map(userFieldColumn),
  ];
}

/** Whose numbers are no nearest doubles. */
const exactColumns = ({
  paidSumField,
}: PaymentFields): Readonly<Record<string, (comment: string) => InvoiceColumn>> => ({
  sum: (comment) => ({
    ...{ name: 'sum', type: 'money', comment },
    value: ({ brief: { head } }) => exactOf(head.invoice.opportunity),
  }),
  vat: (comment) => ({
    ...{ name: 'vat', type: 'money', comment },
    value: ({ brief: { head } }) => {
      if (isVatUnknown(head.invoice)) return null;
      return hasVat(head.invoice.taxValue) ? exactOf(head.invoice.taxValue) : ZERO;
    },
  }),
  paid_sum: (comment) => ({
    ...{ name: 'paid_sum', type: 'money', comment },
    value: (line) => paidSumOf(line, paidSumField),
  }),
  debt: (comment) => ({
    ...{ name: 'debt', type: 'money', comment },
    value: (line) => {
      const sum = exactOf(line.brief.head.invoice.opportunity);
      if (line.standing.debt === null || sum === null) return null;
      return minus(sum, paidSumOf(line, paidSumField) ?? ZERO);
    },
  }),
});

const exactOf = (value: number | string | null) => (value === null ? null : inHundredths(exactly(value)));

/** What is null on the sheet is so here. */
function paidSumOf({ brief, standing }: InvoiceLine, field: FieldName | '') {
  if (field === '' || standing.paidSum === null) return null;
  return exactOf(moneyIn(brief.head.invoice.fields?.[field])?.sum ?? null);
}

/** As the sheet shows it, texts, days and whole numbers. */
function asOnSheet(name: string, { title: comment, kind, value }: Column<BriefLine>): InvoiceColumn {
  const of = ({ brief }: InvoiceLine): CellValue => value(brief);
  if (kind === 'day') return { name, type: 'day', comment, value: (line) => numberIn(of(line)) };
  if (kind === 'whole')
    return { name, type: name === 'id' ? 'id' : 'whole', comment, value: (line) => numberIn(of(line)) };
  return { name, type: 'text', comment, value: (line) => textIn(of(line)) };
}

const numberIn = (value: CellValue): number | null => (typeof value === 'number' ? value : null);
const textIn = (value: CellValue): string | null => (value === null ? null : String(value));

function idColumns(): readonly InvoiceColumn[] {
  return [
    {
      ...{ name: 'updated_time', type: 'moment', comment: tableTexts.updatedTime },
      value: ({ brief }) => momentIn(brief.head.invoice.updatedTime),
    },
    {
      ...{ name: 'company_id', type: 'id', comment: tableTexts.companyId },
      value: ({ brief }) => brief.head.invoice.companyId,
    },
    {
      ...{ name: 'contact_id', type: 'id', comment: tableTexts.contactId },
      value: ({ brief }) => brief.head.invoice.contactId,
    },
    {
      ...{ name: 'requisite_id', type: 'id', comment: tableTexts.requisiteId },
      value: ({ brief }) => brief.head.buyer.requisite?.id ?? null,
    },
    {
      ...{ name: 'our_company_id', type: 'id', comment: tableTexts.ourCompanyId },
      value: ({ brief }) => brief.head.invoice.ownCompanyId ?? null,
    },
    {
      ...{ name: 'stage_id', type: 'text', comment: tableTexts.stageId },
      value: ({ brief }) => brief.head.invoice.stageId,
    },
  ];
}

function momentIn(time: string | null): number | null {
  const moment = Date.parse(time ?? '');
  return Number.isNaN(moment) ? null : moment;
}
