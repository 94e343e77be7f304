/** The detail sheet: one row per product row, striped by invoice. */
import { FIXED_COLUMNS } from '../domain/column-names';
import { ROWS_UNAVAILABLE, SHEET_TITLES } from '../texts/sheet-texts';
import type { SheetContext } from './brief-sheet';
import { DETAIL, planned, type Column, type DetailRow } from './columns';
import { fitting } from './fitting-width';
import { bodyRows, headerRow } from './planned-rows';
import { hasSeveralCurrencies, type DetailLine, type Report } from './report-model';
import type { Color, PlannedRow, SheetPlan } from './SheetPlan';

const HEADER_FILL: Color = '#c6e0b4';
const STRIPES: readonly [Color, Color] = ['#ffffff', '#f2f2f2'];

/** Stands for rows that could not be read. */
export const UNAVAILABLE_LINE: DetailLine = {
  row: null,
  name: ROWS_UNAVAILABLE,
  quantity: null,
  price: null,
  sum: null,
  vat: null,
  hasVat: true,
};

export function detailSheet(
  report: Pick<Report, 'detail' | 'totals'>,
  { portal, noteLines }: SheetContext,
  further: readonly Column<DetailRow>[] = [],
): SheetPlan {
  const all = [...DETAIL, ...further];
  const columns = planned(all);
  const namesCurrency = hasSeveralCurrencies(report);
  const rowOf = bodyRows(all, portal);
  const body: PlannedRow[] = [];
  report.detail.forEach(({ head, brief, lines }, index) => {
    const currency = namesCurrency ? head.invoice.currency : '';
    const fill = STRIPES[index % 2 === 0 ? 0 : 1];
    const shown = lines === 'unavailable' ? [UNAVAILABLE_LINE] : lines;
    shown.forEach((line, at) => {
      const look = { currency, fill, hasVat: line.hasVat };
      body.push(rowOf({ head, brief, line }, look, at === shown.length - 1));
    });
  });
  return {
    sheet: 'detail',
    title: SHEET_TITLES.detail,
    columns: fitting(columns, body),
    fixedColumns: FIXED_COLUMNS,
    ownTexts: { totals: [], body: [ROWS_UNAVAILABLE] },
    header: headerRow(columns, HEADER_FILL),
    body,
    footer: [],
    noteLines,
  };
}
