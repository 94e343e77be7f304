/** The brief sheet: one row per invoice, coloured by payment and VAT, totals below. */
import { BRIEF_HEADER, SHEET_TITLES } from '../texts/sheet-texts';
import { hasSeveralCurrencies, type BriefLine, type InvoiceHead, type Report } from './report-model';
import { DATE_FORMAT, headerStyle, moneyFormat, noVatFormat, rowStyle, TEXT_FORMAT } from './row-styles';
import type { CellValue, Color, PlannedRow, RowStyle, SheetPlan } from './SheetPlan';
import { totalsFooter } from './totals-footer';

export interface BriefSheetContext {
  /** The portal's host, and port if it has one. */
  readonly portal: string;
  readonly note: string;
}

const HEADER_FILL: Color = '#fce4d6';
const UNPAID_FILL: Color = '#ffc0cb';
const NO_VAT_FILL: Color = '#d3d3d3';
const WIDTHS: readonly number[] = [110, 110, 280, 120, 120, 100, 100, 100];

export function briefSheet(report: Pick<Report, 'brief' | 'totals'>, context: BriefSheetContext): SheetPlan {
  const namesCurrency = hasSeveralCurrencies(report);
  const cards = cardAddress(context.portal);
  const styles = new Map<string, RowStyle>();
  const styleOf = (line: BriefLine): RowStyle => {
    const currency = namesCurrency ? line.head.currency : '';
    const fill = fillOf(line);
    const key = `${currency} ${fill ?? ''} ${line.vat === 0 ? 'no VAT' : 'VAT'}`;
    const style = styles.get(key) ?? lineStyle(currency, fill, line.vat !== 0);
    styles.set(key, style);
    return style;
  };
  return {
    sheet: 'brief',
    title: SHEET_TITLES.brief,
    widths: WIDTHS,
    textColumns: [0, 1, 2],
    header: { values: BRIEF_HEADER, style: headerStyle(HEADER_FILL), link: null, endsGroup: false },
    body: report.brief.map((line): PlannedRow => ({
      values: lineValues(line),
      style: styleOf(line),
      link: cardLink(line.head, cards),
      endsGroup: false,
    })),
    footer: totalsFooter(report.totals),
    note: context.note,
  };
}

function lineValues({ head, sum, vat, invoiceDate, shipmentDate, paymentDate }: BriefLine): CellValue[] {
  return [
    head.number || null,
    head.inn || null,
    head.buyer || null,
    sum,
    vat,
    invoiceDate,
    shipmentDate,
    paymentDate,
  ];
}

/** Where the cards of invoices are, each under its id (Bitrix24 source, crm/lib/Service/Router.php). */
const cardAddress = (portal: string): string => `https://${portal}/crm/type/31/details/`;

function cardLink({ number, invoiceId }: InvoiceHead, cards: string): string | null {
  return number === '' ? null : `${cards}${invoiceId}/`;
}

function fillOf({ isPaid, vat }: BriefLine): Color | null {
  if (!isPaid) return UNPAID_FILL;
  return vat === 0 ? NO_VAT_FILL : null;
}

function lineStyle(currency: string, fill: Color | null, hasVat: boolean): RowStyle {
  const money = moneyFormat(currency);
  const vat = hasVat ? money : noVatFormat(currency);
  return rowStyle(
    [TEXT_FORMAT, TEXT_FORMAT, TEXT_FORMAT, money, vat, DATE_FORMAT, DATE_FORMAT, DATE_FORMAT],
    ['center', 'center', 'left', 'right', hasVat ? 'right' : 'center', 'center', 'center', 'center'],
    fill,
  );
}
