/** The columns of both sheets in their order: all that is to be said of a column stands in its line here. */
import { noteTitle, VALUE_TITLES as TITLES } from '../texts/sheet-texts';
import type { InvoiceId } from '../domain/ids';
import type { BriefLine, DetailLine, InvoiceHead } from './report-model';
import type { CellValue, ColumnKind, PlannedColumn } from './SheetPlan';

export interface Column<Line> extends Pick<PlannedColumn, 'title' | 'width' | 'kind'> {
  /** An empty text is an empty cell, and a text that is too long for a cell is cut. */
  readonly value: (line: Line) => CellValue;
  /** Where the cell leads on the portal, as a path; null for no link. */
  readonly link?: (line: Line) => string | null;
  /** In what the cell's money is where that is not the invoice's currency; `''` where nobody knows. */
  readonly currency?: (line: Line) => string;
  /** What a row of totals shows in this column; nothing unless it is said. */
  readonly total?: 'label' | 'sum';
}

/** What is known of an invoice in each of its lines. */
interface InvoiceLine {
  readonly head: InvoiceHead;
}

/** A product row with its invoice, and with what «Краткий» says of that. */
export interface DetailRow extends InvoiceLine {
  readonly brief: BriefLine;
  readonly line: DetailLine;
}

export function column<Line>(
  title: string,
  width: number,
  kind: ColumnKind,
  value: Column<Line>['value'],
  more?: Pick<Column<Line>, 'link' | 'total' | 'currency'>,
): Column<Line> {
  return { title, width, kind, value, ...more };
}

const numberOf = ({ head }: InvoiceLine): string => head.invoice.accountNumber;
const INN = column<InvoiceLine>(TITLES.inn, 110, 'text', ({ head }) => head.buyer.inn);
const buyerOf = ({ head }: InvoiceLine): string => head.buyer.name;

export const BRIEF: readonly Column<BriefLine>[] = [
  column(TITLES.accountNumber, 110, 'text', numberOf, { link: ({ head }) => cardOf(head) }),
  INN,
  column(TITLES.buyer, 280, 'wrapped', buyerOf, { total: 'label' }),
  column(TITLES.opportunity, 120, 'money', ({ sum }) => sum, { total: 'sum' }),
  column(TITLES.taxValue, 120, 'vat', ({ vat }) => vat),
  column(TITLES.invoiceDate, 100, 'day', (line) => line.invoiceDate),
  column(TITLES.shipmentDate, 100, 'day', (line) => line.shipmentDate),
  column(TITLES.paymentDate, 100, 'day', (line) => line.paymentDate),
];

export const ID = column<BriefLine>(TITLES.id, 80, 'whole', ({ head }) => head.invoice.id);

/** Notes are known by the id right before them. */
export const withNotes = (
  columns: readonly Column<BriefLine>[],
  notes: number,
): readonly Column<BriefLine>[] => {
  if (notes === 0) return columns;
  const own = Array.from({ length: notes }, (_, index) =>
    column<BriefLine>(noteTitle(index), 200, 'note', () => null),
  );
  return [...columns.filter((one) => one !== ID), ID, ...own];
};

export const DETAIL: readonly Column<DetailRow>[] = [
  column(TITLES.accountNumber, 110, 'text', numberOf),
  INN,
  column(TITLES.buyer, 240, 'wrapped', buyerOf),
  column(TITLES.productName, 320, 'wrapped', ({ line }) => line.name),
  column(TITLES.quantity, 80, 'number', ({ line }) => line.quantity),
  column(TITLES.price, 110, 'money', ({ line }) => line.price),
  column(TITLES.rowSum, 120, 'money', ({ line }) => line.sum),
  column(TITLES.rowVat, 120, 'vat', ({ line }) => line.vat),
];

/** The columns as a plan bears them: data alone. */
export const planned = <Line>(columns: readonly Column<Line>[]): readonly PlannedColumn[] =>
  columns.map(({ title, width, kind, link, total = null }) => ({
    title,
    width,
    kind,
    hasLinks: link !== undefined,
    total,
  }));

const cardOf = ({ invoice: { id, accountNumber } }: InvoiceHead): string | null =>
  accountNumber === '' ? null : cardPath(id);

/** Where the card of an invoice is on the portal (Bitrix24 source, crm/lib/Service/Router.php). */
export const cardPath = (id: InvoiceId): string => `/crm/type/31/details/${id}/`;
