/** Charts as data: what a script put on a sheet. Nothing is drawn. */
import { type Gate, NotSimulatedError } from '../service';
import { ServiceClass } from '../service-objects';
import { type Kind, integer, mismatch, takesOn, text } from '../signature';
import { toA1 } from './area';
import { CHART_TYPE } from './enums';
import type { RangeClass, RangeData } from './range-data';
import type { SheetModel } from './SheetModel';
import type { Chart } from './sheet-parts';
import type { Quirks } from './SpreadsheetModel';

type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type EmbeddedChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type ContainerInfo = GoogleAppsScript.Spreadsheet.ContainerInfo;
type ChartOptions = GoogleAppsScript.Charts.ChartOptions;

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

/** No id: it is on no sheet yet. */
const NEW_CHART: Chart = {
  id: 0,
  type: 'COLUMN',
  areas: [],
  headers: null,
  anchor: { row: 1, column: 1, x: 0, y: 0 },
  options: {},
};

/** Kept as Google keeps it, which is as JSON: later changes of the script's own object change nothing. */
const option: Kind<unknown> = (value) => {
  const kept = JSON.stringify(value) as string | undefined;
  return kept === undefined ? mismatch : (JSON.parse(kept) as unknown);
};

export function makeChartClasses(gate: Gate, ranges: RangeClass, quirks: Quirks): ChartClasses {
  const { newContainer, newOptions } = makeAnswerClasses(gate);
  const onChart = takesOn<ChartData>();
  const onDraft = takesOn<Draft>();
  const set = (draft: Draft, change: Partial<Chart>): void => {
    draft.chart = { ...draft.chart, ...change };
  };
  const rangesOf = ({ sheet, chart: { areas } }: ChartData): object[] =>
    quirks.chartRanges(areas).map((area) => ranges.wrap({ sheet, area }));
  const add = (draft: Draft, { sheet, area }: RangeData): void => {
    if (sheet !== draft.sheet) throw new NotSimulatedError('EmbeddedChartBuilder.addRange of another sheet');
    const { areas } = draft.chart;
    // Adds none a second time (Google, EmbeddedChartBuilder reference).
    if (!areas.some((own) => toA1(own) === toA1(area))) set(draft, { areas: [...areas, area] });
  };
  const charts: ChartClasses['charts'] = new ServiceClass<EmbeddedChart, ChartData>(
    'SpreadsheetApp.EmbeddedChart',
    gate,
    () => ({
      getChartId: onChart().gives(({ chart }) => chart.id || null),
      getRanges: onChart().gives(rangesOf),
      getContainerInfo: onChart().gives(({ chart }) => newContainer(chart)),
      getOptions: onChart().gives(({ chart }) => newOptions(chart)),
      modify: onChart().gives(({ sheet, chart }) => builders.wrap({ sheet, chart })),
    }),
  );
  const builders: ServiceClass<EmbeddedChartBuilder, Draft> = new ServiceClass<EmbeddedChartBuilder, Draft>(
    'SpreadsheetApp.EmbeddedChartBuilder',
    gate,
    () => ({
      setChartType: onDraft(CHART_TYPE.kind).chains((draft, type) => set(draft, { type })),
      addRange: onDraft(ranges.kind).chains(add),
      clearRanges: onDraft().chains((draft) => set(draft, { areas: [] })),
      getRanges: onDraft().gives(rangesOf),
      setNumHeaders: onDraft(integer).chains((draft, headers) => set(draft, { headers })),
      setPosition: onDraft(integer, integer, integer, integer).chains((draft, row, column, x, y) =>
        set(draft, { anchor: { row, column, x, y } }),
      ),
      setOption: onDraft(text, option).chains((draft, name, value) =>
        set(draft, { options: { ...draft.chart.options, [name]: value } }),
      ),
      build: onDraft().gives(({ sheet, chart }) => charts.wrap({ sheet, chart })),
    }),
  );
  return { charts, newBuilder: (sheet) => builders.wrap({ sheet, chart: NEW_CHART }) };
}

/** What a chart says of its place and its options. */
function makeAnswerClasses(gate: Gate) {
  const on = takesOn<Chart>();
  const containers = new ServiceClass<ContainerInfo, Chart>('SpreadsheetApp.ContainerInfo', gate, () => ({
    getAnchorRow: on().gives(({ anchor }) => anchor.row),
    getAnchorColumn: on().gives(({ anchor }) => anchor.column),
    getOffsetX: on().gives(({ anchor }) => anchor.x),
    getOffsetY: on().gives(({ anchor }) => anchor.y),
  }));
  const options = new ServiceClass<ChartOptions, Chart>('Charts.ChartOptions', gate, () => ({
    get: on(text).gives((chart, name) => chart.options[name] ?? null),
  }));
  return {
    newContainer: (chart: Chart) => containers.wrap(chart),
    newOptions: (chart: Chart) => options.wrap(chart),
  };
}
