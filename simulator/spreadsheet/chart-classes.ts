/** Charts as data: what a script put on a sheet. Nothing is drawn. */
import type { Gate } from '../service';
import { Enum } from './Enum';
import type { RangeClass } from './range-data';
import type { SheetModel } from './SheetModel';
import type { Chart } from './sheet-parts';
import { anything, integer, SimulatedClass, takesOn, text } from './signature';

type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type EmbeddedChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

const TYPES = ['AREA', 'BAR', 'COLUMN', 'LINE', 'PIE', 'SCATTER', 'TABLE'] as const;

interface ChartData {
  readonly sheet: SheetModel;
  readonly chart: Chart;
}

interface Draft {
  sheet: SheetModel;
  chart: Chart;
}

/** `Charts.ChartType`, common to `Charts` and the builder. */
export const makeChartTypes = (gate: Gate) => new Enum('ChartType', TYPES, gate);
export type ChartTypes = ReturnType<typeof makeChartTypes>;

export interface ChartClasses {
  readonly charts: SimulatedClass<EmbeddedChart, ChartData>;
  readonly newBuilder: (sheet: SheetModel) => EmbeddedChartBuilder;
}

export function makeChartClasses(gate: Gate, types: ChartTypes, ranges: RangeClass): ChartClasses {
  const onChart = takesOn<ChartData>();
  const onDraft = takesOn<Draft>();
  const set = (draft: Draft, change: Partial<Chart>): void => {
    draft.chart = { ...draft.chart, ...change };
  };
  const charts: ChartClasses['charts'] = new SimulatedClass<EmbeddedChart, ChartData>('EmbeddedChart', gate, {
    getChartId: onChart().gives(({ chart }) => chart.id || null),
    getRanges: onChart().gives(({ sheet, chart }) => chart.areas.map((area) => ranges.wrap({ sheet, area }))),
    modify: onChart().gives(({ sheet, chart }) => builders.wrap({ sheet, chart })),
  });
  const builders: SimulatedClass<EmbeddedChartBuilder, Draft> = new SimulatedClass<
    EmbeddedChartBuilder,
    Draft
  >('EmbeddedChartBuilder', gate, {
    setChartType: onDraft(types.kind).chains((draft, type) => set(draft, { type })),
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
  });
  const empty = { id: 0, type: 'COLUMN', areas: [], position: { row: 1, column: 1 }, options: {} };
  return { charts, newBuilder: (sheet) => builders.wrap({ sheet, chart: empty }) };
}
