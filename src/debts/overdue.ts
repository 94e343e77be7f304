/** What is overdue of all debts, as a result tells it. */
import { exactSum } from '../report/ExactSum';
import type { Overdue } from '../texts/outcome-texts';
import type { Debts } from './debts-model';

/** @returns null where nothing is */
export function overdueIn({ currencies, namesCurrency }: Debts): Overdue | null {
  const late = currencies.flatMap(({ currency, buyers }) => {
    const invoices = buyers
      .flatMap((buyer) => buyer.invoices)
      .filter(({ overdueDays }) => overdueDays !== null).length;
    const all = exactSum(buyers.map(({ overdue }) => overdue));
    return invoices === 0 ? [] : [{ invoices, sum: { currency, all } }];
  });
  if (late.length === 0) return null;
  return {
    invoices: late.reduce((count, { invoices }) => count + invoices, 0),
    sums: late.map(({ sum }) => sum),
    namesCurrency,
  };
}
