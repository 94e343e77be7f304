/** The columns of both sheets in their order: all that is to be said of a column stands in its line here. */
import { VALUE_TITLES as TITLES } from '../texts/sheet-texts';
import type { BriefLine, DetailLine, InvoiceHead } from './report-model';
import type { CellValue, PlannedColumn } from './SheetPlan';

export interface Column<Line> extends Pick<PlannedColumn, 'title' | 'width' | 'kind'> {
  /** An empty text is an empty cell, and a text that is too long for a cell is cut. */
  readonly value: (line: Line) => CellValue;
  /** Where the cell leads on the portal, as a path; null for no link. */
  readonly link?: (line: Line) => string | null;
  /** What a row of totals shows in this column; nothing unless it is said. */
  readonly total?: 'label' | 'sum';
}

/** What is known of an invoice in each of its lines. */
interface InvoiceLine {
  readonly head: InvoiceHead;
}

/** A product row with its invoice. */
export interface DetailRow extends InvoiceLine {
  readonly line: DetailLine;
}

const NUMBER: Column<InvoiceLine> = {
  title: TITLES.accountNumber,
  width: 110,
  kind: 'text',
  value: ({ head }) => head.invoice.accountNumber,
};

const INN: Column<InvoiceLine> = {
  title: TITLES.inn,
  width: 110,
  kind: 'text',
  value: ({ head }) => head.buyer.inn,
};

const buyer = (width: number): Column<InvoiceLine> => ({
  title: TITLES.buyer,
  width,
  kind: 'wrapped',
  value: ({ head }) => head.buyer.name,
});

export const BRIEF: readonly Column<BriefLine>[] = [
  { ...NUMBER, link: ({ head }) => cardOf(head) },
  INN,
  { ...buyer(280), total: 'label' },
  { title: TITLES.opportunity, width: 120, kind: 'money', value: ({ sum }) => sum, total: 'sum' },
  { title: TITLES.taxValue, width: 120, kind: 'vat', value: ({ vat }) => vat },
  { title: TITLES.invoiceDate, width: 100, kind: 'day', value: ({ invoiceDate }) => invoiceDate },
  { title: TITLES.shipmentDate, width: 100, kind: 'day', value: ({ shipmentDate }) => shipmentDate },
  { title: TITLES.paymentDate, width: 100, kind: 'day', value: ({ paymentDate }) => paymentDate },
];

export const DETAIL: readonly Column<DetailRow>[] = [
  NUMBER,
  INN,
  buyer(240),
  { title: TITLES.productName, width: 320, kind: 'wrapped', value: ({ line }) => line.name },
  { title: TITLES.quantity, width: 80, kind: 'number', value: ({ line }) => line.quantity },
  { title: TITLES.price, width: 110, kind: 'money', value: ({ line }) => line.price },
  { title: TITLES.rowSum, width: 120, kind: 'money', value: ({ line }) => line.sum },
  { title: TITLES.rowVat, width: 120, kind: 'vat', value: ({ line }) => line.vat },
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

/** Where the card of an invoice is (Bitrix24 source, crm/lib/Service/Router.php). */
const cardOf = ({ invoice: { id, accountNumber } }: InvoiceHead): string | null =>
  accountNumber === '' ? null : `/crm/type/31/details/${id}/`;
