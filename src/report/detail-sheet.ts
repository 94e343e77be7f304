/** The detail sheet: one row per product row, striped by invoice. */
import { DETAIL_HEADER, ROWS_UNAVAILABLE, SHEET_TITLES } from '../texts/sheet-texts';
import { hasSeveralCurrencies, type DetailLine, type InvoiceHead, type Report } from './report-model';
import { GENERAL_FORMAT, headerStyle, moneyFormat, noVatFormat, rowStyle, TEXT_FORMAT } from './row-styles';
import type { Color, PlannedRow, RowStyle, SheetPlan } from './SheetPlan';

const HEADER_FILL: Color = '#c6e0b4';
const STRIPES: readonly [Color, Color] = ['#ffffff', '#f2f2f2'];
const WIDTHS: readonly number[] = [110, 110, 240, 320, 80, 110, 120, 120];

/** The two looks of an invoice's rows. */
interface GroupStyles {
  readonly withVat: RowStyle;
  readonly withoutVat: RowStyle;
}

/** Stands for rows that could not be read. */
const UNAVAILABLE_LINE: DetailLine = {
  name: ROWS_UNAVAILABLE,
  quantity: null,
  price: null,
  sum: null,
  vat: null,
  hasVat: true,
};

export function detailSheet(report: Pick<Report, 'detail' | 'totals'>, note: string): SheetPlan {
  const namesCurrency = hasSeveralCurrencies(report);
  const stylesByCurrency = new Map<string, readonly [GroupStyles, GroupStyles]>();
  const body: PlannedRow[] = [];
  report.detail.forEach(({ head, lines }, index) => {
    const currency = namesCurrency ? head.currency : '';
    const striped = stylesByCurrency.get(currency) ?? stripedStyles(currency);
    stylesByCurrency.set(currency, striped);
    addGroup(
      body,
      head,
      lines === 'unavailable' ? [UNAVAILABLE_LINE] : lines,
      striped[index % 2 === 0 ? 0 : 1],
    );
  });
  return {
    sheet: 'detail',
    title: SHEET_TITLES.detail,
    widths: WIDTHS,
    textColumns: [0, 1, 2, 3],
    header: { values: DETAIL_HEADER, style: headerStyle(HEADER_FILL), link: null, endsGroup: false },
    body,
    footer: [],
    note,
  };
}

function addGroup(
  body: PlannedRow[],
  { number, inn, buyer }: InvoiceHead,
  lines: readonly DetailLine[],
  styles: GroupStyles,
): void {
  lines.forEach(({ name, quantity, price, sum, vat, hasVat }, index) => {
    body.push({
      values: [number || null, inn || null, buyer || null, name || null, quantity, price, sum, vat],
      style: hasVat ? styles.withVat : styles.withoutVat,
      link: null,
      endsGroup: index === lines.length - 1,
    });
  });
}

function stripedStyles(currency: string): readonly [GroupStyles, GroupStyles] {
  const stylesOn = (fill: Color): GroupStyles => ({
    withVat: lineStyle(currency, fill, true),
    withoutVat: lineStyle(currency, fill, false),
  });
  return [stylesOn(STRIPES[0]), stylesOn(STRIPES[1])];
}

function lineStyle(currency: string, fill: Color, hasVat: boolean): RowStyle {
  const money = moneyFormat(currency);
  const vat = hasVat ? money : noVatFormat(currency);
  return rowStyle(
    [TEXT_FORMAT, TEXT_FORMAT, TEXT_FORMAT, TEXT_FORMAT, GENERAL_FORMAT, money, money, vat],
    ['center', 'center', 'left', 'left', 'center', 'right', 'right', hasVat ? 'right' : 'center'],
    fill,
  );
}
