/** Odd product rows and sums. */
import type { ProductRow } from './records';
import { oddInvoice } from './odd-case';

const manyRows = (count: number): Partial<ProductRow>[] =>
  Array.from({ length: count }, (_, index) => ({
    PRODUCT_NAME: `Позиция ${index + 1}`,
    PRICE: 10 + index,
    QUANTITY: 1,
  }));

const atRate = (rate: number | null) => oddInvoice({ rows: [{ PRICE: 1220, QUANTITY: 3, TAX_RATE: rate }] });

export const ODD_ROWS = {
  '51 rows': oddInvoice({ rows: manyRows(51) }),
  '120 rows': oddInvoice({ rows: manyRows(120) }),
  'no rows': oddInvoice({ rows: [], OPPORTUNITY: 15000, TAX_VALUE: 0 }),
  'rate 22': atRate(22),
  'rate 20': atRate(20),
  'rate 10': atRate(10),
  'rate 7': atRate(7),
  'rate 5': atRate(5),
  'rate 0': atRate(0),
  'no rate': atRate(null),
  'mixed rates': oddInvoice({
    rows: [{ TAX_RATE: 20 }, { TAX_RATE: 10 }, { TAX_RATE: 0 }, { TAX_RATE: null }],
  }),
  'tax on top': oddInvoice({ rows: [{ PRICE: 1200, TAX_INCLUDED: false }] }),
  'fractional quantity': oddInvoice({
    rows: [
      { PRICE: 99.99, QUANTITY: 0.3333 },
      { PRICE: 10, QUANTITY: 12.5 },
    ],
  }),
  'eight decimals': oddInvoice({
    rows: [
      { PRICE: 0.12345678, QUANTITY: 1000 },
      { PRICE: 33.33333333, QUANTITY: 3 },
    ],
  }),
  'half a kopeck': oddInvoice({
    rows: [
      { PRICE: 0.35, QUANTITY: 1000 },
      { PRICE: 1.005, QUANTITY: 1 },
    ],
  }),
  'zero row': oddInvoice({
    rows: [
      { PRICE: 0, QUANTITY: 5 },
      { PRICE: 500, QUANTITY: 0 },
    ],
  }),
  'negative row': oddInvoice({ rows: [{ PRICE: 1000 }, { PRODUCT_NAME: 'Скидка', PRICE: -150.5 }] }),
  discounts: oddInvoice({
    rows: [
      { PRICE: 900, DISCOUNT_TYPE_ID: 2, DISCOUNT_RATE: 10, DISCOUNT_SUM: 83.33333333 },
      { PRICE: 900, DISCOUNT_TYPE_ID: 1, DISCOUNT_SUM: 100 },
    ],
  }),
  'equal sort': oddInvoice({
    rows: [
      { PRODUCT_NAME: 'Первый', SORT: 10 },
      { PRODUCT_NAME: 'Второй', SORT: 10 },
    ],
  }),
  'manual sum': oddInvoice({ IS_MANUAL_OPPORTUNITY: true, OPPORTUNITY: 99999.99 }),
  'null sum': oddInvoice({ rows: [], OPPORTUNITY: null, TAX_VALUE: null }),
  'tax 0': oddInvoice({ TAX_VALUE: 0, rows: [{ TAX_RATE: null }] }),
  'tax null': oddInvoice({ TAX_VALUE: null, rows: [{ TAX_RATE: null }] }),
  'huge sum': oddInvoice({ rows: [{ PRICE: 123456789012.34, QUANTITY: 1 }] }),
  'deleted product': oddInvoice({ rows: [{ PRODUCT_ID: 77, PRODUCT_NAME: null }] }),
};
