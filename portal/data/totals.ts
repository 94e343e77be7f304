/** An invoice's sum and VAT as the portal computes and stores them when rows are saved. */
import type { ProductRow } from './records';

/**
 * Decimals to which the VAT of one unit is rounded before it is multiplied: 2 up to sale 26.150.0 (April 2026),
 * 8 since (Bitrix24 source, sale/default_option.php, value_precision and value_precision_v2).
 */
export type TaxPrecision = 2 | 8;

const MONEY_DECIMALS = 2;

/** PHP's round: half away from zero on binary floats, forgiving the last bit. */
export function roundHalfAway(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + Number.EPSILON))) / scale;
}

export function sumOf(rows: readonly Pick<ProductRow, 'PRICE' | 'QUANTITY'>[]): number {
  return roundHalfAway(
    rows.reduce((sum, row) => sum + row.PRICE * row.QUANTITY, 0),
    MONEY_DECIMALS,
  );
}

/** Bitrix24 source, sale/lib/basketbase.php, getVatSum. */
export function taxOf(rows: readonly ProductRow[], precision: TaxPrecision): number {
  const taxes = rows.map((row) => {
    const rate = (row.TAX_RATE ?? 0) / 100;
    const unit = row.TAX_INCLUDED ? (row.PRICE * rate) / (1 + rate) : row.PRICE_EXCLUSIVE * rate;
    return roundHalfAway(roundHalfAway(unit, precision) * row.QUANTITY, precision);
  });
  return roundHalfAway(
    taxes.reduce((sum, tax) => sum + tax, 0),
    MONEY_DECIMALS,
  );
}
