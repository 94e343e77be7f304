/** Every odd case of the demo data by name, so that a test can find its invoices. */
import { ODD_BUYERS } from './odd-buyers';
import type { OddCase, OddContext } from './odd-case';
import { ODD_INVOICES } from './odd-invoices';
import { ODD_ROWS } from './odd-rows';
import { ODD_TEXTS } from './odd-texts';

export const ODD_CASES = { ...ODD_ROWS, ...ODD_TEXTS, ...ODD_BUYERS, ...ODD_INVOICES };

export type OddCaseName = keyof typeof ODD_CASES;

/** Invoice ids of each case. */
export type OddInvoices = Readonly<Record<OddCaseName, readonly number[]>>;

export function addOddCases(context: OddContext): OddInvoices {
  const entries = Object.entries<OddCase>(ODD_CASES).map(([name, add]) => [name, add(context)] as const);
  return Object.fromEntries(entries) as OddInvoices;
}
