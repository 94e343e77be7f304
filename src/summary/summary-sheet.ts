/** The sheet «Сводка»: what has been billed, paid and owed, on one page, for those who would rather look than read. */
import type { IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import { planned } from '../report/columns';
import { fitting } from '../report/fitting-width';
import { emptyRow, headerRow } from '../report/planned-rows';
import type { PlannedRow, RowSpan, SheetPlan } from '../report/SheetPlan';
import { summaryTexts as TEXTS } from '../texts/summary-texts';
import { noteTexts, SHEET_TITLES } from '../texts/sheet-texts';
import { BLOCK_NAMES, firstRowOf, LAST_ROW } from './layout';
import { summaryCharts } from './summary-charts';
import { COLUMNS, TITLES } from './summary-columns';
import type { Summary } from './summary-model';
import { summaryRows, TITLE_FILL, type SummaryRows } from './summary-rows';

export interface SummaryContext {
  /** Whether debts are also those outside the period. */
  readonly hasOlderDebts: boolean;
  readonly today: IsoDate;
  readonly period: Period;
  /** How the field is called that puts an invoice into the period. */
  readonly periodFieldTitle: string;
}

/** Rows of titles as any report may have them. */
const OWN_TITLES = [
  ...(['months', 'buyers', 'stages'] as const).map((name) => TITLES.ofParts(TEXTS.blocks[name])),
  ...(['ages', 'allAges'] as const).map((name) => TITLES.ofAges(TEXTS.blocks[name])),
  TITLES.ofCurrencies,
];

export function summarySheet(summary: Summary, context: SummaryContext): SheetPlan {
  const columns = planned(COLUMNS);
  const rows = summaryRows(summary, context.hasOlderDebts);
  const body = bodyOf(rows, emptyRow(columns));
  const { months, ages, buyers, stages } = rows.blocks;
  return {
    sheet: 'summary',
    title: SHEET_TITLES.summary,
    columns: fitting(columns, body),
    fixedColumns: columns.length,
    ownTexts: { totals: [], body: [], titles: OWN_TITLES },
    header: headerRow(columns, TITLE_FILL),
    body,
    blocks: blocksOf(rows),
    footer: [],
    noteLines: noteLines(summary, context),
    charts: summaryCharts({
      ...{ months: months.length - 1, ages: ages.length - 1, stages: stages.length - 1 },
      // The line for all others would dwarf those that are told.
      buyers: buyers.length - 1 - (summary.buyers.rest === null ? 0 : 1),
    }),
  };
}

/** All rows below the header, each block in its place. */
function bodyOf({ top, blocks }: SummaryRows, empty: PlannedRow): readonly PlannedRow[] {
  const body = Array.from({ length: LAST_ROW }, () => empty);
  body[0] = top;
  for (const name of BLOCK_NAMES)
    blocks[name].forEach((row, index) => {
      body[firstRowOf(name) - 1 + index] = row;
    });
  return body;
}

/** The rows in use: header and figures, then those of each block that is shown. */
const blocksOf = ({ blocks }: SummaryRows): readonly RowSpan[] => [
  { from: 0, to: 1 },
  ...BLOCK_NAMES.flatMap((name) => {
    const [from, { length }] = [firstRowOf(name), blocks[name]];
    return length === 0 ? [] : [{ from, to: from + length - 1 }];
  }),
];

const noteLines = (
  { currency, hasFailed }: Summary,
  { today, period, periodFieldTitle }: SummaryContext,
): readonly string[] => [
  noteTexts.period(period, periodFieldTitle),
  TEXTS.today(today),
  TEXTS.currency(currency),
  ...(hasFailed ? [TEXTS.failed] : []),
];
