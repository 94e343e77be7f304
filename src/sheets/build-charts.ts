/** Planned charts as Google's builder makes them: with members only that hold for charts of every type. */
import type { Chart, ChartBuilder, ChartTypes } from '../platform/spreadsheet';
import type { PlannedArea, PlannedChart } from '../report/SheetPlan';
import { type Grid, gridOf, type PlacedTable } from './area';

/** Pixels. */
const SIZE = { width: 560, height: 320 } as const;

export function insertCharts(charts: readonly PlannedChart[], table: PlacedTable, types: ChartTypes): void {
  const grid = gridOf(table.sheet);
  for (const chart of charts) table.sheet.insertChart(built(chart, table, { types, grid }));
}

/** Gives it the cells of the plan, and leaves all else. */
export function reshapeChart(chart: Chart, { ranges }: PlannedChart, table: PlacedTable): void {
  table.sheet.updateChart(withRanges(chart.modify().clearRanges(), ranges, table).build());
}

function built(
  { title, type, ranges, anchor, isStacked, colors, hasLegend }: PlannedChart,
  table: PlacedTable,
  { types, grid }: { readonly types: ChartTypes; readonly grid: Grid },
): Chart {
  const { sheet, origin } = table;
  // Of a sheet whose user has taken rows or columns away it is the last cell that there is.
  const row = Math.min(origin.row + anchor.row, grid.rows);
  const column = Math.min(origin.column + anchor.column, grid.columns);
  const empty = sheet.newChart().setChartType(type === 'column' ? types.COLUMN : types.BAR);
  const builder = withRanges(empty, ranges, table)
    .setNumHeaders(1)
    .setPosition(row, column, 0, 0)
    .setOption('title', title)
    .setOption('width', SIZE.width)
    .setOption('height', SIZE.height)
    .setOption('colors', [...colors])
    .setOption('useFirstColumnAsDomain', true);
  // Whatever a chart is without them it is by itself.
  if (isStacked) builder.setOption('isStacked', true);
  if (!hasLegend) builder.setOption('legend', { position: 'none' });
  return builder.build();
}

function withRanges(
  builder: ChartBuilder,
  areas: readonly PlannedArea[],
  { sheet, origin }: PlacedTable,
): ChartBuilder {
  for (const { row, column, rows, columns } of areas) {
    builder.addRange(sheet.getRange(origin.row + row, origin.column + column, rows, columns));
  }
  return builder;
}
