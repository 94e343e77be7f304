/** The VAT of rows: its rates, by the day on which they hold, and whether it adds up to the invoice's. */
import type { PortalDecimal, ProductRow } from '../domain/records';
import type { IsoDate } from '../domain/ids';
import { BigDecimal, bigOf } from '../report/money';
import { rateName } from '../report/rate';
import { differingVat } from '../report/row-sums';
import { checkDetails as SAID } from '../texts/check-texts';
import { linesOf, ofInvoice, ofRows, type CheckedInvoice } from './check';
import { differing } from './row-checks';

/** Rates of the Russian Tax Code, article 164, those of simplified taxation among them; 18 was one before 2019. */
const RATES = [0, 5, 7, 10, 18, 20, 22];

/** On which days a rate holds, both inclusive. */
const PERIODS: readonly { readonly rate: number; readonly from?: string; readonly before?: string }[] = [
  { rate: 22, from: '2026-01-01' },
  { rate: 20, from: '2019-01-01', before: '2026-01-01' },
  { rate: 18, before: '2019-01-01' },
];

export const vatChecks = {
  'vat-differs': ofInvoice('warning', (checked) => {
    const lines = linesOf(checked);
    if (lines.some(({ sum }) => sum === null)) return null;
    const vat = differingVat(checked.invoice, lines);
    if (vat === null) return null;
    const gap = new BigDecimal(vat.ofRows).minus(vat.ofInvoice).abs();
    return gap.gt(roundingOf(checked)) ? differing(vat) : null;
  }),
  'rate-date': ofRows('error', (row, _, { shippedOn, invoicedOn }) => {
    const day = shippedOn ?? invoicedOn;
    if (day === null || holdsOn(row, day)) return null;
    const rate = rateName(row) ?? '';
    if (shippedOn !== null) return SAID.rateByShipment(rate, day);
    return { details: SAID.rateByInvoice(rate, day), importance: 'warning' };
  }),
  'rate-unusual': ofRows('warning', (row) => {
    const isUsual = row.taxRate === null || RATES.some((rate) => isRate(row, rate));
    return isUsual ? null : SAID.rateUnusual(rateName(row) ?? '');
  }),
  'rates-mixed': ofInvoice('warning', (checked) => {
    const [at20, at22] = [rowsAt(checked, 20), rowsAt(checked, 22)];
    return at20 > 0 && at22 > 0 ? SAID.ratesMixed(at20, at22) : null;
  }),
} as const;

const isRate = ({ taxRate }: Pick<ProductRow, 'taxRate'>, rate: number): boolean =>
  taxRate !== null && Number(taxRate) === rate;

const rowsAt = (checked: CheckedInvoice, rate: number): number =>
  linesOf(checked).filter(({ row }) => row !== null && isRate(row, rate)).length;

/** Of a rate that always held nothing is known. */
function holdsOn(row: ProductRow, day: IsoDate): boolean {
  const period = PERIODS.find(({ rate }) => isRate(row, rate));
  if (period === undefined) return true;
  const { from = '', before = '9999-99-99' } = period;
  return from <= day && day < before;
}

/**
 * What the portal's rounding may make of it: it rounds the VAT of one piece, and the sheets that of a row. Half a kopeck
 * for each piece of each row with a rate, and as much for the row.
 */
function roundingOf(checked: CheckedInvoice): ReturnType<typeof bigOf> {
  return linesOf(checked)
    .flatMap(({ row }) => (row === null || row.taxRate === null ? [] : [row.quantity ?? 0]))
    .reduce((sum, quantity) => sum.plus(piecesOf(quantity).plus(1).times('0.005')), new BigDecimal(0));
}

function piecesOf(quantity: PortalDecimal): ReturnType<typeof bigOf> {
  const pieces = bigOf(quantity).abs();
  return pieces.lt(1) ? new BigDecimal(1) : pieces;
}
