/** What an invoice is worth. */
import { multiply, rounded } from '../report/money';
import { checkDetails as SAID } from '../texts/check-texts';
import { ofInvoice, type CheckedInvoice } from './check';

/** In kopecks, as people see it; null where there is none. */
function sumOf({ invoice: { opportunity } }: CheckedInvoice): number | null {
  return opportunity === null ? null : rounded(multiply(opportunity, 1));
}

export const sumChecks = {
  'sum-empty': ofInvoice('error', (checked) => (sumOf(checked) === null ? SAID.sumEmpty : null)),
  'sum-zero': ofInvoice('warning', (checked) => (sumOf(checked) === 0 ? SAID.sumIs(0) : null)),
  'sum-negative': ofInvoice('warning', (checked) => {
    const sum = sumOf(checked) ?? 0;
    return sum < 0 ? SAID.sumIs(sum) : null;
  }),
  'currency-missing': ofInvoice('warning', ({ invoice }) =>
    invoice.currency === '' ? SAID.currencyMissing : null,
  ),
} as const;
