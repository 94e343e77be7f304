/** The columns of one's choice, in their order: all that is to be said of each stands in its line here. */
import { BY_PAID_SUM, type BriefColumnName, type DetailColumnName } from '../domain/column-names';
import { calendarDay, dayNumber } from '../domain/calendar-day';
import type { FieldName, IsoDate } from '../domain/ids';
import type {
  CategoryRecord,
  FieldRecord,
  InvoiceRecord,
  PortalDecimal,
  ProductRow,
  StageRecord,
} from '../domain/records';
import { pipelineUnknown, VALUE_TITLES as TITLES } from '../texts/sheet-texts';
import { column, ID, type Column, type DetailRow } from './columns';
import { semanticsOf } from './invoice-filter';
import { cellNumber, exactly, inHundredths, minus, nearest, times, type ExactDecimal } from './money';
import { ownCompanyName, ownCompanyOf, type OwnCompanies } from './own-company';
import { rateName } from './rate';
import type { BriefLine } from './report-model';
import { stageNames } from './stage-name';
import { standingOf, unreadPaidSum, type PaymentFields, type Standing } from './standing';
import { isUnread, titleOf, userFieldColumn } from './user-field-column';

/** What the cells of further columns are made of, beside the lines themselves. */
export interface ColumnFacts {
  readonly payment: PaymentFields;
  readonly today: IsoDate;
  readonly stages: readonly StageRecord[];
  readonly categories: readonly CategoryRecord[];
  readonly ownCompanies: OwnCompanies;
  readonly fields: readonly FieldRecord[];
  /** Whether a sheet besides goes by paid sums. */
  readonly goesByDebts: boolean;
  /** Whether «НДС» is made; it is not unless said. */
  readonly showsVat?: boolean;
}

export interface FurtherColumns {
  readonly brief: readonly Column<BriefLine>[];
  readonly detail: readonly Column<DetailRow>[];
  /** What a sheet besides shows of an invoice beyond the columns that «Краткий» always has. */
  readonly besides: readonly Column<BriefLine>[];
  /** The titles of what they cannot show of an invoice, as it is no value of its kind. */
  readonly unreadIn: (invoice: InvoiceRecord) => readonly string[];
}

export interface ColumnSettings {
  readonly briefColumns: readonly BriefColumnName[];
  readonly detailColumns: readonly DetailColumnName[];
}

type KnownBriefName = Exclude<BriefColumnName, FieldName>;

export function furtherColumns(settings: ColumnSettings, facts: ColumnFacts): FurtherColumns {
  const brief = briefColumns(facts);
  const detail = detailColumns(brief);
  const fields = new Map(facts.fields.map((field) => [field.name as BriefColumnName, field]));
  const shown = settings.briefColumns.flatMap((name) => fields.get(name) ?? []);
  const columns: readonly string[] = [...settings.briefColumns, ...settings.detailColumns];
  const goesByPaidSum = facts.goesByDebts || columns.some((name) => BY_PAID_SUM.includes(name));
  return {
    unreadIn: (invoice) => [
      ...(goesByPaidSum ? unreadPaidSum(invoice, facts.payment) : []),
      ...shown.filter((field) => isUnread(field, invoice)).map(titleOf),
    ],
    brief: settings.briefColumns.flatMap((name) => {
      const field = fields.get(name);
      if (isUserField(name)) return field === undefined ? [] : [userFieldColumn(field)];
      return [brief[name]];
    }),
    detail: settings.detailColumns.map((name) => detail[name]),
    besides: facts.showsVat === true ? [brief.kpp, brief.ourCompany] : [],
  };
}

const isUserField = (name: BriefColumnName): name is FieldName => name.startsWith('UF_');

function briefColumns(facts: ColumnFacts): Readonly<Record<KnownBriefName, Column<BriefLine>>> {
  const stageName = stageNames(facts.stages);
  const pipelines = new Map(facts.categories.map(({ id, name }) => [id, name]));
  const standing = standings(facts);
  const pipelineOf = (id: number | null | undefined): string | null =>
    id === null || id === undefined ? null : (pipelines.get(id) ?? pipelineUnknown(id));
  return {
    kpp: column(TITLES.kpp, 90, 'text', ({ head }) => head.buyer.kpp ?? null),
    stage: column(TITLES.stage, 140, 'wrapped', ({ head }) => stageName(head.invoice.stageId)),
    pipeline: column(TITLES.pipeline, 140, 'wrapped', ({ head }) => pipelineOf(head.invoice.categoryId)),
    status: column(TITLES.status, 120, 'text', (line) => standing(line).status),
    dueDate: column(TITLES.dueDate, 100, 'day', (line) => standing(line).dueDate),
    overdueDays: column(TITLES.overdueDays, 90, 'whole', (line) => standing(line).overdueDays),
    paidSum: column(TITLES.paidSum, 120, 'money', (line) => standing(line).paidSum),
    debt: column(TITLES.debt, 120, 'money', (line) => standing(line).debt),
    currency: column(TITLES.currency, 70, 'text', ({ head }) => head.invoice.currency),
    title: column(TITLES.title, 240, 'wrapped', ({ head }) => head.invoice.title ?? null),
    comments: column(TITLES.comments, 280, 'wrapped', ({ head }) => head.invoice.comments ?? null),
    ourCompany: column(TITLES.ownCompany, 200, 'wrapped', ({ head }) =>
      ownCompanyName(ownCompanyOf(head.invoice), facts.ownCompanies),
    ),
    created: column(TITLES.created, 100, 'day', ({ head }) => {
      const day = calendarDay(head.invoice.createdTime, 'datetime');
      return day === null ? null : dayNumber(day);
    }),
    id: ID,
  };
}

function detailColumns(
  brief: Readonly<Record<KnownBriefName, Column<BriefLine>>>,
): Readonly<Record<DetailColumnName, Column<DetailRow>>> {
  /** What is said of the row's invoice, as on «Краткий». */
  const ofInvoice = ({ title, width, kind, value }: Column<BriefLine>): Column<DetailRow> =>
    column(title, width, kind, ({ brief: line }) => value(line));
  const day = (title: string, dayOf: (line: BriefLine) => number | null): Column<DetailRow> =>
    ofInvoice(column(title, 100, 'day', dayOf));
  const price = (value: PortalDecimal | undefined): number | null =>
    value === undefined ? null : cellNumber(value);
  const ofRow = (
    title: string,
    width: number,
    kind: Column<DetailRow>['kind'],
    value: (row: ProductRow) => string | number | null,
  ): Column<DetailRow> => column(title, width, kind, ({ line: { row } }) => row && value(row));
  return {
    unit: ofRow(TITLES.unit, 70, 'text', ({ unit }) => unit ?? null),
    vatRate: ofRow(TITLES.taxRate, 90, 'text', rateName),
    priceWithoutVat: ofRow(TITLES.netPrice, 110, 'money', ({ netPrice }) => price(netPrice)),
    fullPrice: ofRow(TITLES.fullPrice, 110, 'money', ({ fullPrice }) => price(fullPrice)),
    discount: ofRow(TITLES.discount, 110, 'money', discountOf),
    productId: ofRow(TITLES.productId, 90, 'whole', ({ productId }) => productId ?? null),
    externalId: ofRow(TITLES.externalId, 120, 'text', ({ externalId }) => externalId ?? null),
    invoiceDate: day(TITLES.invoiceDate, (line) => line.invoiceDate),
    shipmentDate: day(TITLES.shipmentDate, (line) => line.shipmentDate),
    paymentDate: day(TITLES.paymentDate, (line) => line.paymentDate),
    status: ofInvoice(brief.status),
    stage: ofInvoice(brief.stage),
    currency: ofInvoice(brief.currency),
    ourCompany: ofInvoice(brief.ourCompany),
    kpp: ofInvoice(brief.kpp),
  };
}

/** Several columns ask for the same invoice, and each of its rows does. Nothing is held of those that are let go of. */
function standings({ payment, stages, today }: ColumnFacts): (line: BriefLine) => Standing {
  const known = new WeakMap<InvoiceRecord, Standing>();
  const semantics = semanticsOf(stages);
  return ({ head: { invoice }, isPaid }) => {
    const made =
      known.get(invoice) ?? standingOf(invoice, isPaid, semantics(invoice.stageId), payment, today);
    known.set(invoice, made);
    return made;
  };
}

/** What the buyer is spared on the whole row, exactly, rounded to hundredths. */
export function exactDiscountOf({ fullPrice, price, quantity }: ProductRow): ExactDecimal | null {
  if (fullPrice === undefined || price === null || quantity === null) return null;
  return inHundredths(times(minus(exactly(fullPrice), exactly(price)), exactly(quantity)));
}

/** The same as a cell holds it. */
export function discountOf(row: ProductRow): number | null {
  const discount = exactDiscountOf(row);
  return discount === null ? null : nearest(discount);
}
