import type { ChartTypes, SpreadsheetService, Workbook } from '../../../src/platform/spreadsheet';
import { openGate } from '../../../simulator/service';
import { CHART_TYPE, makeSpreadsheetApp, SpreadsheetModel } from '../../../simulator/spreadsheet';

// The type-check is the test: Google's objects as they are fit the writer's narrow interfaces.
const asService = (app: GoogleAppsScript.Spreadsheet.SpreadsheetApp): SpreadsheetService => app;
const asWorkbook = (book: GoogleAppsScript.Spreadsheet.Spreadsheet): Workbook => book;
const asChartTypes = (types: typeof GoogleAppsScript.Charts.ChartType): ChartTypes => types;

test("Google's spreadsheet objects serve the writer without an adapter", () => {
  const app = makeSpreadsheetApp(new SpreadsheetModel(), openGate, { ui: null, activeAvailable: true });
  expect(asService(app).BorderStyle.SOLID).toBeDefined();
  const types = CHART_TYPE.holder(openGate) as typeof GoogleAppsScript.Charts.ChartType;
  expect(String(asChartTypes(types).BAR)).toBe('BAR');
  expect(asWorkbook(app.getActiveSpreadsheet()).getSheets()).toHaveLength(1);
});
