/** The brief sheet: one row per invoice, coloured by payment and VAT, totals below. */
import { FIXED_COLUMNS } from '../domain/column-names';
import { SHEET_TITLES, totalLabels } from '../texts/sheet-texts';
import { BRIEF, planned, withNotes, type Column } from './columns';
import { fitting } from './fitting-width';
import { bodyRows, headerRow } from './planned-rows';
import { hasSeveralCurrencies, type BriefLine, type Report } from './report-model';
import type { Color, SheetPlan } from './SheetPlan';
import { totalsFooter } from './totals-footer';

export interface SheetContext {
  /** The portal's host, and port if it has one. */
  readonly portal: string;
  readonly noteLines: readonly string[];
  /** How many columns of «Краткий» are the people's. */
  readonly noteColumns?: number;
}

const HEADER_FILL: Color = '#fce4d6';
const UNPAID_FILL: Color = '#ffc0cb';
const NO_VAT_FILL: Color = '#d3d3d3';

/** Without the colon, which a currency may precede. */
const TOTAL_LABELS = Object.values(totalLabels('')).map((label) => label.slice(0, -1));

export function briefSheet(
  report: Pick<Report, 'brief' | 'totals'>,
  { portal, noteLines, noteColumns = 0 }: SheetContext,
  further: readonly Column<BriefLine>[] = [],
): SheetPlan {
  const all = withNotes([...BRIEF, ...further], noteColumns);
  const columns = planned(all);
  const namesCurrency = hasSeveralCurrencies(report);
  const rowOf = bodyRows(all, portal);
  const body = report.brief.map((line) => {
    const currency = namesCurrency ? line.head.invoice.currency : '';
    return rowOf(line, { currency, fill: fillOf(line), hasVat: line.vat !== 0 });
  });
  const footer = totalsFooter(columns, report.totals);
  return {
    sheet: 'brief',
    title: SHEET_TITLES.brief,
    columns: fitting(columns, [...body, ...footer]),
    fixedColumns: FIXED_COLUMNS,
    ownTexts: { totals: TOTAL_LABELS, body: [] },
    header: headerRow(columns, HEADER_FILL),
    body,
    footer,
    noteLines,
  };
}

function fillOf({ isPaid, vat }: BriefLine): Color | null {
  if (!isPaid) return UNPAID_FILL;
  return vat === 0 ? NO_VAT_FILL : null;
}
