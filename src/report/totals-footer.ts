/** The rows below the brief sheet's table: one block of totals per currency, an empty row before each. */
import { NO_CURRENCY, totalLabels } from '../texts/sheet-texts';
import { emptyRow, totalRow } from './planned-rows';
import type { CurrencyTotals } from './report-model';
import type { Color, PlannedColumn, PlannedRow } from './SheetPlan';

const RED: Color = '#ff0000';

export function totalsFooter(
  columns: readonly PlannedColumn[],
  totals: readonly CurrencyTotals[],
): PlannedRow[] {
  const empty = emptyRow(columns);
  const namesCurrency = totals.length > 1;
  return totals.flatMap((block) => [empty, ...totalsBlock(columns, block, namesCurrency)]);
}

function totalsBlock(
  columns: readonly PlannedColumn[],
  totals: CurrencyTotals,
  namesCurrency: boolean,
): PlannedRow[] {
  const currency = namesCurrency ? totals.currency : '';
  const labels = totalLabels(namesCurrency ? totals.currency || NO_CURRENCY : '');
  return (['all', 'withoutVat', 'withVat', 'vat'] as const).map((key) =>
    totalRow(columns, { label: labels[key], sums: [totals[key]] }, currency, key === 'vat' ? RED : undefined),
  );
}
