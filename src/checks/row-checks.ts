/** The product rows of an invoice, and whether they add up to it. */
import { bigOf } from '../report/money';
import { exactDifference } from '../report/ExactSum';
import { differingSums, type DifferingSums } from '../report/row-sums';
import type { PortalDecimal } from '../domain/records';
import { checkDetails as SAID } from '../texts/check-texts';
import { decimal } from '../texts/russian';
import { linesOf, ofInvoice, ofRows } from './check';

export const rowChecks = {
  'rows-unavailable': ofInvoice('error', ({ lines }) =>
    lines === 'unavailable' ? SAID.rowsUnavailable : null,
  ),
  'rows-missing': ofInvoice('warning', ({ lines }) =>
    lines !== 'unavailable' && lines.length === 0 ? SAID.rowsMissing : null,
  ),
  'row-empty': ofRows('error', ({ price, quantity }) =>
    price === null || quantity === null ? SAID.rowEmpty : null,
  ),
  'row-zero': ofRows('remark', ({ price, quantity }) => {
    if (price === null || quantity === null) return null;
    const isZero = Number(price) === 0 || Number(quantity) === 0;
    return isZero ? SAID.rowZero(shown(quantity), shown(price)) : null;
  }),
  'row-negative': ofRows('warning', (_, { sum }) => (sum !== null && sum < 0 ? SAID.rowNegative(sum) : null)),
  'rows-differ': ofInvoice('warning', (checked) => {
    const { invoice } = checked;
    const sums = differingSums(invoice.opportunity, linesOf(checked));
    if (sums === null) return null;
    const details = differing(sums);
    return invoice.isManualSum === true
      ? { details: `${details} ${SAID.manualSum}`, importance: 'remark' }
      : details;
  }),
} as const;

const shown = (value: PortalDecimal): string => decimal(bigOf(value).toFixed());

export const differing = ({ ofRows: rows, ofInvoice: invoice }: DifferingSums): string =>
  SAID.sumsDiffer({ ofRows: rows, ofInvoice: invoice, difference: exactDifference(rows, invoice) });
