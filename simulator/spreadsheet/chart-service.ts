/** The charts of a sheet. */
import type { Members } from '../signature';
import { type Context, onSheet, requireSheet } from './context';
import type { Chart } from './sheet-parts';
import type { SheetModel } from './SheetModel';

/** `insertChart` adds without looking for doubles. */
export const chartMembers = (context: Context) => {
  const { charts, newBuilder } = context.charts;
  const without = (sheet: SheetModel, id: number): readonly Chart[] =>
    requireSheet(context, sheet).charts.filter((chart) => chart.id !== id);
  return {
    newChart: onSheet().gives((sheet) => newBuilder(requireSheet(context, sheet))),
    getCharts: onSheet().gives((sheet) =>
      requireSheet(context, sheet).charts.map((chart) => charts.wrap({ sheet, chart })),
    ),
    insertChart: onSheet(charts.kind).gives((sheet, { chart }) => {
      sheet.charts = [...requireSheet(context, sheet).charts, { ...chart, id: context.book.nextId() }];
    }),
    updateChart: onSheet(charts.kind).gives((sheet, { chart }) => {
      sheet.charts = [...without(sheet, chart.id), chart];
    }),
    removeChart: onSheet(charts.kind).gives((sheet, { chart }) => {
      sheet.charts = without(sheet, chart.id);
    }),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
};
