/** The charts that are on a sheet, and how they are told apart. */
import type { Chart, Range } from '../platform/spreadsheet';
import type { PlannedArea, PlannedChart } from '../report/SheetPlan';
import type { Origin, PlacedTable } from './area';
import { fingerprint } from './fingerprint';

export interface ChartOnSheet {
  readonly chart: Chart;
  readonly id: number;
  /** Which cells it shows; empty where Google does not say. */
  readonly shape: string;
}

export const chartsOn = ({ sheet, origin }: PlacedTable): readonly ChartOnSheet[] =>
  sheet.getCharts().map((chart) => ({ chart, id: chart.getChartId() ?? 0, shape: shapeOf(chart, origin) }));

/**
 * A fingerprint of cells, wherever the table lies and however its columns are spread over ranges: nobody has documented
 * whether Google gives the ranges of a chart back as they were added.
 */
export function plannedShape(areas: readonly PlannedArea[]): string {
  const columns = areas.flatMap(({ row, column, rows, columns: width }) =>
    Array.from({ length: width }, (_, index) => `${column + index}:${row}+${rows}`),
  );
  return fingerprint([...new Set(columns)].sort().join(' '));
}

/** Whether Google refuses to name cells that are deleted is not documented. */
function shapeOf(chart: Chart, origin: Origin): string {
  try {
    return plannedShape(chart.getRanges().map((range) => areaOf(range, origin)));
  } catch {
    return '';
  }
}

const areaOf = (range: Range, { row, column }: Origin): PlannedArea => ({
  row: range.getRow() - row,
  column: range.getColumn() - column,
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});

/** Whether it stands where a plan puts it. */
export function isAt({ chart }: ChartOnSheet, { anchor }: PlannedChart, origin: Origin): boolean {
  const place = chart.getContainerInfo();
  const isInRow = place.getAnchorRow() === origin.row + anchor.row;
  return isInRow && place.getAnchorColumn() === origin.column + anchor.column;
}

export const hasTitle = ({ chart }: ChartOnSheet, { title }: PlannedChart): boolean =>
  chart.getOptions().get('title') === title;
