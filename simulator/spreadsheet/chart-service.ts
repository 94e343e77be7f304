/** The charts of a sheet. */
import { type Context, requireSheet } from './context';
import type { SheetModel } from './SheetModel';
import type { Chart } from './sheet-parts';
import { type Members, takes } from './signature';

/** `insertChart` adds without looking for doubles. */
export const chartMembers = (context: Context, sheet: SheetModel) => {
  const { kind } = context.charts.charts;
  const without = (id: number): readonly Chart[] =>
    requireSheet(context, sheet).charts.filter((chart) => chart.id !== id);
  return {
    newChart: takes().gives(() => context.charts.newBuilder(requireSheet(context, sheet))),
    getCharts: takes().gives(() =>
      requireSheet(context, sheet).charts.map((chart) => context.charts.charts.wrap({ sheet, chart })),
    ),
    insertChart: takes(kind).gives(({ chart }) => {
      sheet.charts = [...requireSheet(context, sheet).charts, { ...chart, id: context.book.nextId() }];
    }),
    updateChart: takes(kind).gives(({ chart }) => {
      sheet.charts = [...without(chart.id), chart];
    }),
    removeChart: takes(kind).gives(({ chart }) => {
      sheet.charts = without(chart.id);
    }),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
};
