import type { SpreadsheetService, Workbook } from '../../../src/platform/spreadsheet';
import { openGate } from '../../../simulator/service';
import { makeSpreadsheetApp, SpreadsheetModel } from '../../../simulator/spreadsheet';

// The type-check is the test: Google's objects as they are fit the writer's narrow interfaces.
const asService = (app: GoogleAppsScript.Spreadsheet.SpreadsheetApp): SpreadsheetService => app;
const asWorkbook = (book: GoogleAppsScript.Spreadsheet.Spreadsheet): Workbook => book;

test("Google's spreadsheet objects serve the writer without an adapter", () => {
  const app = makeSpreadsheetApp(new SpreadsheetModel(), openGate, { ui: null, activeAvailable: true });
  expect(asService(app).BorderStyle.SOLID).toBeDefined();
  expect(asWorkbook(app.getActiveSpreadsheet()).getSheets()).toHaveLength(1);
});
