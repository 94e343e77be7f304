/** What is said of the payment by its date, by the paid sum and by the stage. */
import { multiply, rounded } from '../report/money';
import { moneyIn } from '../report/standing';
import { checkDetails as SAID, shownStage } from '../texts/check-texts';
import { ofInvoice, type CheckedInvoice } from './check';

export const paymentChecks = {
  'paid-stage': ofInvoice('warning', (checked, { payment }) => {
    const { paidOn, semantics } = checked;
    if (payment.paymentDateField === '') return null;
    if (paidOn !== null) return semantics === 'S' ? null : SAID.paidInOpenStage(paidOn, stageOf(checked));
    return semantics === 'S' ? SAID.unpaidInSuccess(stageOf(checked)) : null;
  }),
  'paid-open': ofInvoice('warning', (checked, { payment }) => {
    const { invoice, line, standing, semantics } = checked;
    if (line.isPaid || !standing.isPaid || semantics === 'F') return null;
    const stage = payment.paymentDateField === '' ? stageOf(checked) : null;
    return SAID.paidOpen(standing.paidSum ?? 0, rounded(multiply(invoice.opportunity ?? 0, 1)), stage);
  }),
  'paid-currency': ofInvoice('warning', ({ invoice: { fields, currency } }, { payment }) => {
    const field = payment.paidSumField;
    const paid = field === '' ? null : moneyIn(fields?.[field]);
    if (paid === null || ['', currency].includes(paid.currency)) return null;
    return rounded(multiply(paid.sum, 1)) === 0 ? null : SAID.paidCurrency(paid.currency, currency);
  }),
  'stage-unknown': ofInvoice('warning', ({ stage, invoice }) =>
    stage === null ? SAID.stageUnknown(invoice.stageId) : null,
  ),
} as const;

const stageOf = ({ stage, invoice }: CheckedInvoice): string =>
  shownStage(stage?.name ?? null, invoice.stageId);
