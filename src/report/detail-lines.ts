/** The product rows of one invoice as lines of the detail sheet. */
import type { PortalDecimal, ProductRow } from '../domain/records';
import { cellNumber, multiply, rounded } from './money';
import type { DetailLine } from './report-model';
import { vatWithin } from './vat';

export function detailLines(rows: readonly ProductRow[]): DetailLine[] {
  return inOrder(rows).map(detailLine);
}

function detailLine(row: ProductRow): DetailLine {
  const { name, price, quantity, taxRate, unreadable } = row;
  const isRateUnknown = unreadable?.includes('taxRate') === true;
  const gross = price === null || quantity === null ? null : multiply(price, quantity);
  return {
    row,
    name,
    quantity: quantity === null ? null : cellNumber(quantity),
    price: price === null ? null : cellNumber(price),
    sum: gross === null ? null : rounded(gross),
    vat: isRateUnknown ? null : rowVat(gross, taxRate),
    hasVat: isRateUnknown || taxRate !== null,
  };
}

function rowVat(gross: ReturnType<typeof multiply> | null, taxRate: PortalDecimal | null): number | null {
  if (taxRate === null) return 0;
  return gross === null ? null : vatWithin(gross, taxRate);
}

/** By sort, then id; the portal mostly sends them so, and then nothing is copied. */
function inOrder(rows: readonly ProductRow[]): readonly ProductRow[] {
  const isInOrder = rows.every((row, index) => {
    const previous = rows[index - 1];
    return previous === undefined || compareRows(previous, row) <= 0;
  });
  return isInOrder ? rows : [...rows].sort(compareRows);
}

function compareRows(a: ProductRow, b: ProductRow): number {
  return a.sort - b.sort || a.id - b.id;
}
