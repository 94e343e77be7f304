/** The rows below the brief sheet's table: one block of totals per currency, an empty row before each. */
import { NO_CURRENCY, totalLabels } from '../texts/sheet-texts';
import type { CurrencyTotals } from './report-model';
import { eightTimes, GENERAL_FORMAT, moneyFormat, rowStyle, TEXT_FORMAT } from './row-styles';
import type { Color, HorizontalAlignment, PlannedRow, RowStyle } from './SheetPlan';

const RED: Color = '#ff0000';

export function totalsFooter(totals: readonly CurrencyTotals[]): PlannedRow[] {
  const empty: PlannedRow = {
    values: eightTimes(null),
    style: rowStyle(eightTimes(GENERAL_FORMAT), eightTimes<HorizontalAlignment>('left'), null),
    link: null,
    endsGroup: false,
  };
  const namesCurrency = totals.length > 1;
  return totals.flatMap((block) => [empty, ...totalsBlock(block, namesCurrency)]);
}

function totalsBlock(totals: CurrencyTotals, namesCurrency: boolean): PlannedRow[] {
  const currency = namesCurrency ? totals.currency : '';
  const labels = totalLabels(namesCurrency ? totals.currency || NO_CURRENCY : '');
  const black = totalStyle(currency);
  return [
    totalRow(labels.all, totals.all, black),
    totalRow(labels.withoutVat, totals.withoutVat, black),
    totalRow(labels.withVat, totals.withVat, black),
    totalRow(labels.vat, totals.vat, totalStyle(currency, RED)),
  ];
}

/** The label stands in Контрагент, the value in Сумма. */
function totalRow(label: string, value: number, style: RowStyle): PlannedRow {
  return { values: [null, null, label, value, null, null, null, null], style, link: null, endsGroup: false };
}

function totalStyle(currency: string, color?: Color): RowStyle {
  const [general, left] = [GENERAL_FORMAT, 'left'] as const;
  return rowStyle(
    [general, general, TEXT_FORMAT, moneyFormat(currency), general, general, general, general],
    [left, left, 'right', 'right', left, left, left, left],
    null,
    'bold',
    color,
  );
}
