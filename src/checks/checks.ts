/** All checks, in the order of their lines. */
import type { CheckName } from '../domain/check-names';
import { buyerChecks } from './buyer-checks';
import type { Check } from './check';
import { dateChecks } from './date-checks';
import { numberChecks } from './number-checks';
import { paymentChecks } from './payment-checks';
import { rowChecks } from './row-checks';
import { sumChecks } from './sum-checks';
import { textChecks } from './text-checks';
import { vatChecks } from './vat-checks';

/** Their titles are in `CHECK_TITLES`, their order in `CHECK_NAMES`. */
export const CHECKS: Readonly<Record<CheckName, Check>> = {
  ...buyerChecks,
  ...numberChecks,
  ...sumChecks,
  ...rowChecks,
  ...vatChecks,
  ...dateChecks,
  ...paymentChecks,
  ...textChecks,
};
