/** A chart as the browser draws it: the labels and figures of its cells. */
import type { Chart, SheetModel } from '../../simulator/spreadsheet';
import { columnsOf } from '../../simulator/spreadsheet';
import type { Display } from '../../simulator/spreadsheet/Display';
import type { ChartView } from '../sheet-protocol';

/** What Sheets gives a chart without a size, pixels. */
const DEFAULT_SIZE = { width: 600, height: 371 };

export function chartView(sheet: SheetModel, display: Display, chart: Chart): ChartView {
  const { id, type, anchor, options, headers } = chart;
  const columns = chart.areas.flatMap(columnsOf).map((area) => sheet.map(area, (cell) => cell).flat());
  const heads = headers ?? 0;
  const textOf = (cell: (typeof columns)[number][number]): string =>
    cell === undefined ? '' : display.textOf(cell);
  const [labels = [], ...figures] = columns;
  return {
    ...{ id, type, anchor },
    title: textIn(options['title']),
    width: numberIn(options['width']) ?? DEFAULT_SIZE.width,
    height: numberIn(options['height']) ?? DEFAULT_SIZE.height,
    colors: Array.isArray(options['colors']) ? options['colors'].map(textIn) : [],
    isStacked: options['isStacked'] === true,
    hasLegend: JSON.stringify(options['legend'] ?? null) !== '{"position":"none"}',
    labels: labels.slice(heads).map(textOf),
    series: figures.map((cells) => ({
      name: cells.slice(0, heads).map(textOf).join(' '),
      values: cells.slice(heads).map((cell) => numberIn(cell?.value)),
    })),
  };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
