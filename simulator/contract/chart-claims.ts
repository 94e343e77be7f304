/** Charts: what becomes of them on a sheet, and what a script is told of them. */
import type { Claims, Json, Platform } from './Claim';
import { refusal } from './refusal';

type Sheet = Platform['sheet'];
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Place = Pick<Platform, 'sheet' | 'charts'>;

/** Stacked columns of the labels in the first column and of the two columns of figures right of them. */
export function stackedChart({ sheet, charts }: Place, row: number, column: number): Chart {
  const figures: (string | number)[][] = [
    ['Месяц', 'Оплачено', 'Не оплачено'],
    ['Январь', 10, 5],
    ['Февраль', 20, 15],
  ];
  sheet.getRange(row, column, figures.length, 3).setValues(figures);
  return sheet
    .newChart()
    .setChartType(charts.COLUMN)
    .addRange(sheet.getRange(row, column, figures.length, 1))
    .addRange(sheet.getRange(row, column + 1, figures.length, 2))
    .setNumHeaders(1)
    .setPosition(row, column + 4, 0, 0)
    .setOption('title', 'Проверка')
    .setOption('width', 560)
    .setOption('height', 320)
    .setOption('isStacked', true)
    .setOption('colors', ['#93c47d', '#e06666'])
    .setOption('legend', { position: 'none' })
    .setOption('useFirstColumnAsDomain', true)
    .build();
}

const rangesOf = (chart: Chart): string[] => chart.getRanges().map((range) => range.getA1Notation());

/** What is said of the only chart of the sheet, which is taken away then. */
const ofChart =
  (tell: (chart: Chart, platform: Platform) => Json) =>
  (platform: Platform): Json => {
    const { sheet, spreadsheets } = platform;
    sheet.insertChart(stackedChart(platform, 2, 2));
    spreadsheets.flush();
    try {
      return sheet.getCharts().map((chart) => tell(chart, platform));
    } finally {
      for (const chart of sheet.getCharts()) sheet.removeChart(chart);
    }
  };

/** The same after the chart was given one row less. */
const ofChanged = (tell: (chart: Chart, before: Chart) => Json) =>
  ofChart((before, { sheet, spreadsheets }) => {
    const labels = sheet.getRange('B2:B3');
    const figures = sheet.getRange('C2:D3');
    sheet.updateChart(before.modify().clearRanges().addRange(labels).addRange(figures).build());
    spreadsheets.flush();
    return sheet.getCharts().map((chart) => tell(chart, before));
  });

const rangesAfter = (change: (sheet: Sheet) => unknown) =>
  ofChart((_, { sheet }) => {
    change(sheet);
    return sheet.getCharts().map(rangesOf);
  });

const option = (name: string) => (chart: Chart) => chart.getOptions().get(name) as Json;

export const chartClaims: Claims = {
  'тип диаграммы': ({ charts }) => [String(charts.COLUMN), String(charts.BAR)],
  'номер диаграммы до вставки': (platform) => stackedChart(platform, 2, 2).getChartId(),
  'номер диаграммы после вставки — целое число': ofChart((chart) => Number.isInteger(chart.getChartId())),
  'диапазоны диаграммы при чтении': ofChart(rangesOf),
  'место диаграммы': ofChart((chart) => {
    const place = chart.getContainerInfo();
    return [place.getAnchorRow(), place.getAnchorColumn(), place.getOffsetX(), place.getOffsetY()];
  }),
  'название диаграммы при чтении': ofChart(option('title')),
  'isStacked при чтении': ofChart(option('isStacked')),
  'цвета диаграммы при чтении': ofChart(option('colors')),
  'updateChart оставляет номер': ofChanged((chart, before) => chart.getChartId() === before.getChartId()),
  'updateChart меняет диапазоны': ofChanged(rangesOf),
  'updateChart оставляет название, isStacked и цвета': ofChanged((chart) =>
    ['title', 'isStacked', 'colors'].map((name) => option(name)(chart)),
  ),
  'updateChart оставляет место': ofChanged((chart) => chart.getContainerInfo().getAnchorColumn()),
  'диапазоны диаграммы после вставки строки перед ними': rangesAfter((sheet) => sheet.insertRowsAfter(1, 1)),
  'диапазоны диаграммы после вставки строки внутрь': rangesAfter((sheet) => sheet.insertRowsAfter(3, 1)),
  'диапазоны диаграммы после удаления их строк': rangesAfter((sheet) => sheet.deleteRows(2, 3)),
  'диаграмма после clear листа': ofChart((_, { sheet }) => sheet.clear().getCharts().length),
  'диаграмма за краем листа': ({ sheet, spreadsheets, charts }) =>
    refusal(() => {
      const chart = stackedChart({ sheet, charts }, 2, 2);
      sheet.insertChart(
        chart
          .modify()
          .setPosition(sheet.getMaxRows() + 1, 1, 0, 0)
          .build(),
      );
      spreadsheets.flush();
    }) !== null,
  'диаграмма без диапазонов': ({ sheet, spreadsheets }) =>
    refusal(() => {
      sheet.insertChart(sheet.newChart().setPosition(1, 1, 0, 0).build());
      spreadsheets.flush();
    }) !== null,
  'updateChart удалённой диаграммы': ofChart((chart, { sheet, spreadsheets }) => {
    sheet.removeChart(chart);
    return (
      refusal(() => {
        sheet.updateChart(chart);
        spreadsheets.flush();
      }) !== null
    );
  }),
};
