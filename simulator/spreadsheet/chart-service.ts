/** The charts of a sheet. */
import { NotSimulatedError } from '../service';
import type { Members } from '../signature';
import { checkArea } from './area';
import { changeSheet, type Context, onSheet, requireSheet } from './context';
import { refusals } from './refusals';
import type { Chart } from './sheet-parts';
import type { SheetModel } from './SheetModel';

/** `insertChart` adds without looking for doubles. In which order `getCharts` gives them is not documented. */
export const chartMembers = (context: Context) => {
  const { charts, newBuilder } = context.charts;
  const { book } = context;
  const draw = (member: 'insertChart' | 'updateChart', sheet: SheetModel, chart: Chart): void => {
    changeSheet(context, sheet, () => {
      if (book.quirks.refusesCharts.includes(member)) throw refusals.serviceFailed(book.id);
      checkPlace(chart, sheet);
      sheet.charts = [...sheet.charts.filter(({ id }) => id !== chart.id), chart];
    });
  };
  return {
    newChart: onSheet().gives((sheet) => newBuilder(requireSheet(context, sheet))),
    getCharts: onSheet().gives((sheet) => {
      requireSheet(context, sheet);
      context.pending.settle();
      return sheet.charts.map((chart) => charts.wrap({ sheet, chart }));
    }),
    insertChart: onSheet(charts.kind).gives((sheet, { sheet: own, chart }) => {
      if (own !== sheet) throw new NotSimulatedError('Sheet.insertChart of a chart of another sheet');
      draw('insertChart', sheet, { ...chart, id: book.nextId() });
    }),
    updateChart: onSheet(charts.kind).gives((sheet, { chart }) => {
      draw('updateChart', sheet, present(sheet, chart));
    }),
    removeChart: onSheet(charts.kind).gives((sheet, { chart: { id } }) => {
      changeSheet(context, sheet, () => {
        present(sheet, { id });
        sheet.charts = sheet.charts.filter((own) => own.id !== id);
      });
    }),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
};

/** What Google makes of a chart that is not on the sheet, or no longer, is not documented: here it refuses. */
function present<C extends Pick<Chart, 'id'>>(sheet: SheetModel, chart: C): C {
  if (!sheet.charts.some(({ id }) => id === chart.id)) throw refusals.invalidArgument('chart');
  return chart;
}

/** What Google makes of a chart without cells is not documented: here it refuses. */
function checkPlace({ areas, anchor: { row, column } }: Chart, sheet: SheetModel): void {
  if (areas.length === 0) throw refusals.invalidArgument('ranges');
  checkArea({ row, column, rows: 1, columns: 1 }, sheet);
}
