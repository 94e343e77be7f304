/** The charts beside «Сводка», over exactly the lines in use. */
import type { Color, PlannedChart } from '../report/SheetPlan';
import { summaryTexts } from '../texts/summary-texts';
import { firstRowOf, type BlockName } from './layout';

/** Those of blocks that say which of their columns are figures. */
interface ChartFacts {
  readonly key: Exclude<BlockName, 'currencies'>;
  readonly type: PlannedChart['type'];
  /** Of its figures: the first column, and one colour for each. */
  readonly figures: { readonly column: number; readonly colors: readonly Color[] };
  /** Where its corner is put. */
  readonly anchor: PlannedChart['anchor'];
}

const [BILLED, PAID] = [2, 3] as const;
/** Rows and columns of the table: two charts side by side, twice. */
const [UPPER, LOWER, LEFT, RIGHT] = [0, firstRowOf('ages'), 8, 14] as const;

const CHARTS: readonly ChartFacts[] = [
  {
    ...{ key: 'months', type: 'column', anchor: { row: UPPER, column: LEFT } },
    figures: { column: PAID, colors: ['#93c47d', '#e06666'] },
  },
  {
    ...{ key: 'ages', type: 'column', anchor: { row: LOWER, column: LEFT } },
    figures: { column: BILLED, colors: ['#e69138'] },
  },
  {
    ...{ key: 'buyers', type: 'bar', anchor: { row: UPPER, column: RIGHT } },
    figures: { column: BILLED, colors: ['#6d9eeb'] },
  },
  {
    ...{ key: 'stages', type: 'bar', anchor: { row: LOWER, column: RIGHT } },
    figures: { column: BILLED, colors: ['#8e7cc3'] },
  },
];

/** @param lines of each block, those that its chart is to show */
export const summaryCharts = (lines: Readonly<Record<ChartFacts['key'], number>>): readonly PlannedChart[] =>
  CHARTS.map(({ key, type, anchor, figures: { column, colors } }) => {
    const area = { row: firstRowOf(key), rows: 1 + Math.max(1, lines[key]) };
    const isOfSeveral = colors.length > 1;
    return {
      ...{ key, type, anchor, colors, title: summaryTexts.charts[key] },
      ranges: [
        { ...area, column: 0, columns: 1 },
        { ...area, column, columns: colors.length },
      ],
      isStacked: isOfSeveral,
      hasLegend: isOfSeveral,
    };
  });
