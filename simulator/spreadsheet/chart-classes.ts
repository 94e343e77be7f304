/** Charts as data: what a script put on a sheet. Nothing is drawn. */
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { anything, integer, takesOn, text } from '../signature';
import { CHART_TYPE } from './enums';
import type { RangeClass } from './range-data';
import type { SheetModel } from './SheetModel';
import type { Chart } from './sheet-parts';

type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type EmbeddedChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

interface ChartData {
  readonly sheet: SheetModel;
  readonly chart: Chart;
}

interface Draft {
  sheet: SheetModel;
  chart: Chart;
}

export interface ChartClasses {
  readonly charts: ServiceClass<EmbeddedChart, ChartData>;
  readonly newBuilder: (sheet: SheetModel) => EmbeddedChartBuilder;
}

export function makeChartClasses(gate: Gate, ranges: RangeClass): ChartClasses {
  const onChart = takesOn<ChartData>();
  const onDraft = takesOn<Draft>();
  const set = (draft: Draft, change: Partial<Chart>): void => {
    draft.chart = { ...draft.chart, ...change };
  };
  const charts: ChartClasses['charts'] = new ServiceClass<EmbeddedChart, ChartData>(
    'SpreadsheetApp.EmbeddedChart',
    gate,
    () => ({
      getChartId: onChart().gives(({ chart }) => chart.id || null),
      getRanges: onChart().gives(({ sheet, chart }) =>
        chart.areas.map((area) => ranges.wrap({ sheet, area })),
      ),
      modify: onChart().gives(({ sheet, chart }) => builders.wrap({ sheet, chart })),
    }),
  );
  const builders: ServiceClass<EmbeddedChartBuilder, Draft> = new ServiceClass<EmbeddedChartBuilder, Draft>(
    'SpreadsheetApp.EmbeddedChartBuilder',
    gate,
    () => ({
      setChartType: onDraft(CHART_TYPE.kind).chains((draft, type) => set(draft, { type })),
      addRange: onDraft(ranges.kind).chains((draft, { area }) =>
        set(draft, { areas: [...draft.chart.areas, area] }),
      ),
      setPosition: onDraft(integer, integer, integer, integer).chains((draft, row, column) =>
        set(draft, { position: { row, column } }),
      ),
      setOption: onDraft(text, anything).chains((draft, name, value) =>
        set(draft, { options: { ...draft.chart.options, [name]: value } }),
      ),
      build: onDraft().gives(({ sheet, chart }) => charts.wrap({ sheet, chart })),
    }),
  );
  const empty = { id: 0, type: 'COLUMN', areas: [], position: { row: 1, column: 1 }, options: {} };
  return { charts, newBuilder: (sheet) => builders.wrap({ sheet, chart: empty }) };
}
