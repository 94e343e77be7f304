/** The table of product rows: a line of «Полный» with what is known of the row, and the ids that join it. */
import type { PortalDecimal, ProductRow } from '../src/domain/records';
import { DETAIL } from '../src/report/columns';
import type { DetailRow } from '../src/report/columns';
import { exactDiscountOf } from '../src/report/further-columns';
import { exactly, inHundredths, multiply, type ExactDecimal } from '../src/report/money';
import { isRateUnreadable } from '../src/report/rate';
import { vatInHundredths } from '../src/report/vat';
import { VALUE_TITLES as TITLES } from '../src/texts/sheet-texts';
import type { TableColumn } from './columns';
import { tableTexts } from './texts';

/** One line of the detail sheet and its place among those of its invoice, from 1. */
export interface ProductLine extends DetailRow {
  readonly position: number;
}

type LineColumn = TableColumn<ProductLine>;

const [NUMBER, INN, BUYER, PRODUCT, QUANTITY, PRICE, SUM, VAT] = DETAIL.map(({ title }) => title);

export const LINE_COLUMNS: readonly LineColumn[] = [
  { name: 'invoice_id', type: 'id', comment: tableTexts.invoiceId, value: ({ head }) => head.invoice.id },
  { name: 'row_id', type: 'id', comment: tableTexts.rowId, value: ({ line }) => line.row?.id ?? null },
  { name: 'position', type: 'whole', comment: tableTexts.position, value: ({ position }) => position },
  { name: 'number', type: 'text', comment: NUMBER ?? '', value: ({ head }) => head.invoice.accountNumber },
  { name: 'inn', type: 'text', comment: INN ?? '', value: ({ head }) => head.buyer.inn },
  { name: 'buyer', type: 'text', comment: BUYER ?? '', value: ({ head }) => head.buyer.name },
  { name: 'product', type: 'text', comment: PRODUCT ?? '', value: ({ line }) => line.name },
  amount('quantity', QUANTITY ?? '', ({ quantity }) => quantity),
  amount('price', PRICE ?? '', ({ price }) => price),
  { name: 'sum', type: 'money', comment: SUM ?? '', value: ({ line }) => line.row && sumOf(line.row) },
  { name: 'vat', type: 'money', comment: VAT ?? '', value: ({ line }) => line.row && vatOf(line.row) },
  { name: 'currency', type: 'text', comment: TITLES.currency, value: ({ head }) => head.invoice.currency },
  { name: 'unit', type: 'text', comment: TITLES.unit, value: ({ line }) => line.row?.unit ?? null },
  amount('vat_rate', tableTexts.vatRate, ({ taxRate }) => taxRate),
  {
    ...{ name: 'has_vat', type: 'flag', comment: tableTexts.hasVat },
    value: ({ line: { row } }) => (row === null || isRateUnreadable(row) ? null : row.taxRate !== null),
  },
  amount('price_without_vat', TITLES.netPrice, ({ netPrice }) => netPrice ?? null),
  amount('full_price', TITLES.fullPrice, ({ fullPrice }) => fullPrice ?? null),
  {
    ...{ name: 'discount', type: 'money', comment: TITLES.discount },
    value: ({ line }) => line.row && exactDiscountOf(line.row),
  },
  {
    ...{ name: 'product_id', type: 'id', comment: TITLES.productId },
    value: ({ line }) => line.row?.productId ?? null,
  },
  {
    ...{ name: 'external_id', type: 'text', comment: TITLES.externalId },
    value: ({ line }) => line.row?.externalId ?? null,
  },
];

function amount(name: string, comment: string, of: (row: ProductRow) => PortalDecimal | null): LineColumn {
  const value = ({ line: { row } }: ProductLine): ExactDecimal | null => {
    const found = row === null ? null : of(row);
    return found === null ? null : exactly(found);
  };
  return { name, type: 'amount', comment, value };
}

const grossOf = ({ price, quantity }: ProductRow): ExactDecimal | null =>
  price === null || quantity === null ? null : multiply(price, quantity);

function sumOf(row: ProductRow): ExactDecimal | null {
  const gross = grossOf(row);
  return gross === null ? null : inHundredths(gross);
}

/** 0 where there is none, null where nobody knows. */
function vatOf(row: ProductRow): ExactDecimal | null {
  if (isRateUnreadable(row)) return null;
  if (row.taxRate === null) return exactly(0);
  const gross = grossOf(row);
  return gross === null ? null : vatInHundredths(gross, row.taxRate);
}
